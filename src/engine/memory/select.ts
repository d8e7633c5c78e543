import type { Plan } from '../../query/planning/plan.js'
import { filterArticles, type Filter } from '../../query/selection/filter.js'
import { matchClause } from '../../query/selection/match.js'
import type { Generation } from '../../segment/generation.js'
import type { WordsRequest } from '../questions.js'

export interface Selection {
  readonly articles: readonly number[]
  /** No article has every word, so any of them is enough. */
  readonly relaxed: boolean
}

/**
 * The articles that match and pass the filter; where none has every word and `match` is auto, those with any of them.
 */
export const selectArticles = (
  generation: Generation,
  plan: Plan,
  { match, filter }: Pick<WordsRequest, 'match'> & { readonly filter: Filter }
): Selection => {
  const articles = filterArticles(generation, matchClause(generation, plan.clause).toArray(), filter)
  if (articles.length > 0 || match !== 'auto') return { articles, relaxed: false }
  const some = filterArticles(generation, matchClause(generation, plan.relaxed).toArray(), filter)
  return { articles: some, relaxed: some.length > 0 }
}
