import type { Models } from '../analysis/models.js'
import type { SourceArticle } from '../articles/article.js'
import type { ReadBatch } from '../segment/batch-reader.js'
import { GenerationBuilder, type BuiltGeneration } from '../segment/generation-builder.js'
import { rangesOf, type IndexingProgress } from '../segment/postings/index-articles.js'
import type { PostingTables } from '../segment/postings/sealed-postings.js'
import type { IndexRanges } from '../segment/segment-builder.js'
import type { VocabularyTables } from '../segment/words/vocabulary-tables.js'
import type { ReadingWork } from './reading-worker.js'
import { leastBusy, WorkerThread, workerFile } from '../threads/worker-thread.js'

/** Batches that a thread is given before they are asked for: bounds what waits in memory. */
const AHEAD = 3

/**
 * Builds a generation with the help of threads: they read the articles, and then index ranges of them; this one puts
 * together what they have read. The tables are those that `GenerationBuilder` makes alone.
 */
export class ParallelBuilder {
  private readonly threads: readonly WorkerThread<ReadingWork>[]
  private readonly builder: GenerationBuilder
  private indexed: IndexingProgress = () => undefined
  /** By batch that is not put with the others yet, in order: ends when it is. */
  private readonly pending: Promise<void>[] = []
  private latest: Promise<void> = Promise.resolve()

  constructor(models: Models, threads: number) {
    const file = workerFile('reading-worker', import.meta.url)
    const onNote = (more: number): void => {
      this.indexed(more)
    }
    this.threads = Array.from(
      { length: threads },
      () => new WorkerThread<ReadingWork>(file, { does: 'reads articles', onNote })
    )
    this.builder = new GenerationBuilder(models, { indexRanges: (words) => this.indexRanges(words) })
  }

  /** Adds articles behind those before. Ends when more may come. @throws {Error} where a thread has ended */
  async add(articles: readonly SourceArticle[]): Promise<void> {
    const thread = leastBusy(this.threads)
    const reading = thread.ask({ kind: 'read', articles })
    this.latest = this.latest.then(async () => {
      this.builder.addBatch(this.threads.indexOf(thread), ((await reading) as { batch: ReadBatch }).batch)
    })
    this.latest.catch(() => undefined)
    this.pending.push(this.latest)
    while (this.pending.length >= AHEAD * this.threads.length) await this.pending.shift()
  }

  /** @param progress is told how many articles are indexed @throws {Error} where a thread has ended */
  async finish(progress?: (indexed: number) => void): Promise<BuiltGeneration> {
    await this.latest
    return this.builder.finish(progress)
  }

  /** Ends the threads; safe at any time. */
  async stop(): Promise<void> {
    await Promise.all(this.threads.map((thread) => thread.stop()))
  }

  private indexRanges(words: VocabularyTables): IndexRanges {
    return async ({ first, text, words: ids }, averages, progress) => {
      this.indexed = progress
      const of = { positions: { first, text, words: ids }, averages, words }
      const ranges = rangesOf(text.length).map((range) =>
        leastBusy(this.threads).ask({ kind: 'index', range, of })
      )
      const answers = await Promise.all(ranges)
      // What they hold is free before the rest is made.
      await this.stop()
      return answers.map((answer) => (answer as { postings: PostingTables }).postings)
    }
  }
}
