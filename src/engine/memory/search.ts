import type { Article } from '../../segment/articles/article-store.js'
import type { SearchIndex } from '../../segment/search-index.js'
import { didYouMean } from '../../query/planning/corrections.js'
import { countFacets, type FacetName, type Facets } from '../../query/selection/facets.js'
import { filterArticles, type Filter } from '../../query/selection/filter.js'
import { makePlan, type PlanOptions } from '../../query/planning/make-plan.js'
import { parseQuery } from '../../query/language/parser.js'
import type { Plan } from '../../query/planning/plan.js'
import { explain, type Contribution } from '../../ranking/explain.js'
import { rank, type Sort } from '../../ranking/rank.js'
import { snippetReader } from '../../snippets/article-snippets.js'
import type { Snippet, SnippetOptions } from '../../snippets/snippet.js'

export interface SearchRequest extends PlanOptions {
  /** Empty: every article. */
  readonly q: string
  readonly filter: Filter
  readonly sort: Sort
  readonly facets: readonly FacetName[]
  readonly facetSize: number
  readonly snippets: SnippetOptions
  readonly explain: boolean
  readonly offset: number
  readonly size: number
}

export interface SearchHit extends Omit<Article, 'text'> {
  readonly score: number
  readonly snippets: readonly Snippet[]
  readonly explanation?: readonly Contribution[]
}

export interface SearchResult {
  readonly plan: Plan
  /** No article has every word, so any of them is enough. */
  readonly relaxed: boolean
  /** The query without what seem to be typing errors. */
  readonly didYouMean?: string | undefined
  /** Articles in the result, exactly. */
  readonly total: number
  readonly hits: readonly SearchHit[]
  readonly facets: Facets
}

/** A whole search: query → plan → articles → ranking → snippets. Reads one generation, so it is consistent in itself. */
export const search = (index: SearchIndex, request: SearchRequest): SearchResult => {
  const plan = makePlan(index, parseQuery(request.q), request)
  const { articles, relaxed } = findArticles(index, plan, request)
  const { sort, offset, size } = request
  const ranked = rank(index, plan, articles, { sort, offset, count: offset + size })
  const snippetsOf = snippetReader(index, plan, request.snippets)
  const hits = ranked.map((one) => ({
    ...index.articles.stated(one.article),
    score: one.score,
    snippets: snippetsOf(one.article),
    ...(request.explain && { explanation: explain(index, plan, one) })
  }))
  const facets = countFacets(index, articles, request.facets, request.facetSize)
  return {
    plan,
    relaxed,
    didYouMean: didYouMean(request.q, plan.corrections),
    total: articles.length,
    hits,
    facets
  }
}

/** The articles that match and pass the filter; where none has every word and `match` is auto, those with any of them. */
export const findArticles = (
  index: SearchIndex,
  plan: Plan,
  { match, filter }: Pick<SearchRequest, 'match' | 'filter'>
): { articles: readonly number[]; relaxed: boolean } => {
  const articles = filterArticles(index, index.match(plan.clause).toArray(), filter)
  if (articles.length > 0 || match !== 'auto') return { articles, relaxed: false }
  const some = filterArticles(index, index.match(plan.relaxed).toArray(), filter)
  return { articles: some, relaxed: some.length > 0 }
}
