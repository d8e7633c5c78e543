import type { Span } from '../../structures/span.js'

/** A word, number or sign of a text. */
export interface Token extends Span {
  /** The written form in lower case, without soft hyphens, with numbers in one spelling: `1 000` → `1000`. */
  readonly word: string
}

/** A part of a compound; offsets are relative to the word's start. */
export interface CompoundPart extends Span {
  /** The part as a word of its own, without its joint: `digitaliserings` → `digitalisering`. */
  readonly word: string
}
