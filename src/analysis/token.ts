/**
 * A word, number or sign of a text. `text.slice(start, end)` is what was written; offsets are UTF-16 code units.
 */
export interface Token {
  readonly start: number
  readonly end: number
  /** The written form in lower case, without soft hyphens, with numbers in one spelling: `1 000` → `1000`. */
  readonly word: string
}

/** A part of a compound; offsets are relative to the word's start. */
export interface CompoundPart {
  readonly start: number
  readonly end: number
  /** The part as a word of its own, without its joint: `digitaliserings` → `digitalisering`. */
  readonly word: string
}

/** A stretch of text; offsets are UTF-16 code units, `end` exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}
