import type { EntityRules } from '../entities/rules/entity-rules.js'
import type { TextWithId } from '../segment/annotations/annotation-builder.js'
import type { AnnotationTables } from '../segment/annotations/annotations.js'

/** Articles by dense numbers. */
export interface NumberedArticles {
  readonly size: number
  article(number: number): TextWithId
}

/** Reads the articles of one generation for names and quotes. */
export interface Annotator {
  /** How many it has read. */
  readonly read: number
  annotate(articles: NumberedArticles): Promise<AnnotationTables>
  /** Gives up what it holds. It may be called at any time. */
  stop(): Promise<void>
}

export type StartAnnotator = (rules: EntityRules) => Annotator
