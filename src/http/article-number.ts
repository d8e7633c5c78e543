import type { SearchIndex } from '../segment/search-index.js'
import { ProblemError } from './errors.js'

/** @throws {ProblemError} `article-not-found` */
export const articleNumber = (index: SearchIndex, id: string): number => {
  const number = index.articles.find(id)
  if (number === undefined)
    throw new ProblemError('article-not-found', `No article has the id "${id}". GET /v1/articles lists them.`)
  return number
}
