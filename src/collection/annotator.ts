import type { ArticleProblem } from '../articles/article.js'
import type { EntityRules } from '../entities/rules/entity-rules.js'
import type { AnnotationTables } from '../segment/annotations/annotations.js'
import type { ArticleTables } from '../segment/articles/article-store.js'
import type { GenerationTables } from '../segment/generation.js'
import type { PositionTables } from '../segment/positions/positions.js'
import type { StringTable } from '../structures/string-table.js'

/** What is read for names and quotes: tables in shared memory, whose tokens and sentences are not found again. */
export interface AnnotationSource {
  readonly positions: PositionTables
  readonly articles: ArticleTables
  readonly words: StringTable
  /** Numbers of articles that were taken out. */
  readonly removed: Uint32Array
  /** What is known of the first articles, for an annotator that has read none. */
  readonly previous?: AnnotationTables | undefined
}

export const annotationSource = (
  { segment, vocabulary }: GenerationTables,
  previous?: AnnotationTables
): AnnotationSource => ({
  positions: segment.positions,
  articles: segment.articles,
  words: vocabulary.words,
  removed: segment.removed.articles,
  previous
})

export type ProblemSink = (problem: ArticleProblem) => void

/** Reads articles for names and quotes: those of a generation, then those that came with each that follows it. */
export interface Annotator {
  /** Articles read so far. */
  readonly read: number
  /** @param articleFailed is called with each article that cannot be read and is served without names and quotes */
  annotate(source: AnnotationSource, articleFailed?: ProblemSink): Promise<AnnotationTables>
  /** Stops and frees everything; safe at any time. */
  stop(): Promise<void>
}

export type StartAnnotator = (rules: EntityRules) => Annotator
