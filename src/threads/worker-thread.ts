import { extname } from 'node:path'
import type { Worker } from 'node:worker_threads'
import { idleWorker, newWorker, releaseWorker } from './idle-workers.js'

/** What a thread is asked, what it answers, and what it tells meanwhile. */
export interface Work {
  readonly question: unknown
  readonly answer: unknown
  readonly note?: unknown
  /** What the thread begins with. */
  readonly data?: unknown
}

/** One answer a question, in their order. */
export type FromWorker<W extends Work> = { readonly note: W['note'] } | { readonly answer: W['answer'] }

/** What a thread is told: to begin with some data, questions of that, and to forget it all. */
export type ToWorker<W extends Work> =
  | { readonly kind: 'begin'; readonly data: W['data'] }
  | { readonly kind: 'ask'; readonly question: W['question'] }
  | { readonly kind: 'release' }

export interface WorkerThreadOptions<W extends Work> {
  /** What it does, for the error where it ends. */
  readonly does: string
  readonly data?: W['data']
  readonly onNote?: ((note: W['note']) => void) | undefined
}

/**
 * The source of a thread that lies beside the one that starts it, and ends as that does: `.js` when built, `.ts` where
 * sources are run as they are.
 *
 * @param name without the ending @param from `import.meta.url`
 */
export const workerFile = (name: string, from: string): URL => new URL(`./${name}${extname(from)}`, from)

/**
 * A thread that answers questions one after the other, as the thread that asks sees it. It keeps a process alive only
 * while it is asked. One that is stopped and has answered all is idle, and the next one of its kind goes on in it.
 */
export class WorkerThread<W extends Work> {
  private readonly worker: Worker
  /** In the order in which they were asked. */
  private readonly asked: {
    readonly resolve: (answer: W['answer']) => void
    readonly reject: (error: Error) => void
  }[] = []
  private end: Error | undefined
  private cause: unknown
  private readonly listeners

  constructor(
    private readonly file: URL,
    private readonly options: WorkerThreadOptions<W>
  ) {
    this.worker = idleWorker(file) ?? newWorker(file)
    this.listeners = {
      message: (message: FromWorker<W>): void => {
        if ('note' in message) options.onNote?.(message.note)
        else this.answered(message.answer)
      },
      error: (error: unknown): void => {
        this.cause = error
      },
      exit: (): void => {
        this.ended()
      }
    }
    for (const [event, listener] of Object.entries(this.listeners)) this.worker.on(event, listener)
    this.send({ kind: 'begin', data: options.data })
  }

  get hasEnded(): boolean {
    return this.end !== undefined
  }

  /** Questions that it has not answered yet. */
  get waiting(): number {
    return this.asked.length
  }

  /** @throws {Error} where the thread ends before it has answered */
  ask(question: W['question']): Promise<W['answer']> {
    if (this.end !== undefined) return Promise.reject(this.end)
    const answer = new Promise<W['answer']>((resolve, reject) => {
      this.asked.push({ resolve, reject })
      this.worker.ref()
      this.send({ kind: 'ask', question })
    })
    // Whoever awaits it is told; until then it is no fault that nobody does.
    answer.catch(() => undefined)
    return answer
  }

  /** What is asked is refused; safe at any time. */
  async stop(): Promise<void> {
    if (this.end !== undefined) return
    if (this.asked.length > 0) return this.terminate()
    this.ended()
    for (const [event, listener] of Object.entries(this.listeners)) this.worker.off(event, listener)
    this.send({ kind: 'release' })
    releaseWorker(this.file, this.worker)
  }

  /** Ends the thread, and those that it has started, whatever they do; safe at any time. */
  async terminate(): Promise<void> {
    if (this.end === undefined) await this.worker.terminate()
  }

  private answered(answer: W['answer']): void {
    this.asked.shift()?.resolve(answer)
    if (this.asked.length === 0) this.worker.unref()
  }

  private ended(): void {
    this.end ??= new Error(`A thread that ${this.options.does} ended.`, { cause: this.cause })
    for (const { reject } of this.asked.splice(0)) reject(this.end)
  }

  private send(message: ToWorker<W>): void {
    this.worker.postMessage(message)
  }
}

/** The one that has least to do. */
export const leastBusy = <Thread extends { readonly waiting: number }>(threads: readonly Thread[]): Thread =>
  threads.reduce((a, b) => (b.waiting < a.waiting ? b : a))
