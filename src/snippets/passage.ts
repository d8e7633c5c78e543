import type { Span } from '../structures/span.js'
import { anchorsOf, MOST_ANCHORS } from './anchors.js'
import type { ArticleText } from './article-text.js'
import { cutSentence } from './cut.js'
import { within, type Hit } from './hit.js'

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

/**
 * The stretches worth showing: for each sentence the longest run of whole sentences, at most `length` code units,
 * that begins there, and the one that ends there; only those with a hit. A sentence that does not fit is cut around
 * each hit.
 */
export const candidatePassages = (article: ArticleText, hits: readonly Hit[], length: number): Passage[] => {
  const { sentences } = article
  const anchors = anchorsOf(hits)
  const spans = new Map<string, Omit<Passage, 'hits'>>()
  const add = ({ start, end }: Span, cuts: Cuts): void => {
    spans.set(`${start} ${end}`, { start, end, cuts })
  }
  for (const i of sentencesNear(article, anchors, length)) {
    const sentence = sentences[i]!
    if (sentence.end - sentence.start <= length) {
      add({ start: sentence.start, end: sentences[runEnd(article, i, length)]!.end }, WHOLE)
      add({ start: sentences[runStart(article, i, length)]!.start, end: sentence.end }, WHOLE)
      continue
    }
    for (const hit of [undefined, ...within(anchors, sentence)]) {
      const cut = cutSentence(article, sentence, length, hit)
      add(cut, cutsOf(cut, sentence))
    }
  }
  return [...spans.values()]
    .map((span) => ({ ...span, hits: within(hits, span) }))
    .filter((passage) => passage.hits.length > 0)
}

/**
 * The numbers of the sentences that may share a passage with an anchor, in order; some more than `MOST_ANCHORS` at
 * most.
 */
const sentencesNear = (article: ArticleText, anchors: readonly Hit[], length: number): Set<number> => {
  const { sentences } = article
  const near = new Set<number>()
  let sentence = -1
  let end = 0
  for (const { start } of anchors) {
    if (start < end) continue
    while (sentence < sentences.length && end <= start) end = sentences[++sentence]?.end ?? Infinity
    if (sentence === sentences.length || near.size >= MOST_ANCHORS) break
    const last = runEnd(article, sentence, length)
    for (let i = runStart(article, sentence, length); i <= last; i++) near.add(i)
  }
  return near
}

/**
 * The first whole sentences, or the beginning of a first sentence that is too long; not the title again, nor who made
 * what follows, where there is more.
 */
export const opening = (article: ArticleText, length: number): Passage[] => {
  const { sentences } = article
  const from = Math.max(
    0,
    sentences.findIndex((_, sentence) => !article.isBeside(sentence))
  )
  const first = sentences[from]
  if (first === undefined) return []
  if (first.end - first.start > length) {
    const cut = cutSentence(article, first, length)
    return [{ ...cut, cuts: cutsOf(cut, first), hits: [] }]
  }
  return [{ start: first.start, end: sentences[runEnd(article, from, length)]!.end, cuts: WHOLE, hits: [] }]
}

const cutsOf = ({ start, end }: Span, sentence: Span): Cuts => ({
  before: start > sentence.start,
  after: end < sentence.end
})

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
