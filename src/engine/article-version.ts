import { versionOf } from '../segment/article-version.js'
import type { Article, ArticleVersion } from './questions.js'

export { versionOf }

/** An article's version, with what it is sorted by. */
export const articleVersion = (article: Article): ArticleVersion => {
  const { id, publishedAt } = article
  return { id, version: versionOf(article), ...(publishedAt !== undefined && { publishedAt }) }
}
