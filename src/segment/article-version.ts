import { contentName } from '../articles/content.js'
import { FIELDS, type FieldKey } from '../fields.js'
import type { Article } from './read-article.js'

type Said = Omit<Article, 'origin'>

const OTHER_FACTS: Readonly<Record<Exclude<keyof Said, FieldKey>, true>> = {
  id: true,
  title: true,
  text: true,
  language: true,
  wordCount: true,
  publishedAt: true,
  url: true,
  aliases: true
}
const SAID: ReadonlySet<string> = new Set([...Object.keys(OTHER_FACTS), ...FIELDS.map(({ key }) => key)])

/**
 * Names what an article says: the same as long as nobody writes another text or fact of it, wherever its file lies, and
 * whatever an answer has beside it, such as its names.
 */
export const versionOf = (article: Article): string =>
  contentName(Object.fromEntries(Object.entries(article).filter(([key]) => SAID.has(key))) as unknown as Said)
