import type { Plan } from '../../query/planning/plan.js'
import { filterArticles, type Filter } from '../../query/selection/filter.js'
import { PhraseBudget, PHRASES_CUT } from '../../query/selection/phrase-budget.js'
import type { Clause } from '../../query/clause.js'
import { matchClause } from '../../query/selection/match.js'
import type { Generation } from '../../segment/generation.js'
import type { WordsRequest } from '../questions.js'

export interface Selection {
  readonly articles: readonly number[]
  /** No article has every word, so any of them is enough. */
  readonly relaxed: boolean
  /** What was left out, a sentence each. */
  readonly warnings: readonly string[]
}

/** What decides which articles are found, beside the query's plan. */
export type SelectionRequest = Pick<WordsRequest, 'match'> & { readonly filter: Filter }

/**
 * The articles that match and pass the filter; where none has every word and `match` is auto, those with any of them.
 */
export const selectArticles = (
  generation: Generation,
  plan: Plan,
  { match, filter }: SelectionRequest
): Selection => {
  const budget = new PhraseBudget()
  const matching = (clause: Clause): readonly number[] => {
    const { segment } = generation
    return filterArticles(
      generation,
      matchClause(generation, clause, segment.all(), budget).toArray(),
      filter
    )
  }
  const selection = (articles: readonly number[], relaxed: boolean): Selection => ({
    articles,
    relaxed,
    warnings: budget.isUsedUp ? [PHRASES_CUT] : []
  })
  const articles = matching(plan.clause)
  if (articles.length > 0 || match !== 'auto') return selection(articles, false)
  const some = matching(plan.relaxed)
  return selection(some, some.length > 0)
}
