import type { StoredArticle } from './small-generation.js'
import { EngineError } from '../engine.js'
import type { Article, ArticleAnswer, ArticlesRequest, Page } from '../questions.js'
import { articleNamed, findArticles } from './find.js'
import { filterQueries } from './filter-query.js'
import type { Served } from './planning.js'
import { allOf, EVERYTHING } from './token-query.js'

/** The articles that pass the filter, by date. */
export const listArticles = async (
  served: Served,
  { filter, sort, offset, size }: ArticlesRequest
): Promise<Page<Article>> => {
  const query = allOf([EVERYTHING, ...filterQueries(filter)])
  const options = { sort, window: { offset, size }, withBest: false }
  const { total, articles } = await findArticles(served, query, options)
  return { total, items: articles.map(({ article }) => article) }
}

export const readOneArticle = async (served: Served, id: string): Promise<ArticleAnswer> =>
  (await articleNamedOrRefused(served, id)).article

/** @throws {EngineError} `article-not-found` */
export const articleNamedOrRefused = async (served: Served, id: string): Promise<StoredArticle> => {
  const article = await articleNamed(served, id)
  if (article === undefined)
    throw new EngineError('article-not-found', `No article has the id "${id}". GET /v1/articles lists them.`)
  return article
}
