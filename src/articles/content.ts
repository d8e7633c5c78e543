import { hash } from 'node:crypto'
import type { SourceArticle } from './article.js'

/** SHA-256 of an article's content, 32 bytes: the same in whatever order its facts are stated. */
export const contentDigest = ({ text, ...facts }: SourceArticle): Buffer => {
  const stated = Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1))
  // To write a text as JSON takes longer than its hash.
  return hash('sha256', `${JSON.stringify(stated)}\n${text}`, 'buffer')
}

/** 96 bits. */
const NAME_DIGITS = 16

/** Names an article's content: the first digits of the digest in base64url. */
export const contentName = (source: SourceArticle): string =>
  contentDigest(source).toString('base64url').slice(0, NAME_DIGITS)
