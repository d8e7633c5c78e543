import { createHash } from 'node:crypto'
import type { Article } from './read-article.js'

/** Names what an article says: the same as long as nobody writes another text or fact of it. */
export const versionOf = ({ id, text, title, language, wordCount, ...facts }: Article): string =>
  createHash('sha256')
    .update(JSON.stringify([id, title, language, wordCount, facts.publishedAt, facts.url]))
    .update(JSON.stringify([facts.source, facts.authors, facts.tags]))
    .update(text)
    .digest('base64url')
    .slice(0, 16)
