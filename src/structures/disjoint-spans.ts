import type { Span } from './span.js'

/** Spans of which no two overlap, in the order of the text. None is empty. */
export class DisjointSpans {
  private readonly spans: Span[] = []

  /** Adds a span unless it overlaps one that is there; was it added? */
  add(span: Span): boolean {
    const at = this.firstEndingAfter(span.start)
    const next = this.spans[at]
    if (next !== undefined && next.start < span.end) return false
    this.spans.splice(at, 0, span)
    return true
  }

  private firstEndingAfter(offset: number): number {
    let [low, high] = [0, this.spans.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.spans[middle]!.end <= offset) low = middle + 1
      else high = middle
    }
    return low
  }
}
