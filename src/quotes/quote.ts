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
  /** The name that tells who speaks; where the cue has a pronoun, the name that the pronoun stands for. Absent where that is not sure. */
  readonly speaker?: QuotedSpan
  /** The word that announces the speech: `sier`, `ifølge`. */
  readonly cue?: QuotedSpan
  /** 0 to 1: how sure it is that this is a quote. */
  readonly confidence: number
}

/** A person or organisation that the article names, as the entities' recogniser found it. */
export interface SpeakerMention extends Span {
  /** The same number for all mentions of one. */
  readonly entity: number
  readonly type: 'person' | 'organisation'
}
