import type { Span } from '../../structures/span.js'

/** A word, number or sign of a text. */
export interface Token extends Span {
  /** The written form in lower case, without soft hyphens, with numbers in one spelling: `1 000` → `1000`. */
  readonly word: string
}
