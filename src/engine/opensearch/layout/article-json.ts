import type { Article } from '../../../segment/read-article.js'

/** An article as a column of the index: JSON in base64. */
export const encodeArticle = (article: Article): string =>
  Buffer.from(JSON.stringify(article)).toString('base64')

/** @param encoded as `encodeArticle` made it */
export const decodeArticle = (encoded: string): Article =>
  JSON.parse(Buffer.from(encoded, 'base64').toString()) as Article
