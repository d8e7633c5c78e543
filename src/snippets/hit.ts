import type { Span } from '../structures/span.js'
import type { QueryTerm } from '../query/planning/plan.js'
import { occurrenceReader, type OccurrenceReader } from '../ranking/occurrence-reader.js'
import type { Generation, Reader } from '../segment/generation.js'
import { firstWhere } from '../structures/bisect.js'
import { rememberLast } from '../structures/memoise.js'
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

/** The hits of an article, in order; also words that are only alike, with the grade 0. */
interface ArticleHits {
  /** Offsets are into the title. */
  readonly title: readonly Hit[]
  readonly text: readonly Hit[]
}

type HitReader = (article: number) => ArticleHits

/**
 * Prepared once for the terms of a plan. The latest article is remembered: a search marks its title, and then looks for
 * passages.
 */
export const hitReader = (generation: Generation, terms: readonly QueryTerm[]): HitReader => {
  const read = occurrenceReader(generation, terms)
  if (latest?.read !== read) latest = { read, hitsOf: rememberLast(createReader(generation, read)) }
  return latest.hitsOf
}

let latest: { readonly read: OccurrenceReader; readonly hitsOf: HitReader } | undefined

const createReader =
  ({ segment }: Pick<Reader, 'segment'>, read: OccurrenceReader): HitReader =>
  (article) => {
    const { text, starts, lengths } = segment.positions
    const textStart = text[article]!
    const hits = { title: [] as Hit[], text: [] as Hit[] }
    read(article, ({ term, grade, likeness, typed, part }, position) => {
      const start = starts[position]!
      const end = start + lengths[position]!
      hits[position < textStart ? 'title' : 'text'].push({
        position,
        term,
        grade,
        likeness,
        typed,
        part,
        start,
        end
      })
    })
    return hits
  }

/** Those of `spans`, which ascend, that lie wholly in a span. */
export const within = <S extends Span>(spans: readonly S[], { start, end }: Span): S[] => {
  const first = firstWhere(0, spans.length, (at) => spans[at]!.start >= start)
  const inside: S[] = []
  for (let i = first; i < spans.length && spans[i]!.end <= end; i++) inside.push(spans[i]!)
  return inside
}
