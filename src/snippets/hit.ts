import type { Span } from '../analysis/token.js'
import type { SearchIndex } from '../index/search-index.js'
import type { Occurrence } from '../ranking/occurrences.js'

/** An occurrence of the query in an article's text; offsets are UTF-16 code units into the text. */
export interface Hit extends Occurrence, Span {}

/** The hits in the text, in order, without those in the title. */
export const textHits = (
  { forward }: SearchIndex,
  article: number,
  occurrences: readonly Occurrence[]
): Hit[] => {
  const first = forward.text[article]!
  const hits: Hit[] = []
  for (const { position, term, grade, part } of occurrences) {
    if (position < first) continue
    const start = forward.starts[position]!
    hits.push({ position, term, grade, part, start, end: start + forward.lengths[position]! })
  }
  return hits
}

/** Those that lie wholly in a span. */
export const hitsIn = (hits: readonly Hit[], { start, end }: Span): Hit[] => {
  let low = 0
  let high = hits.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (hits[middle]!.start < start) low = middle + 1
    else high = middle
  }
  const inside: Hit[] = []
  for (let i = low; i < hits.length && hits[i]!.end <= end; i++) inside.push(hits[i]!)
  return inside
}
