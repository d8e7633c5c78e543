import type { ArticleProblem } from '../articles/article.js'
import type { Generation } from '../segment/generation.js'
import type { Progress } from './progress.js'

/** What is wrong with files, or records of one, in a few words, however many they are. */
export interface ProblemSummary {
  readonly count: number
  /** Of files, or records of one, that are not served. */
  readonly leftOut: number
  /** Some of them; those that were left out come first. */
  readonly first: readonly ArticleProblem[]
}

/** What is told of the generation that serves, without its tables. */
export interface ServedFacts {
  readonly articles: number
  /** Of all its tables. */
  readonly indexBytes: number
  /** Facets of the user's own that articles have. */
  readonly facets: readonly string[]
}

/** How far a collection has come, and what it serves. */
export interface CollectionStatus extends Progress, ServedFacts {
  readonly problems: ProblemSummary
}

/** Problems that are listed at most; the log has them all. */
const LISTED = 20

export const NO_PROBLEMS: ProblemSummary = { count: 0, leftOut: 0, first: [] }

export const NOTHING_SERVED: ServedFacts = { articles: 0, indexBytes: 0, facets: [] }

export const problemSummary = (problems: readonly ArticleProblem[]): ProblemSummary => {
  const leftOut = problems.filter(({ kind }) => kind === undefined)
  const others = leftOut.length < LISTED ? problems.filter(({ kind }) => kind !== undefined) : []
  return {
    count: problems.length,
    leftOut: leftOut.length,
    first: [...leftOut, ...others].slice(0, LISTED)
  }
}

export const servedFacts = ({ statistics, bytes, segment }: Generation): ServedFacts => ({
  articles: statistics.articles,
  indexBytes: bytes,
  facets: segment.facts.listed.facet.facetNames
})
