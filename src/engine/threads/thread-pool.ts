import type { KeptGeneration } from '../../collection/generations.js'
import type { FromThread, ThreadQuestion } from './messages.js'
import { SearchThread, ThreadEndedError } from './search-thread.js'

/** A thread that ended before it answered anything is replaced after so many milliseconds, others at once. */
const RETRY_MS = 1000

interface Waiting {
  readonly question: ThreadQuestion
  /** As `performance.now()`. */
  readonly since: number
  readonly resolve: (reply: FromThread) => void
  readonly reject: (error: Error) => void
}

export interface PoolOptions {
  readonly threads: number
  /** What a thread that takes the place of another is given. */
  readonly generations: () => readonly KeptGeneration[]
  /** Is told of threads that ended by themselves. */
  readonly onLoss?: ((error: ThreadEndedError) => void) | undefined
}

/**
 * Threads that answer questions over tables in shared memory. Each has one question at a time and the others wait in
 * the order in which they came, so that none waits behind a slow one while a thread is free.
 *
 * `piscina` hands tasks to whatever thread is free, but cannot give every thread a generation once.
 */
export class ThreadPool {
  /** Threads that ended by themselves. */
  lost = 0
  private readonly threads = new Set<SearchThread>()
  private readonly queue: Waiting[] = []
  /** Generations that are to be dropped, with their bytes, once no question waits for them. */
  private readonly drops = new Map<string, number>()
  private readonly retries = new Set<NodeJS.Timeout>()
  private isClosed = false

  constructor(private readonly options: PoolOptions) {
    for (let i = 0; i < options.threads; i++) this.start()
  }

  get size(): number {
    return this.threads.size
  }

  /** Questions that no thread has taken yet. */
  get waiting(): number {
    return this.queue.length
  }

  /** How long the first of these has waited, in milliseconds; 0 where none does. */
  get waitedMs(): number {
    const [first] = this.queue
    return first === undefined ? 0 : performance.now() - first.since
  }

  /** Lets all threads answer for a generation, whatever is asked after it. */
  keep(generation: KeptGeneration): void {
    this.drops.delete(generation.name)
    for (const thread of this.threads) thread.keep(generation)
  }

  /** Questions that wait for the generation are answered first. @param bytes that no other generation shares with it */
  drop(name: string, bytes: number): void {
    this.drops.set(name, bytes)
    this.dropUnasked()
  }

  /** @throws {ThreadEndedError} where the thread ends before it has answered, or the pool is closed */
  ask(question: ThreadQuestion): Promise<FromThread> {
    if (this.isClosed) return Promise.reject(new ThreadEndedError('The service stops.'))
    return new Promise((resolve, reject) => {
      this.queue.push({ question, since: performance.now(), resolve, reject })
      this.dispatch()
    })
  }

  /** Stops all threads; what is asked is refused. Safe at any time. */
  async close(): Promise<void> {
    this.isClosed = true
    for (const timer of this.retries) clearTimeout(timer)
    for (const { reject } of this.queue.splice(0)) reject(new ThreadEndedError('The service stops.'))
    const threads = [...this.threads]
    this.threads.clear()
    await Promise.all(threads.map((thread) => thread.stop()))
  }

  private dispatch(): void {
    for (const thread of this.threads) {
      if (thread.isBusy) continue
      const next = this.queue.shift()
      if (next === undefined) break
      const { question, resolve, reject } = next
      void thread
        .ask(question)
        .then(resolve, reject)
        .then(() => {
          this.dispatch()
        })
    }
    this.dropUnasked()
  }

  /** A thread answers what it was asked before it is told of the drop. */
  private dropUnasked(): void {
    for (const [name, bytes] of this.drops) {
      if (this.queue.some(({ question }) => question.at === name)) continue
      this.drops.delete(name)
      for (const thread of this.threads) thread.drop(name, bytes)
    }
  }

  private start(): void {
    const thread = new SearchThread((error) => {
      this.threads.delete(thread)
      this.lost++
      this.options.onLoss?.(error)
      if (thread.answered > 0) this.replace()
      else this.replaceLater()
    })
    for (const generation of this.options.generations()) thread.keep(generation)
    this.threads.add(thread)
  }

  private replace(): void {
    if (this.isClosed) return
    this.start()
    this.dispatch()
  }

  private replaceLater(): void {
    const timer = setTimeout(() => {
      this.retries.delete(timer)
      this.replace()
    }, RETRY_MS)
    this.retries.add(timer)
  }
}
