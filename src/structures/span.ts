/** A stretch of a text, in UTF-16 code units; `end` is exclusive, so `text.slice(start, end)` is what stands there. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Of spans in order those that overlap none before them. */
export const apart = <One extends Span>(spans: readonly One[]): One[] => {
  let last = 0
  return spans.filter(({ start, end }) => {
    if (start < last) return false
    last = end
    return true
  })
}
