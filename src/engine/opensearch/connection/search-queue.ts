/** One search of several: of an index where no point in time is given in the body. */
export interface SearchBody {
  readonly index?: string
  /** Which copies of the shards are asked, or which shards. */
  readonly preference?: string
  readonly body: Readonly<Record<string, unknown>>
}

/** Searches in one request: more would stand in the queue of a node. */
const MOST_SEARCHES = 64

/** Searches of one caller, and who waits for their answers. */
interface PendingSearches {
  readonly bodies: readonly SearchBody[]
  readonly resolve: (answers: readonly unknown[]) => void
  readonly reject: (error: unknown) => void
}

/**
 * Sends what is asked for at the same time in one request: a stage of one query, such as its words, how frequent they
 * are and its names, and those of other queries that are at such a stage.
 */
export class SearchQueue {
  private waiting: PendingSearches[] = []

  /** @param send sends a request of so many searches; a fault of one is an answer of its own */
  constructor(private readonly send: (bodies: readonly SearchBody[]) => Promise<readonly unknown[]>) {}

  /** The answers, in the order of the bodies. */
  ask(bodies: readonly SearchBody[]): Promise<readonly unknown[]> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ bodies, resolve, reject })
      if (this.waiting.length > 1) return
      process.nextTick(() => {
        const { waiting } = this
        this.waiting = []
        for (const group of inRequests(waiting)) void this.answer(group)
      })
    })
  }

  private async answer(group: readonly PendingSearches[]): Promise<void> {
    const bodies = group.flatMap((one) => one.bodies)
    const answers: unknown[] = []
    try {
      for (let from = 0; from < bodies.length; from += MOST_SEARCHES)
        answers.push(...(await this.send(bodies.slice(from, from + MOST_SEARCHES))))
    } catch (error) {
      for (const { reject } of group) reject(error)
      return
    }
    let from = 0
    for (const { bodies: own, resolve } of group) {
      resolve(answers.slice(from, from + own.length))
      from += own.length
    }
  }
}

/** Those that fit in a request go together; one that does not is a group of its own. */
const inRequests = (waiting: readonly PendingSearches[]): PendingSearches[][] => {
  const groups: PendingSearches[][] = []
  let size = Infinity
  for (const one of waiting) {
    if (size + one.bodies.length > MOST_SEARCHES) {
      groups.push([])
      size = 0
    }
    groups.at(-1)!.push(one)
    size += one.bodies.length
  }
  return groups
}
