import type { ProblemSummary } from '../articles/problem-summary.js'
import type { Generation } from '../segment/generation.js'
import type { Progress } from './progress.js'

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

export const NOTHING_SERVED: ServedFacts = { articles: 0, indexBytes: 0, facets: [] }

export const servedFacts = ({ statistics, bytes, segment }: Generation): ServedFacts => ({
  articles: statistics.articles,
  indexBytes: bytes,
  facets: segment.facts.listed.facet.facetNames
})
