import type { Article } from '../../segment/read-article.js'

/** What an article states, as the column of it: JSON in base64. */
export const encodeStated = (article: Article): string =>
  Buffer.from(JSON.stringify(article)).toString('base64')

/** @param encoded as `encodeStated` made it */
export const decodeStated = (encoded: string): Article =>
  JSON.parse(Buffer.from(encoded, 'base64').toString()) as Article
