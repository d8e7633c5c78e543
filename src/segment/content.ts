import { createHash } from 'node:crypto'
import type { SourceArticle } from '../articles/article.js'

/** The same for the same content, in whatever order its facts are stated. */
export const contentOf = (source: SourceArticle): string =>
  JSON.stringify(Object.entries(source).sort(([a], [b]) => (a < b ? -1 : 1)))

/** SHA-256 of an article's content, 32 bytes. */
export const contentDigest = (source: SourceArticle): Uint8Array =>
  createHash('sha256').update(contentOf(source)).digest()
