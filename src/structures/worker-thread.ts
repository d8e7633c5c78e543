import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'

/** What a thread is asked, what it answers, and what it tells meanwhile. */
export interface Work {
  readonly question: unknown
  readonly answer: unknown
  readonly note?: unknown
}

/** One answer a question, in their order. */
export type FromWorker<W extends Work> = { readonly note: W['note'] } | { readonly answer: W['answer'] }

export interface WorkerThreadOptions<W extends Work> {
  /** What it does, for the error where it ends. */
  readonly does: string
  readonly workerData?: unknown
  readonly onNote?: ((note: W['note']) => void) | undefined
}

/**
 * What new objects of a thread have room in, in megabytes, before they are tidied up. Many threads run beside each
 * other, and more room makes them hardly faster.
 */
export const YOUNG_GENERATION_MB = 48

/**
 * The source of a thread that lies beside the one that starts it, and ends as that does: `.js` when built, `.ts` where
 * sources are run as they are.
 *
 * @param name without the ending @param from `import.meta.url`
 */
export const workerFile = (name: string, from: string): URL => new URL(`./${name}${extname(from)}`, from)

/** A thread that answers questions one after the other, as the thread that asks sees it. */
export class WorkerThread<W extends Work> {
  private readonly worker: Worker
  /** In the order in which they were asked. */
  private readonly asked: {
    readonly resolve: (answer: W['answer']) => void
    readonly reject: (error: Error) => void
  }[] = []
  private end: Error | undefined

  constructor(file: URL, { does, workerData, onNote }: WorkerThreadOptions<W>) {
    const resourceLimits = { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB }
    this.worker = new Worker(file, { workerData, resourceLimits })
    this.worker.on('message', (message: FromWorker<W>) => {
      if ('note' in message) onNote?.(message.note)
      else this.asked.shift()?.resolve(message.answer)
    })
    let cause: unknown
    this.worker.on('error', (error) => (cause = error))
    this.worker.on('exit', () => {
      this.end = new Error(`A thread that ${does} ended.`, { cause })
      for (const { reject } of this.asked.splice(0)) reject(this.end)
    })
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
      this.worker.postMessage(question)
    })
    // Whoever awaits it is told; until then it is no fault that nobody does.
    answer.catch(() => undefined)
    return answer
  }

  async stop(): Promise<void> {
    await this.worker.terminate()
  }
}

/** The one that has least to do. */
export const leastBusy = <Thread extends { readonly waiting: number }>(threads: readonly Thread[]): Thread =>
  threads.reduce((a, b) => (b.waiting < a.waiting ? b : a))
