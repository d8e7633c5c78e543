import type { ArticleEntities } from '../entities/article/article-entities.js'
import type { Span } from '../structures/span.js'

/** A stretch of the article with what it says: `text.slice(start, end)`. */
export interface QuotedSpan extends Span {
  readonly text: string
}

/**
 * What somebody said. Offsets are UTF-16 code units, `text` is exactly `article.slice(start, end)`: the words alone,
 * without quotation marks, speech dash, the comma before *sier X* or the conjunction *at*.
 */
export interface Quote extends QuotedSpan {
  readonly kind: 'direct' | 'reported'
  /**
   * The name or phrase that tells who speaks; where the cue has a pronoun, the name that the pronoun stands for. Absent
   * where that is not sure.
   */
  readonly speaker?: Speaker
  /** The word that announces the speech: `sier`, `ifølge`. */
  readonly cue?: QuotedSpan
  /** 0–1: how sure it is that this is a quote. */
  readonly confidence: number
}

export interface Speaker extends QuotedSpan {
  /** Index into the article's entities; absent where it is none of them, or not sure which. */
  readonly entity?: number
}

/** What `resolveArticle` tells of a text, as far as speakers need it. */
export type NamedEntities = Pick<ArticleEntities, 'entities' | 'mentions'>
