import { createHash } from 'node:crypto'
import type { Models } from '../analysis/models.js'
import type { SourceArticle } from '../articles/article.js'
import { contentDigest } from '../articles/content.js'
import { shareTables } from '../structures/tables.js'
import type { ReadBatch } from './batch-reader.js'
import { BatchWords } from './words/batch-words.js'
import { buildCollectionCompletions } from './completions/completions.js'
import type { GenerationTables } from './generation.js'
import type { FieldLengths } from './postings/impacts.js'
import { readArticle } from './read-article.js'
import { readSegment } from './segment.js'
import { SegmentBuilder, type IndexRanges } from './segment-builder.js'
import { withFirstCounts } from './words/first-counts.js'
import { VocabularyBuilder } from './words/vocabulary-builder.js'
import type { VocabularyTables } from './words/vocabulary-tables.js'
import { Vocabulary } from './words/vocabulary.js'

/** To be raised when the same articles and models make other tables. */
const INDEX_VERSION = 22

/** Names what makes tables of articles: the same version, the same tables. */
export const indexVersion = (models: Models): string => `${INDEX_VERSION} ${models.version}`

/** A generation's tables with its name. */
export interface BuiltGeneration {
  readonly name: string
  readonly tables: GenerationTables
}

export interface GenerationBuilderOptions {
  /** That impacts are relative to; absent: those of the articles. */
  readonly averages?: FieldLengths
  /** Makes the postings, given the words of all articles; absent: this thread does. */
  readonly indexRanges?: (words: VocabularyTables) => IndexRanges
}

/**
 * Takes articles one after another, from their source or as other threads have read them, then makes the tables of a
 * generation of one segment. The tables are the same either way.
 */
export class GenerationBuilder {
  private readonly words: VocabularyBuilder
  private readonly segment: SegmentBuilder
  private readonly hash
  /** By the reader of batches: its words. */
  private readonly batchWords = new Map<number, BatchWords>()

  constructor(
    private readonly models: Models,
    private readonly options: GenerationBuilderOptions = {}
  ) {
    this.words = new VocabularyBuilder(models.analyzeAnew)
    this.segment = new SegmentBuilder(this.words)
    this.hash = createHash('sha256').update(`nyhetssok index ${indexVersion(models)}\n`)
  }

  get size(): number {
    return this.segment.size
  }

  add(source: SourceArticle): void {
    this.segment.add(readArticle(source, this.models))
    this.hash.update(contentDigest(source))
  }

  /** Adds what a `BatchReader` has read. @param reader which one; the batches of each come in its order */
  addBatch(reader: number, batch: ReadBatch): void {
    let words = this.batchWords.get(reader)
    if (words === undefined) this.batchWords.set(reader, (words = new BatchWords(this.words)))
    const { gathered, digests } = batch
    words.take(batch.words)
    this.segment.addAll(gathered, words.counted)
    words.countCapitals(batch.words.capitals)
    this.hash.update(digests)
  }

  /** Without annotations. Lets other work run meanwhile. @param progress is told how many articles are indexed */
  async finish(progress: (indexed: number) => void = () => undefined): Promise<BuiltGeneration> {
    this.batchWords.clear()
    let indexed = 0
    const columns = shareTables(this.words.columns())
    const [segment, ways] = await Promise.all([
      this.segment.seal({
        averages: this.options.averages,
        indexRanges: this.options.indexRanges?.(columns),
        progress: (more) => {
          progress((indexed += more))
        }
      }),
      this.words.finish(columns).then(shareTables)
    ])
    const vocabulary = await withFirstCounts(ways, segment.runs['0']!.positions)
    const words = new Vocabulary(vocabulary, this.models)
    const completions = await buildCollectionCompletions(readSegment(segment, words), words)
    return {
      name: this.hash.digest('base64url').slice(0, 16),
      tables: { segment, vocabulary, completions: shareTables(completions) }
    }
  }
}
