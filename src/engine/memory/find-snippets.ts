import { mentionsIn, type EntityMention } from './entity-mentions.js'
import type { SearchIndex } from '../../segment/search-index.js'
import type { Filter } from '../../query/selection/filter.js'
import { makePlan, type PlanOptions } from '../../query/planning/make-plan.js'
import { parseQuery } from '../../query/language/parser.js'
import { findArticles } from './search.js'
import { snippetPage, type ScoredSnippet, type SnippetPage } from '../../snippets/article-snippets.js'
import { collectionSnippets } from '../../snippets/collection-snippets.js'

export interface ArticleSnippetRequest extends PlanOptions {
  readonly q: string
  readonly snippetLength: number
  readonly offset: number
  readonly size: number
}

export interface CollectionSnippetRequest extends ArticleSnippetRequest {
  readonly filter: Filter
}

export interface FoundSnippet extends ScoredSnippet {
  readonly articleId: string
  readonly title: string
  /** Absent while the entities are being read. */
  readonly entities?: readonly EntityMention[]
}

/** The best passages of all articles that match. */
export const findSnippets = (
  index: SearchIndex,
  request: CollectionSnippetRequest
): { total: number; items: FoundSnippet[] } => {
  const plan = makePlan(index, parseQuery(request.q), request)
  const { articles } = findArticles(index, plan, request)
  const { total, items } = collectionSnippets(index, plan, articles, {
    ...request,
    length: request.snippetLength
  })
  const withArticle = items.map(({ article, ...snippet }) => {
    const { id, title } = index.articles.stated(article)
    const named = index.annotations && { entities: mentionsIn(index, article, snippet) }
    return { articleId: id, title, ...snippet, ...named }
  })
  return { total, items: withArticle }
}

/** The passages of one article that hold a word of the query, best first. */
export const findSnippetsIn = (
  index: SearchIndex,
  article: number,
  request: ArticleSnippetRequest
): SnippetPage => {
  const plan = makePlan(index, parseQuery(request.q), request)
  return snippetPage(index, plan, article, { ...request, length: request.snippetLength })
}
