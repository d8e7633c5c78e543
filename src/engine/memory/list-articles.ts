import type { Article } from '../../segment/articles/article-store.js'
import type { SearchIndex } from '../../segment/search-index.js'
import type { Filter } from '../../query/selection/filter.js'
import { makePlan } from '../../query/planning/make-plan.js'
import { parseQuery } from '../../query/language/parser.js'
import { rank } from '../../ranking/rank.js'
import { findArticles } from './search.js'

export interface ListRequest {
  readonly filter: Filter
  readonly sort: 'newest' | 'oldest'
  readonly offset: number
  readonly size: number
}

/** The articles that pass the filter, by date. */
export const listArticles = (
  index: SearchIndex,
  { filter, sort, offset, size }: ListRequest
): { total: number; items: Article[] } => {
  const plan = makePlan(index, parseQuery(''), {
    match: 'all',
    compounds: false,
    variants: false,
    fuzzy: false
  })
  const { articles } = findArticles(index, plan, { match: 'all', filter })
  const page = rank(index, plan, articles, { sort, count: offset + size }).slice(offset)
  return { total: articles.length, items: page.map(({ article }) => index.articles.article(article)) }
}
