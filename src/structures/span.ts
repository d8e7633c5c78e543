/** A stretch of a text, in UTF-16 code units; `end` is exclusive, so `text.slice(start, end)` is what stands there. */
export interface Span {
  readonly start: number
  readonly end: number
}
