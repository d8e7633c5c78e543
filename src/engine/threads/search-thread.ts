import { Worker } from 'node:worker_threads'
import type { KeptGeneration } from '../../collection/generations.js'
import type { FromThread, ThreadQuestion, ToThread } from './messages.js'
import { YOUNG_GENERATION_MB } from '../../threads/idle-workers.js'
import { workerFile } from '../../threads/worker-thread.js'

/** The thread that was to answer ended; another one takes its place. */
export class ThreadEndedError extends Error {
  override readonly name = 'ThreadEndedError'
}

interface Pending {
  readonly resolve: (reply: FromThread) => void
  readonly reject: (error: Error) => void
}

/** One thread that searches, as the thread that asks sees it. */
export class SearchThread {
  /** Questions that it has answered. */
  answered = 0
  private readonly worker: Worker
  private pending: Pending | undefined
  private isStopped = false

  /** @param onEnd is called once, when the thread has ended by itself */
  constructor(onEnd: (error: ThreadEndedError) => void) {
    const file = workerFile('search-worker', import.meta.url)
    this.worker = new Worker(file, { resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB } })
    let cause: unknown
    this.worker.on('error', (error) => (cause = error))
    this.worker.on('message', (reply: FromThread) => {
      // It is awaited until it has ended, and what it was asked is refused then.
      if (this.isStopped) return
      this.answered++
      const { pending } = this
      this.pending = undefined
      this.worker.unref()
      pending?.resolve(reply)
    })
    this.worker.on('exit', () => {
      const error = new ThreadEndedError('The thread that searched ended.', { cause })
      this.pending?.reject(error)
      this.pending = undefined
      if (!this.isStopped) onEnd(error)
    })
    // A thread that has nothing to do keeps no process alive.
    this.worker.unref()
  }

  /** Is it answering? Then it is asked nothing else. */
  get isBusy(): boolean {
    return this.pending !== undefined
  }

  /** Lets it answer for a generation, from the next question on. Tables are shared, not copied. */
  keep({ name, parts }: KeptGeneration): void {
    if (parts === undefined) throw new Error('A generation whose segment still grows cannot be shared.')
    this.send({ kind: 'keep', name, parts })
  }

  /** @param bytes that no other generation shares with it */
  drop(name: string, bytes: number): void {
    this.send({ kind: 'drop', name, bytes })
  }

  /** @throws {ThreadEndedError} where the thread ends before it has answered */
  ask(question: ThreadQuestion): Promise<FromThread> {
    return new Promise((resolve, reject) => {
      this.pending = { resolve, reject }
      this.worker.ref()
      this.send({ kind: 'ask', question })
    })
  }

  async stop(): Promise<void> {
    this.isStopped = true
    await this.worker.terminate()
  }

  private send(message: ToThread): void {
    this.worker.postMessage(message)
  }
}
