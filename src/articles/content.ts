import { createHash } from 'node:crypto'
import type { SourceArticle } from './article.js'

/** The same for the same content, in whatever order its facts are stated. */
export const contentOf = (source: SourceArticle): string =>
  JSON.stringify(Object.entries(source).sort(([a], [b]) => (a < b ? -1 : 1)))

/** SHA-256 of an article's content, 32 bytes. */
export const contentDigest = (source: SourceArticle): Buffer =>
  createHash('sha256').update(contentOf(source)).digest()

/** 96 bits. */
const NAME_DIGITS = 16

/** Names an article's content: the first digits of the digest in base64url. */
export const contentName = (source: SourceArticle): string =>
  contentDigest(source).toString('base64url').slice(0, NAME_DIGITS)
