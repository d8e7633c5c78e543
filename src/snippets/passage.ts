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
  const anchors = anchorsOf(hits)
  const passages: Passage[] = []
  const add = (start: number, end: number, cuts: Cuts): void => {
    const inside = within(hits, { start, end })
    if (inside.length > 0) passages.push({ start, end, cuts, hits: inside })
  }
  const near = sentencesNear(article, anchors, length)
  for (const i of near) {
    const [start, end] = [article.startOf(i), article.endOf(i)]
    if (end - start > length) {
      for (const cut of cutsAround(article, i, anchors, length))
        add(cut.start, cut.end, cutsOf(cut, { start, end }))
      continue
    }
    add(start, article.endOf(runEnd(article, i, length)), WHOLE)
    const first = runStart(article, i, length)
    // The run from there to here has been added where it is also the longest one that begins there.
    if (!near.has(first) || runEnd(article, first, length) !== i) add(article.startOf(first), end, WHOLE)
  }
  return passages
}

/** The different stretches of a long sentence: its beginning, and one around each hit. */
const cutsAround = (
  article: ArticleText,
  sentence: number,
  anchors: readonly Hit[],
  length: number
): Iterable<Span> => {
  const whole = article.sentence(sentence)
  const cuts = new Map<string, Span>()
  for (const hit of [undefined, ...within(anchors, whole)]) {
    const cut = cutSentence(article, whole, length, hit)
    cuts.set(`${cut.start} ${cut.end}`, cut)
  }
  return cuts.values()
}

/**
 * The numbers of the sentences that may share a passage with an anchor, in order; some more than `MOST_ANCHORS` at
 * most.
 */
const sentencesNear = (article: ArticleText, anchors: readonly Hit[], length: number): Set<number> => {
  const near = new Set<number>()
  let sentence = -1
  let end = 0
  for (const { start } of anchors) {
    if (start < end) continue
    while (sentence < article.count && end <= start)
      end = ++sentence < article.count ? article.endOf(sentence) : Infinity
    if (sentence === article.count || near.size >= MOST_ANCHORS) break
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
  if (article.count === 0) return []
  let from = 0
  while (from < article.count && article.isBoilerplate(from)) from++
  if (from === article.count) from = 0
  const first = article.sentence(from)
  if (first.end - first.start > length) {
    const cut = cutSentence(article, first, length)
    return [{ ...cut, cuts: cutsOf(cut, first), hits: [] }]
  }
  return [{ start: first.start, end: article.endOf(runEnd(article, from, length)), cuts: WHOLE, hits: [] }]
}

const cutsOf = ({ start, end }: Span, sentence: Span): Cuts => ({
  before: start > sentence.start,
  after: end < sentence.end
})

/** The last sentence of the longest run that begins at one. */
const runEnd = (article: ArticleText, from: number, length: number): number => {
  const limit = article.startOf(from) + length
  let last = from
  while (article.goesOn(last + 1) && article.endOf(last + 1) <= limit) last++
  return last
}

/** The first sentence of the longest run that ends at one. */
const runStart = (article: ArticleText, to: number, length: number): number => {
  const limit = article.endOf(to) - length
  let first = to
  while (article.goesOn(first) && article.startOf(first - 1) >= limit) first--
  return first
}
