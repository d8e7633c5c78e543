import type { Engine } from '../engine/engine.js'
import type { ArticleVersion } from '../engine/questions.js'
import type { AlertQuery, FoundArticle } from './alert.js'

/** Articles that are asked for at once. */
const PAGE = 1000

const SNIPPET_LENGTH = 240

/** The newest articles that a query finds. */
export interface Newest {
  /** The newest first. */
  readonly articles: readonly ArticleVersion[]
  /** Does it find no others? */
  readonly isAll: boolean
}

/**
 * The newest articles that a query finds in a generation.
 *
 * @throws {EngineError}
 */
export const findNewest = async (
  engine: Engine,
  query: AlertQuery,
  { generation, most }: { readonly generation: string; readonly most: number }
): Promise<Newest> => {
  const articles: ArticleVersion[] = []
  for (;;) {
    const page = { offset: articles.length, size: Math.min(PAGE, most - articles.length) }
    const { total, items } = await engine.ask('versions', { ...query, fuzzy: false, ...page }, generation)
    articles.push(...items)
    const isAll = articles.length >= total
    if (isAll || articles.length >= most) return { articles, isAll }
  }
}

/**
 * An article that was found, with its best passage.
 *
 * @throws {EngineError}
 */
export const readHit = async (
  engine: Engine,
  query: AlertQuery,
  { id, change }: Pick<FoundArticle, 'id' | 'change'>,
  generation: string
): Promise<FoundArticle> => {
  const article = await engine.ask('article', { id }, generation)
  const { items } = await engine.ask(
    'articleSnippets',
    { ...query, id, fuzzy: false, snippetLength: SNIPPET_LENGTH, offset: 0, size: 1 },
    generation
  )
  const { title, language, publishedAt, source, authors, tags, url } = article
  const [snippet] = items
  const { text, start, end, highlights, html } = snippet ?? {}
  const facts = { id, title, language, publishedAt, source, authors, tags, url, change }
  const passage = snippet === undefined ? {} : { snippet: { text, start, end, highlights, html } }
  // What is undefined is left out.
  return JSON.parse(JSON.stringify({ ...facts, ...passage })) as FoundArticle
}
