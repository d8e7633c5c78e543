import type { Plan } from '../query/planning/plan.js'
import type { Generation } from '../segment/generation.js'
import { top } from '../structures/top.js'
import { aboutReader, type AboutReader } from './aboutness.js'
import { closeReader, type CloseReader } from './close-reader.js'
import { newestFirst, sortByDate, type DateSort } from './date-order.js'
import { impactSums } from './impact-sums.js'

export interface RankedArticle {
  readonly article: number
  readonly score: number
  /** Has the article been read closely, so that the score has the shares of the signals? */
  readonly isRead: boolean
}

export type Sort = 'relevance' | DateSort

export interface RankOptions {
  readonly sort: Sort
  /** The place after the last article that is asked for. */
  readonly count: number
  /** The place of the first one, 0 where absent: those before are left out of the answer. */
  readonly offset?: number
}

/** A query with what its ranking needs, prepared once. */
export interface Ranking {
  readonly generation: Generation
  readonly plan: Plan
  readonly reader: CloseReader
  /** For a query that asks for a name by a field. */
  readonly about: AboutReader | undefined
}

export const prepareRanking = (generation: Generation, plan: Plan): Ranking => ({
  generation,
  plan,
  reader: closeReader(generation, plan),
  about: aboutReader(generation, plan.clause)
})

/**
 * How many of the best articles by postings alone are read closely. On NorQuAD 60 are as good as 100, and take less
 * time (`npm run train:ranking`).
 */
export const CANDIDATES = 60

/** The articles from place `offset` to before `count` in a total order, which is the same for all pages. */
export const rank = (
  ranking: Ranking,
  articles: readonly number[],
  { sort, count, offset = 0 }: RankOptions
): RankedArticle[] => {
  const { segment } = ranking.generation
  const scores = impactSums(segment, ranking.plan.keys)
  if (ranking.about !== undefined)
    for (const article of articles)
      for (const { value, weight } of ranking.about(article)) scores[article]! += value * weight
  if (sort === 'relevance') return rankByRelevance(ranking, scores, articles, count).slice(offset)
  return sortByDate(segment.facts, articles, { sort, offset, count }).map((article) =>
    readClosely(ranking, scores, article)
  )
}

const readClosely = ({ reader }: Ranking, scores: Float64Array, article: number): RankedArticle => ({
  article,
  score: scores[article]! + reader.score(article),
  isRead: true
})

/**
 * Two stages: all articles by the sum of idf times impact, and by how much they are about names that fields ask
 * for, then the best `CANDIDATES` once more with the signals of
 * close reading. The second stage only adds to a score and the articles it reads stay before the others, so the
 * scores never rise down the list. Equal scores: newest first, then by id.
 *
 * @param scores by article: the sum of idf times impact
 */
const rankByRelevance = (
  ranking: Ranking,
  scores: Float64Array,
  articles: readonly number[],
  count: number
): RankedArticle[] => {
  const newest = newestFirst(ranking.generation.segment.facts)
  const best = top(articles, Math.max(count, CANDIDATES), (a, b) => scores[b]! - scores[a]! || newest(a, b))
  const close = best
    .slice(0, CANDIDATES)
    .map((article) => readClosely(ranking, scores, article))
    .sort((a, b) => b.score - a.score || newest(a.article, b.article))
  const rest = best.slice(CANDIDATES).map((article) => ({ article, score: scores[article]!, isRead: false }))
  return [...close, ...rest].slice(0, count)
}
