import { matchClause } from './match.js'
import type { ImpactReader } from './impacts.js'
import type { Postings } from './postings.js'
import type { SearchIndex } from './search-index.js'

type Parts = Pick<
  SearchIndex,
  'generation' | 'vocabulary' | 'forward' | 'facts' | 'articles' | 'quotes' | 'completions' | 'entities'
> & {
  readonly postings: Postings
  readonly impacts: ImpactReader
}

/** A generation in memory. Nothing in it changes once it is built. */
export const createMemoryIndex = ({ postings, impacts, ...parts }: Parts): SearchIndex => {
  const { size } = parts.articles
  // Used again for each search: so much memory a search would keep the garbage collector busy.
  const scores = new Float64Array(size)
  const matchable = { ...parts, size, postings }
  return {
    ...parts,
    size,
    documentFrequency: (key) => postings.count(key),
    match: (clause) => matchClause(matchable, clause),
    score: (keys) => {
      scores.fill(0)
      for (const { key, weight } of keys)
        postings.forEach(key, (article, impact) => (scores[article]! += weight * impact))
      return scores
    },
    fieldImpacts: (article) => impacts.fieldImpacts(article)
  }
}
