import { setTimeout as sleep } from 'node:timers/promises'
import { NO_RULES, type EntityRules } from '../../../entities/rules/entity-rules.js'
import { WorkerThread, workerFile } from '../../../structures/worker-thread.js'
import type { ClusterOptions } from '../cluster.js'
import type { IndexOptions, Layout } from '../layout.js'
import type { ResolvingWork, ResolvingData } from './names-worker.js'

/** After the names were put together, so many times as long is rested before the next time, and at least so long. */
const REST = { factor: 5, leastMs: 500 }

export interface FollowerOptions {
  /** How another thread speaks to the cluster. */
  readonly connection: ClusterOptions
  readonly layout: Layout
  readonly index: IndexOptions
  /** What the user decides of names: the same as `nyhetssok index` has. */
  readonly rules?: EntityRules | undefined
  /** Is told when the names of what was written are known. */
  readonly named: () => void
}

/** Puts the names together anew after articles were written, in a thread of its own: they follow a little later. */
export class NamesFollower {
  private isAsked = false
  private running: Promise<void> | undefined
  private readonly closing = new AbortController()

  constructor(private readonly options: FollowerOptions) {}

  /** Articles were written. */
  follow(): void {
    this.isAsked = true
    this.running ??= this.run()
      .catch(() => undefined)
      .finally(() => (this.running = undefined))
  }

  async close(): Promise<void> {
    this.closing.abort()
    await this.running
  }

  private async run(): Promise<void> {
    const { connection, layout, index, rules = NO_RULES, named } = this.options
    const { signal } = this.closing
    const data: ResolvingData = { connection, layout, options: { ...index, rules } }
    const file = workerFile('names-worker', import.meta.url)
    const thread = new WorkerThread<ResolvingWork>(file, { does: 'puts names together', data })
    const stop = (): void => void thread.stop()
    signal.addEventListener('abort', stop)
    try {
      while (this.isAsked && !signal.aborted) {
        this.isAsked = false
        const start = performance.now()
        await thread.ask(null)
        named()
        const took = performance.now() - start
        await sleep(Math.max(REST.leastMs, REST.factor * took), undefined, { signal })
      }
    } finally {
      signal.removeEventListener('abort', stop)
      await thread.stop()
    }
  }
}
