import type { StoredArticle } from '../reading/stored-article.js'
import { EngineError } from '../../engine.js'
import { mentionsWith } from '../../memory/mentions.js'
import type { Article, ArticleAnswer, ArticlesRequest, Filter, Page, Verbs } from '../../questions.js'
import type { Lookup } from '../lookup/lookup.js'
import { articleWithId, existingIds, findArticles } from './find.js'
import { filterQueries } from '../queries/filter-query.js'
import { lookupIn, overNames, type Served } from '../planning/planning.js'
import { allOf, EVERYTHING, type Query } from '../queries/token-query.js'

/** The articles that pass the filter, by date. */
export const listArticles = async (
  served: Served,
  { filter, sort, offset, size }: ArticlesRequest
): Promise<Page<Article>> => {
  const query = await filterQuery(served, lookupIn(served), filter)
  const options = { sort, window: { offset, size }, withBest: false }
  const { total, articles } = await findArticles(served, query, options)
  return { total, items: articles.map(({ article }) => article) }
}

/** The articles that pass a filter, as a query. @throws {EngineError} */
const filterQuery = (served: Served, lookup: Lookup, filter: Filter): Promise<Query> =>
  overNames(served, { lookup }, (generation) => allOf([EVERYTHING, ...filterQueries(generation, filter)]))

/** @throws {EngineError} `article-not-found` */
export const readOneArticle = async (
  served: Served,
  { id, minConfidence }: Verbs['article']['request']
): Promise<ArticleAnswer> => {
  const stored = await requireArticle(served, id)
  if (served.published.names === undefined) return stored.article
  const lookup = lookupIn(served)
  const mentions = await overNames(served, { lookup, articles: [stored] }, (generation) =>
    mentionsWith(generation, 0, { minConfidence })
  )
  return { ...stored.article, ...mentions }
}

/** Those of some ids that articles have. @throws {EngineError} */
export const findExisting = async (
  served: Served,
  { ids }: Verbs['existingArticles']['request']
): Promise<Verbs['existingArticles']['answer']> => {
  const existing = await existingIds(served, ids)
  return { ids: ids.filter((id) => existing.has(id)) }
}

/** @throws {EngineError} `article-not-found` */
export const requireArticle = async (served: Served, id: string): Promise<StoredArticle> => {
  const article = await articleWithId(served, id)
  if (article === undefined)
    throw new EngineError('article-not-found', `No article has the id "${id}". GET /v1/articles lists them.`)
  return article
}
