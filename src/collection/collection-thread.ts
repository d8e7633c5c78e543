import { Worker } from 'node:worker_threads'
import { DroppedTables } from '../structures/dropped-tables.js'
import { receivedError } from '../threads/sent-error.js'
import { workerFile } from '../threads/worker-thread.js'
import type { ArticleChange, ChangeOutcome } from '../articles/article-change.js'
import type {
  CollectionNews,
  CollectionQuestion,
  CollectionSettings,
  CollectionVerb,
  CollectionVerbs,
  FromCollection
} from './collection-messages.js'
import { NO_PROBLEMS } from '../articles/problem-summary.js'
import { NOTHING_SERVED, type CollectionStatus } from './collection-status.js'
import { Generations, MOST_DROPPED_BYTES, type KeptGeneration } from './generations.js'
import { NOT_STARTED } from './progress.js'

interface Asked {
  readonly resolve: (answer: never) => void
  readonly reject: (error: Error) => void
}

/**
 * A `Collection` in a thread of its own, so that reading, changing and keeping articles hold up nobody here, however
 * many they are. The tables are in shared memory.
 */
export class CollectionThread {
  /** The one that serves, and those that it replaced some minutes ago. */
  readonly generations = new Generations<KeptGeneration>()
  private latest: CollectionStatus = { ...NOT_STARTED, ...NOTHING_SERVED, problems: NO_PROBLEMS }
  private readonly worker: Worker
  private readonly asked = new Map<number, Asked>()
  private next = 0
  private ended: Error | undefined
  private closing: Promise<void> | undefined

  /**
   * Where the thread ends by itself, what was asked of it is refused, and the process gets the error, as it would if
   * the collection were here.
   *
   * @param told is told what happens
   */
  constructor(
    settings: CollectionSettings,
    private readonly told: (news: CollectionNews) => void
  ) {
    const dropped = new DroppedTables(MOST_DROPPED_BYTES)
    this.generations.onDrop((_name, bytes) => {
      dropped.add(bytes)
    })
    this.worker = new Worker(workerFile('collection-worker', import.meta.url), { workerData: settings })
    this.worker.on('message', (message: FromCollection) => {
      this.take(message)
    })
    this.worker.on('exit', () => {
      this.ended = new Error('The thread that has the articles ended.')
      for (const { reject } of this.asked.values()) reject(this.ended)
      this.asked.clear()
    })
    // It keeps no process alive but while it is asked something.
    this.worker.unref()
  }

  get status(): CollectionStatus {
    return this.latest
  }

  /** @throws {UserError} where the folder cannot be read at all, or is refused */
  load(): Promise<void> {
    return this.ask('load', undefined)
  }

  /** Watches the folder from now on. */
  watch(): Promise<void> {
    return this.ask('watch', undefined)
  }

  /** Looks at the whole folder. @throws where it cannot be read */
  refresh(): Promise<void> {
    return this.ask('refresh', undefined)
  }

  /** See `Collection.write`. */
  write(changes: readonly ArticleChange[]): Promise<readonly ChangeOutcome[]> {
    return this.ask('write', changes)
  }

  /** Keeps what there is for the next start, and ends the thread; safe at any time. */
  close(): Promise<void> {
    this.closing ??= this.closeNow()
    return this.closing
  }

  private async closeNow(): Promise<void> {
    if (this.ended === undefined) await this.ask('close', undefined)
    await this.worker.terminate()
    this.generations.clear()
  }

  private ask<V extends CollectionVerb>(
    verb: V,
    request: CollectionVerbs[V]['request']
  ): Promise<CollectionVerbs[V]['answer']> {
    if (this.ended !== undefined) return Promise.reject(this.ended)
    const number = this.next++
    return new Promise((resolve, reject) => {
      this.asked.set(number, { resolve, reject })
      this.worker.ref()
      this.worker.postMessage({ number, verb, request } satisfies CollectionQuestion)
    })
  }

  private take(message: FromCollection): void {
    switch (message.kind) {
      case 'answer':
        this.answered(message.number)?.resolve(message.answer as never)
        break
      case 'failure':
        this.answered(message.number)?.reject(receivedError(message.error))
        break
      case 'serves':
        this.generations.serve({ name: message.name, parts: message.parts })
        break
      case 'status':
        this.latest = message.status
        break
      case 'news':
        this.told(message.news)
    }
  }

  private answered(number: number): Asked | undefined {
    const asked = this.asked.get(number)
    this.asked.delete(number)
    if (this.asked.size === 0) this.worker.unref()
    return asked
  }
}
