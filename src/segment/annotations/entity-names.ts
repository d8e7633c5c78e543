export interface WordOptions {
  /** The last word may be the beginning of one. */
  readonly prefix?: boolean
  /** So many are enough, the most frequent ones. */
  readonly most?: number
}

/** The names of entities as one text, in which words are found fast: each name is a line of keys, `\n-paul-chaffey-`. */
export interface NameLines {
  readonly text: string
  /** Where each line begins, and whose it is. */
  readonly starts: Uint32Array
  readonly owners: Uint32Array
}

/** @param names slugs with their entity, those of a more frequent entity first */
export const nameLines = (names: readonly (readonly [slug: string, entity: number])[]): NameLines => {
  const starts = new Uint32Array(names.length)
  let at = 0
  names.forEach(([slug], i) => {
    starts[i] = at
    at += slug.length + 3
  })
  const owners = Uint32Array.from(names, ([, entity]) => entity)
  return { text: `${names.map(([slug]) => `\n-${slug}-`).join('')}\n`, starts, owners }
}

export class EntityNames {
  constructor(private readonly lines: NameLines) {}

  /** The entities with just this name, the most frequent first. */
  named(slug: string): Set<number> {
    return this.find(`\n-${slug}-\n`)
  }

  /** The entities with a name that has these words beside each other, the most frequent first. */
  containing(slug: string, { prefix = false, most = Infinity }: WordOptions = {}): Set<number> {
    return this.find(`-${slug}${prefix ? '' : '-'}`, most)
  }

  private find(pattern: string, most = Infinity): Set<number> {
    const found = new Set<number>()
    const { text, starts, owners } = this.lines
    let line = 0
    for (let at = text.indexOf(pattern); at >= 0 && found.size < most; at = text.indexOf(pattern, at)) {
      line = this.lineAt(at, line)
      found.add(owners[line]!)
      // The next line; the pattern may begin with the break before it.
      at = line + 1 < starts.length ? starts[line + 1]! : text.length
    }
    return found
  }

  private lineAt(position: number, from: number): number {
    const { starts } = this.lines
    let [low, high] = [from, starts.length]
    while (high - low > 1) {
      const middle = (low + high) >>> 1
      if (starts[middle]! <= position) low = middle
      else high = middle
    }
    return low
  }
}
