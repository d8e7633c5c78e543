// Asks the service with a client whose types are generated from its OpenAPI document: see README.md beside this folder.
import createClient from 'openapi-fetch'
import type { components, paths } from './nyhetssok.js'

export type Hit = components['schemas']['Hit']
export type Article = components['schemas']['Article']
export type Quote = components['schemas']['Quote']

/** @param baseUrl where the service is, such as `http://127.0.0.1:3000` */
export const createNyhetssok = (baseUrl: string) => createClient<paths>({ baseUrl })

export type Nyhetssok = ReturnType<typeof createNyhetssok>

/** The service refuses what was asked for; `code` is stable, and `message` says how to mend it. */
export class Refused extends Error {
  constructor(readonly problem: components['schemas']['Problem']) {
    super(problem.detail)
  }
}

/** Every article that matches, page by page. */
export async function* searchAll(client: Nyhetssok, q: string): AsyncGenerator<Hit> {
  let cursor: string | undefined
  do {
    const query = { q, size: 2, ...(cursor !== undefined && { cursor }) }
    const { data, error } = await client.GET('/v1/search', { params: { query } })
    if (error) throw new Refused(error)
    yield* data.hits
    cursor = new URLSearchParams(data.links.next?.split('?')[1]).get('cursor') ?? undefined
  } while (cursor !== undefined)
}

/** Titles alone, which is a small answer. */
export const titles = async (client: Nyhetssok, q: string): Promise<string[]> => {
  const { data, error } = await client.GET('/v1/search', {
    params: { query: { q, fields: ['id', 'title'], lang: ['nb', 'nn'], sort: 'newest' } }
  })
  if (error) throw new Refused(error)
  return data.hits.map(({ id, title = id }) => title)
}

/** One article whole. The same address answers with JSON-LD where that is asked for, so its type is one of two. */
export const readArticle = async (client: Nyhetssok, id: string): Promise<Article> => {
  const { data, error } = await client.GET('/v1/articles/{id}', { params: { path: { id } } })
  if (error) throw new Refused(error)
  if ('@type' in data) throw new Error('JSON-LD was not asked for.')
  return data
}

/** What somebody says, with the article. */
export const quotesOf = async (client: Nyhetssok, speaker: string): Promise<Quote[]> => {
  const { data, error } = await client.GET('/v1/quotes', { params: { query: { speaker, kind: 'direct' } } })
  if (error) throw new Refused(error)
  return data.items
}

/** How many articles each person is in. */
export const people = async (client: Nyhetssok): Promise<Map<string, number>> => {
  const { data, error } = await client.GET('/v1/search', {
    params: { query: { facets: ['person'], size: 1 } }
  })
  if (error) throw new Refused(error)
  return new Map((data.facets?.person ?? []).map(({ value, count }) => [value, count]))
}

/** The whole of a result, as it comes in. */
export const exportCsv = async (client: Nyhetssok, q: string): Promise<string> => {
  const { data, error } = await client.GET('/v1/search/export', {
    params: { query: { q, format: 'csv' } },
    parseAs: 'text'
  })
  if (error) throw new Refused(error)
  return data
}

/** Writes an article, for which the service must have `API_KEYS`. */
export const write = async (client: Nyhetssok, key: string, id: string, text: string): Promise<string> => {
  const { data, error } = await client.PUT('/v1/articles/{id}', {
    params: { path: { id } },
    headers: { authorization: `Bearer ${key}` },
    body: { text }
  })
  if (error) throw new Refused(error)
  return data.result
}
