import { setTimeout as sleep } from 'node:timers/promises'
import { NO_RULES, type EntityRules } from '../../../entities/rules/entity-rules.js'
import { WorkerThread, workerFile } from '../../../threads/worker-thread.js'
import type { ClusterOptions } from '../connection/cluster.js'
import type { IndexOptions, Layout } from '../layout/layout.js'
import type { ResolvingWork, ResolvingData } from './names-worker.js'

/** After a run the follower pauses for so many times as long as the run took, and at least for so long. */
const PAUSE = { factor: 5, leastMs: 500 }
/** After a run that failed it waits so long, and twice as long each time, up to the longest. */
const RETRY = { firstMs: 1000, longestMs: 60_000 }

export interface FollowerOptions {
  /** How another thread connects to the cluster. */
  readonly connection: ClusterOptions
  readonly layout: Layout
  readonly index: IndexOptions
  /** What the user decides of names: the same as `nyhetssok index` has. */
  readonly rules?: EntityRules | undefined
  /** Is called when the names of what was written are known, or resolving them failed; then it is tried again. */
  readonly ended: (error?: Error) => void
}

/** Resolves the names of all articles anew after some were written, in a thread of its own, until that succeeds. */
export class NamesFollower {
  /** Were articles written that no run has begun to resolve? */
  private isBehind = false
  private running: Promise<void> | undefined
  private thread: WorkerThread<ResolvingWork> | undefined
  private readonly closing = new AbortController()

  constructor(private readonly options: FollowerOptions) {}

  /** Articles were written. */
  follow(): void {
    this.isBehind = true
    this.running ??= this.run().finally(() => {
      this.running = undefined
      // Articles may have been written while the thread was stopped.
      if (this.isBehind && !this.isClosed()) this.follow()
    })
  }

  async close(): Promise<void> {
    this.closing.abort()
    await this.thread?.stop()
    await this.running
  }

  private isClosed(): boolean {
    return this.closing.signal.aborted
  }

  private async run(): Promise<void> {
    for (let retryMs = RETRY.firstMs; this.isBehind && !this.isClosed();) {
      this.isBehind = false
      const start = performance.now()
      try {
        await this.resolve()
        retryMs = RETRY.firstMs
        await this.pause(Math.max(PAUSE.leastMs, PAUSE.factor * (performance.now() - start)))
      } catch (error) {
        if (this.isClosed()) break
        this.isBehind = true
        this.options.ended(error as Error)
        await this.pause(retryMs)
        retryMs = Math.min(2 * retryMs, RETRY.longestMs)
      }
    }
    await this.thread?.stop()
  }

  /** @throws {Error} where the thread ends */
  private async resolve(): Promise<void> {
    // A thread in which something failed has ended.
    if (this.thread?.hasEnded !== false) this.thread = this.startThread()
    await this.thread.ask(null)
    this.options.ended()
  }

  private startThread(): WorkerThread<ResolvingWork> {
    const { connection, layout, index, rules = NO_RULES } = this.options
    const data: ResolvingData = { connection, layout, options: { ...index, rules } }
    return new WorkerThread<ResolvingWork>(workerFile('names-worker', import.meta.url), {
      does: 'resolves names',
      data
    })
  }

  /** Ends at once when the follower is closed. */
  private async pause(ms: number): Promise<void> {
    await sleep(ms, undefined, { signal: this.closing.signal }).catch(() => undefined)
  }
}
