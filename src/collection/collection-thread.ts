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

interface PendingQuestion {
  readonly resolve: (answer: never) => void
  readonly reject: (error: Error) => void
}

/**
 * A `Collection` in a thread of its own, so that reading and changing many articles, and writing snapshots, hold up no
 * request in this thread. The tables are in shared memory.
 */
export class CollectionThread {
  /** The one that serves, and those that it replaced some minutes ago. */
  readonly generations = new Generations<KeptGeneration>()
  private latestStatus: CollectionStatus = { ...NOT_STARTED, ...NOTHING_SERVED, problems: NO_PROBLEMS }
  private readonly worker: Worker
  private readonly pending = new Map<number, PendingQuestion>()
  private nextNumber = 0
  private endError: Error | undefined
  private closing: Promise<void> | undefined

  /**
   * Where the thread ends by itself, what was asked of it is refused, and the process gets the error, as it would if
   * the collection were here.
   *
   * @param onNews is called with what happens in the collection
   */
  constructor(
    settings: CollectionSettings,
    private readonly onNews: (news: CollectionNews) => void
  ) {
    const dropped = new DroppedTables(MOST_DROPPED_BYTES)
    this.generations.onDrop((_name, bytes) => {
      dropped.add(bytes)
    })
    this.worker = new Worker(workerFile('collection-worker', import.meta.url), { workerData: settings })
    this.worker.on('message', (message: FromCollection) => {
      this.receive(message)
    })
    this.worker.on('exit', () => {
      this.endError = new Error('The thread that has the articles ended.')
      for (const { reject } of this.pending.values()) reject(this.endError)
      this.pending.clear()
    })
    // It keeps the process alive only while a question is pending.
    this.worker.unref()
  }

  get status(): CollectionStatus {
    return this.latestStatus
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

  /** Closes the collection, see `Collection.close`, and ends the thread; safe at any time. */
  close(): Promise<void> {
    this.closing ??= this.closeNow()
    return this.closing
  }

  private async closeNow(): Promise<void> {
    if (this.endError === undefined) await this.ask('close', undefined)
    await this.worker.terminate()
    this.generations.clear()
  }

  private ask<V extends CollectionVerb>(
    verb: V,
    request: CollectionVerbs[V]['request']
  ): Promise<CollectionVerbs[V]['answer']> {
    if (this.endError !== undefined) return Promise.reject(this.endError)
    const number = this.nextNumber++
    return new Promise((resolve, reject) => {
      this.pending.set(number, { resolve, reject })
      this.worker.ref()
      this.worker.postMessage({ number, verb, request } satisfies CollectionQuestion)
    })
  }

  private receive(message: FromCollection): void {
    switch (message.kind) {
      case 'answer':
        this.takePending(message.number)?.resolve(message.answer as never)
        break
      case 'failure':
        this.takePending(message.number)?.reject(receivedError(message.error))
        break
      case 'serves':
        this.generations.serve({ name: message.name, parts: message.parts })
        break
      case 'status':
        this.latestStatus = message.status
        break
      case 'news':
        this.onNews(message.news)
    }
  }

  private takePending(number: number): PendingQuestion | undefined {
    const question = this.pending.get(number)
    this.pending.delete(number)
    if (this.pending.size === 0) this.worker.unref()
    return question
  }
}
