import { firstWhere } from './bisect.js'
import type { Span } from './span.js'

/** Spans of which no two overlap, in the order of the text. None is empty. */
export class DisjointSpans {
  private readonly spans: Span[] = []

  /** Adds a span unless it overlaps one that is there; was it added? */
  add(span: Span): boolean {
    const at = firstWhere(0, this.spans.length, (i) => this.spans[i]!.end > span.start)
    const next = this.spans[at]
    if (next !== undefined && next.start < span.end) return false
    this.spans.splice(at, 0, span)
    return true
  }
}
