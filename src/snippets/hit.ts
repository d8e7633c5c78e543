import type { Span } from '../structures/span.js'
import type { Reader } from '../segment/generation.js'
import type { OccurrenceReader } from '../ranking/occurrence-reader.js'
import type { Occurrence } from '../ranking/occurrences.js'

/** An occurrence of the query in an article's text; offsets are UTF-16 code units into the text. */
export interface Hit extends Occurrence, Span {}

/** A span as a hit by itself. */
export const spanHit = ({ start, end }: Span): Hit => ({
  start,
  end,
  position: 0,
  term: 0,
  grade: 1,
  likeness: 1,
  typed: true,
  part: undefined
})

/** The hits in the text, in order, without those in the title; also words that are only alike, with the grade 0. */
export const textHits = (
  { segment }: Pick<Reader, 'segment'>,
  article: number,
  read: OccurrenceReader
): Hit[] => {
  const { text, starts, lengths } = segment.positions
  const first = text[article]!
  const hits: Hit[] = []
  read(article, ({ term, grade, likeness, typed, part }, position) => {
    if (position < first) return
    const start = starts[position]!
    hits.push({
      position,
      term,
      grade,
      likeness,
      typed,
      part,
      start,
      end: start + lengths[position]!
    })
  })
  return hits
}

/** Those of `spans`, which ascend, that lie wholly in a span. */
export const within = <S extends Span>(spans: readonly S[], { start, end }: Span): S[] => {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (spans[middle]!.start < start) low = middle + 1
    else high = middle
  }
  const inside: S[] = []
  for (let i = low; i < spans.length && spans[i]!.end <= end; i++) inside.push(spans[i]!)
  return inside
}
