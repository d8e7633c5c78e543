import type { EntityRules } from '../entities/rules/entity-rules.js'
import type { ArticleRange } from '../segment/postings/index-articles.js'
import type { AnnotatedArticle, TextTables } from './article-texts.js'
import { leastBusy, WorkerThread, workerFile } from '../threads/worker-thread.js'

/** Articles that a thread reads at a time. */
const RANGE = 32
/** Ranges that are read before they are asked for, by thread: bounds what waits in memory. */
const AHEAD = 4

/** A thread is sent ranges of articles, and answers with what they tell. */
export interface AnnotatingWork {
  readonly question: ArticleRange
  readonly answer: readonly AnnotatedArticle[]
  readonly data: AnnotationWork
}

/** What a thread is started with. */
export interface AnnotationWork {
  readonly tables: TextTables
  readonly rules: EntityRules
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
  const file = workerFile('annotation-worker', import.meta.url)
  const pool = Array.from(
    { length: Math.min(threads, ranges.length) },
    () =>
      new WorkerThread<AnnotatingWork>(file, {
        does: 'reads names and quotes',
        data: work
      })
  )
  const pending: Promise<AnnotatingWork['answer']>[] = []
  const isEnough = (): boolean => pending.length >= AHEAD * pool.length
  let next = 0
  try {
    while (next < ranges.length || pending.length > 0) {
      for (; next < ranges.length && !isEnough(); next++) pending.push(leastBusy(pool).ask(ranges[next]!))
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
