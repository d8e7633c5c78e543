import { createHash, type Hash } from 'node:crypto'
import type { Models } from '../analysis/models.js'
import type { SourceArticle } from '../articles/article.js'
import { shareTables } from '../structures/tables.js'
import { buildCollectionCompletions } from './completions/completions.js'
import type { GenerationTables } from './generation.js'
import type { FieldLengths } from './postings/impacts.js'
import { readArticle } from './read-article.js'
import { readSegment } from './segment.js'
import { SegmentBuilder, type IndexingProgress } from './segment-builder.js'
import { VocabularyBuilder } from './words/vocabulary-builder.js'
import { Vocabulary } from './words/vocabulary.js'

/** To be raised when the same articles and models make other tables. */
const INDEX_VERSION = 12

/** Names what makes tables of articles: the same version, the same tables. */
export const indexVersion = (models: Models): string => `${INDEX_VERSION} ${models.version}`

/** A generation's tables with its name. */
export interface BuiltGeneration {
  readonly name: string
  readonly tables: GenerationTables
}

/** Reads articles one by one, then makes the tables of a generation of one segment. */
export class GenerationBuilder {
  private readonly words: VocabularyBuilder
  private readonly segment: SegmentBuilder
  private readonly hash: Hash

  /** @param averages that impacts are relative to; absent: those of the articles */
  constructor(
    private readonly models: Models,
    private readonly averages?: FieldLengths
  ) {
    this.words = new VocabularyBuilder(models.analyze)
    this.segment = new SegmentBuilder(this.words)
    this.hash = createHash('sha256').update(`nyhetssok index ${indexVersion(models)}\n`)
  }

  get size(): number {
    return this.segment.size
  }

  add(source: SourceArticle): void {
    this.segment.add(readArticle(source, this.models))
    this.hash.update(contentOf(source))
  }

  /** Without annotations. Lets other work run meanwhile. */
  async finish(progress?: IndexingProgress): Promise<BuiltGeneration> {
    await this.segment.index(this.averages, progress)
    const segment = await this.segment.seal()
    const vocabulary = shareTables(await this.words.finish())
    const words = new Vocabulary(vocabulary, this.models)
    const completions = await buildCollectionCompletions(readSegment(segment, words), words)
    return {
      name: this.hash.digest('base64url').slice(0, 16),
      tables: { segment, vocabulary, completions: shareTables(completions) }
    }
  }
}

/** The same for the same content, in whatever order its facts are stated. */
export const contentOf = (source: SourceArticle): string =>
  JSON.stringify(Object.entries(source).sort(([a], [b]) => (a < b ? -1 : 1)))
