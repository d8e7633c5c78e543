import type { Engine } from '../engine/engine.js'
import type { AlertQuery, FoundArticle } from './alert.js'

/** Articles that are asked for at once. */
const PAGE = 1000

/** Of a query that finds more, the newest are followed. */
const MOST_FOLLOWED = 10_000

const SNIPPET_LENGTH = 240

/**
 * The version of each article that a query finds in a generation, by its id, the newest article first.
 *
 * @throws {EngineError}
 */
export const findVersions = async (
  engine: Engine,
  query: AlertQuery,
  generation: string
): Promise<ReadonlyMap<string, string>> => {
  const found = new Map<string, string>()
  for (let offset = 0; offset < MOST_FOLLOWED; offset += PAGE) {
    const question = { ...query, fuzzy: false, offset, size: PAGE }
    const { total, items } = await engine.ask('versions', question, generation)
    for (const { id, version } of items) found.set(id, version)
    if (offset + PAGE >= total) break
  }
  return found
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
