import type { Facts } from '../segment/articles/facts.js'
import type { SearchIndex } from '../segment/search-index.js'
import type { Plan } from '../query/planning/plan.js'
import { closeReader } from './close-reader.js'
import { top, type Order } from '../structures/top.js'

export interface RankedArticle {
  readonly article: number
  readonly score: number
  /** Has the article been read closely, so that the score has the shares of the signals? */
  readonly isRead: boolean
}

export type Sort = 'relevance' | 'newest' | 'oldest'

export interface RankOptions {
  readonly sort: Sort
  /** The place after the last article that is asked for. */
  readonly count: number
  /** The place of the first one, 0 where absent: those before are left out of the answer. */
  readonly offset?: number
}

/**
 * How many of the best articles by postings alone are read closely. On NorQuAD 60 are as good as 100, and take less time
 * (`npm run train:ranking`).
 */
export const CANDIDATES = 60

/** The articles from place `offset` to before `count` in a total order, which is the same for all pages. */
export const rank = (
  index: SearchIndex,
  plan: Plan,
  articles: readonly number[],
  { sort, count, offset = 0 }: RankOptions
): RankedArticle[] => {
  const scores = index.score(plan.keys)
  const reader = closeReader(index, plan)
  const closely = (article: number): RankedArticle => ({
    article,
    score: scores[article]! + reader.score(article),
    isRead: true
  })
  if (sort === 'relevance')
    return rankByRelevance({ facts: index.facts, scores, closely }, articles, count).slice(offset)
  return top(articles, count, dateOrder(index.facts, sort)).slice(offset).map(closely)
}

const newestFirst =
  ({ newestRank }: Facts): Order =>
  (a, b) =>
    newestRank[a]! - newestRank[b]!

/** Articles without a date come last in both orders; equal dates by id. */
const dateOrder = (facts: Facts, sort: 'newest' | 'oldest'): Order => {
  const newest = newestFirst(facts)
  if (sort === 'newest') return newest
  const time = (article: number): number =>
    Number.isNaN(facts.instants[article]!) ? Infinity : facts.instants[article]!
  return (a, b) => (time(a) === time(b) ? newest(a, b) : time(a) - time(b))
}

interface Relevance {
  readonly facts: Facts
  /** By article: the sum of idf times impact. */
  readonly scores: Float64Array
  readonly closely: (article: number) => RankedArticle
}

/**
 * Two stages: all articles by the sum of idf times impact, then the best `CANDIDATES` once more with the signals
 * of close reading. The second stage only adds to a score and the articles it reads stay before the others, so the scores
 * never rise down the list. Equal scores: newest first, then by id.
 */
const rankByRelevance = (
  { facts, scores, closely }: Relevance,
  articles: readonly number[],
  count: number
): RankedArticle[] => {
  const newest = newestFirst(facts)
  const best = top(articles, Math.max(count, CANDIDATES), (a, b) => scores[b]! - scores[a]! || newest(a, b))
  const close = best
    .slice(0, CANDIDATES)
    .map(closely)
    .sort((a, b) => b.score - a.score || newest(a.article, b.article))
  const rest = best.slice(CANDIDATES).map((article) => ({ article, score: scores[article]!, isRead: false }))
  return [...close, ...rest].slice(0, count)
}
