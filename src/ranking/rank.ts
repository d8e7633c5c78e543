import type { Plan } from '../query/planning/plan.js'
import type { Generation } from '../segment/generation.js'
import { top, type Order } from '../structures/top.js'
import { aboutReader, type AboutReader } from './aboutness.js'
import { closeReader, type CloseReader } from './close-reader.js'
import { newestFirst, sortByDate, type DateSort } from './date-order.js'
import { impactSums } from './impact-sums.js'

export interface RankedArticle {
  readonly article: number
  readonly score: number
  /** Has the article been read closely, so that the score has the shares of the signals? */
  readonly isRead: boolean
  /** Has the score what the article is about of what fields ask for? */
  readonly isWeighed: boolean
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
  if (sort === 'relevance') {
    addAbout(ranking, scores, articles)
    return rankByRelevance(ranking, scores, articles, count).slice(offset)
  }
  const page = sortByDate(segment.facts, articles, { sort, offset, count })
  addAbout(ranking, scores, page)
  return page.map((article) => readClosely(ranking, scores, article))
}

/** So many articles are read for names that fields ask for: in less than 50 ms. */
const MOST_ABOUT = 10_000

/** What the ranking of articles leaves out, a sentence each. */
export const rankingWarnings = ({ about }: Ranking, articles: readonly number[]): string[] =>
  about === undefined || articles.length <= MOST_ABOUT
    ? []
    : [
        `Very many articles name what is asked for, so only ${MOST_ABOUT} were weighed by how much they are about it.`
      ]

/**
 * Adds how much articles are about what fields ask for; of too many to those that are best without it, which stay
 * before the others, as it only adds to a score.
 */
const addAbout = (ranking: Ranking, scores: Float64Array, articles: readonly number[]): void => {
  const { about } = ranking
  if (about === undefined) return
  const read =
    articles.length > MOST_ABOUT
      ? bestArticles(ranking.generation, scores, { articles, count: MOST_ABOUT })
      : articles
  for (const article of read) scores[article]! += about.score(article)
}

const bestFirst = ({ segment }: Generation, scores: Float64Array): Order => {
  const newest = newestFirst(segment.facts)
  return (a, b) => scores[b]! - scores[a]! || newest(a, b)
}

/** The best `count` articles. Most are told to be none by their scores alone. */
const bestArticles = (
  generation: Generation,
  scores: Float64Array,
  { articles, count }: { readonly articles: readonly number[]; readonly count: number }
): number[] => top(articles, count, bestFirst(generation, scores), scores)

const readClosely = ({ reader }: Ranking, scores: Float64Array, article: number): RankedArticle => ({
  article,
  score: scores[article]! + reader.score(article),
  isRead: true,
  isWeighed: true
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
  const best = bestArticles(ranking.generation, scores, { articles, count: Math.max(count, CANDIDATES) })
  const close = best
    .slice(0, CANDIDATES)
    .map((article) => readClosely(ranking, scores, article))
    .sort((a, b) => b.score - a.score || newest(a.article, b.article))
  const rest = best.slice(CANDIDATES).map((article, i) => ({
    article,
    score: scores[article]!,
    isRead: false,
    isWeighed: CANDIDATES + i < MOST_ABOUT
  }))
  return [...close, ...rest].slice(0, count)
}
