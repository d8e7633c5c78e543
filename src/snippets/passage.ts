import type { Span } from '../analysis/token.js'
import type { SearchIndex } from '../index/search-index.js'
import type { Occurrence } from '../ranking/occurrences.js'
import type { ArticleText } from './article-text.js'
import { cutSentence } from './cut.js'

/** An occurrence of the query in an article's text; offsets are UTF-16 code units into the text. */
export interface Hit extends Occurrence, Span {}

/** A stretch of an article's text that could be shown, with the hits in it. */
export interface Passage extends Span {
  readonly hits: readonly Hit[]
  readonly cuts: Cuts
}

/** Does a passage begin, does it end inside a sentence? */
export interface Cuts {
  readonly before: boolean
  readonly after: boolean
}

const WHOLE: Cuts = { before: false, after: false }

/** The hits in the text, in order, without those in the title. */
export const textHits = (
  { forward }: SearchIndex,
  article: number,
  occurrences: readonly Occurrence[]
): Hit[] =>
  occurrences
    .filter(({ position }) => position >= forward.text[article]!)
    .map((occurrence) => {
      const start = forward.starts[occurrence.position]!
      return { ...occurrence, start, end: start + forward.lengths[occurrence.position]! }
    })

/**
 * The stretches worth showing: for each sentence the longest run of whole sentences, at most `length` code units,
 * that begins there, and the one that ends there; only those with a hit. A sentence that does not fit is cut.
 */
export const candidatePassages = (article: ArticleText, hits: readonly Hit[], length: number): Passage[] => {
  const { sentences } = article
  const spans = new Map<string, Omit<Passage, 'hits'>>()
  const add = ({ start, end }: Span, cuts: Cuts): void => {
    spans.set(`${start} ${end}`, { start, end, cuts })
  }
  for (const i of sentencesNear(article, hits, length)) {
    const sentence = sentences[i]!
    if (sentence.end - sentence.start <= length) {
      add({ start: sentence.start, end: sentences[runEnd(article, i, length)]!.end }, WHOLE)
      add({ start: sentences[runStart(article, i, length)]!.start, end: sentence.end }, WHOLE)
      continue
    }
    for (const hit of [undefined, ...hitsIn(hits, sentence)]) {
      const cut = cutSentence(article, sentence, length, hit)
      add(cut, cutsOf(cut, sentence))
    }
  }
  return [...spans.values()]
    .map((span) => ({ ...span, hits: hitsIn(hits, span) }))
    .filter((passage) => passage.hits.length > 0)
}

/** The numbers of the sentences that may share a passage with a hit, in order. */
const sentencesNear = (article: ArticleText, hits: readonly Hit[], length: number): Set<number> => {
  const { sentences } = article
  const near = new Set<number>()
  let sentence = 0
  for (const { start } of hits) {
    while (sentence < sentences.length && sentences[sentence]!.end <= start) sentence++
    if (sentence === sentences.length) break
    for (let i = runStart(article, sentence, length); i <= runEnd(article, sentence, length); i++) near.add(i)
  }
  return near
}

/** The first whole sentences, or the beginning of a first sentence that is too long. */
export const opening = (article: ArticleText, length: number): Passage[] => {
  const { sentences } = article
  const [first] = sentences
  if (first === undefined) return []
  if (first.end - first.start > length) {
    const cut = cutSentence(article, first, length)
    return [{ ...cut, cuts: cutsOf(cut, first), hits: [] }]
  }
  return [{ start: first.start, end: sentences[runEnd(article, 0, length)]!.end, cuts: WHOLE, hits: [] }]
}

const cutsOf = ({ start, end }: Span, sentence: Span): Cuts => ({
  before: start > sentence.start,
  after: end < sentence.end
})

/** Those that lie wholly in a span. */
const hitsIn = (hits: readonly Hit[], { start, end }: Span): Hit[] => {
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

const runEnd = (article: ArticleText, from: number, length: number): number => {
  const { sentences } = article
  const limit = sentences[from]!.start + length
  let last = from
  while (last + 1 < sentences.length && sentences[last + 1]!.end <= limit && article.goesOn(last + 1)) last++
  return last
}

const runStart = (article: ArticleText, to: number, length: number): number => {
  const { sentences } = article
  const limit = sentences[to]!.end - length
  let first = to
  while (first > 0 && sentences[first - 1]!.start >= limit && article.goesOn(first)) first--
  return first
}
