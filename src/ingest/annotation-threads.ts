import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { EntityRules } from '../entities/rules/entity-rules.js'
import type { AnnotatedArticle, TextTables } from './article-texts.js'

/** Articles that a thread reads at a time. */
const RANGE = 32
/** Ranges that are read before they are asked for, by thread: bounds what waits in memory. */
const AHEAD = 4

/** What a thread is started with. */
export interface AnnotationWork {
  readonly tables: TextTables
  readonly rules: EntityRules
}

/** Articles by their numbers, from `from` to before `to`. */
export interface ArticleRange {
  readonly from: number
  readonly to: number
}

export interface AnnotationThreadsOptions {
  readonly threads: number
  /** The articles that are read. */
  readonly range: ArticleRange
}

/**
 * Reads the texts of articles for names and quotes in several threads, which share the tables, and yields what each
 * article tells, in the order of their numbers.
 *
 * @throws {Error} where a thread ends before it has read its articles
 */
export async function* annotateInThreads(
  work: AnnotationWork,
  { threads, range }: AnnotationThreadsOptions
): AsyncGenerator<AnnotatedArticle, void> {
  const ranges = dividedInto(range, RANGE)
  const pool = Array.from({ length: Math.min(threads, ranges.length) }, () => new AnnotationThread(work))
  const pending: Promise<readonly AnnotatedArticle[]>[] = []
  const isEnough = (): boolean => pending.length >= AHEAD * pool.length
  let next = 0
  try {
    while (next < ranges.length || pending.length > 0) {
      for (; next < ranges.length && !isEnough(); next++) {
        const thread = pool.reduce((a, b) => (b.waiting < a.waiting ? b : a))
        const reading = thread.read(ranges[next]!)
        // Whoever awaits it is told; until then it is no fault that nobody does.
        reading.catch(() => undefined)
        pending.push(reading)
      }
      yield* await pending.shift()!
    }
  } finally {
    await Promise.all(pool.map((thread) => thread.stop()))
  }
}

const dividedInto = ({ from, to }: ArticleRange, size: number): ArticleRange[] =>
  Array.from({ length: Math.ceil(Math.max(0, to - from) / size) }, (_, i) => ({
    from: from + i * size,
    to: Math.min(to, from + (i + 1) * size)
  }))

class AnnotationThread {
  private readonly worker: Worker
  /** In the order in which they were asked. */
  private readonly asked: {
    readonly resolve: (articles: readonly AnnotatedArticle[]) => void
    readonly reject: (error: Error) => void
  }[] = []
  private end: Error | undefined

  constructor(work: AnnotationWork) {
    // The worker's file ends as this one does: `.js` when built, `.ts` where sources are run as they are.
    const file = new URL(`./annotation-worker${extname(import.meta.url)}`, import.meta.url)
    this.worker = new Worker(file, { workerData: work })
    this.worker.on('message', (articles: readonly AnnotatedArticle[]) => {
      this.asked.shift()?.resolve(articles)
    })
    let cause: unknown
    this.worker.on('error', (error) => (cause = error))
    this.worker.on('exit', () => {
      this.end = new Error('A thread that reads names and quotes ended.', { cause })
      for (const { reject } of this.asked.splice(0)) reject(this.end)
    })
  }

  /** Ranges that it has not read yet. */
  get waiting(): number {
    return this.asked.length
  }

  read(range: ArticleRange): Promise<readonly AnnotatedArticle[]> {
    if (this.end !== undefined) return Promise.reject(this.end)
    return new Promise((resolve, reject) => {
      this.asked.push({ resolve, reject })
      this.worker.postMessage(range)
    })
  }

  async stop(): Promise<void> {
    await this.worker.terminate()
  }
}
