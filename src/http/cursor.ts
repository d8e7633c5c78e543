import { createHash } from 'node:crypto'
import { z } from 'zod'
import { ProblemError } from './errors.js'

/** Where a page begins: in which generation, of which query, after how many items. */
const cursorSchema = z.tuple([z.string(), z.string(), z.number().int().min(0)])

/** Parameters that may change from page to page. */
const OF_PAGE = new Set(['cursor', 'size', 'offset', 'page', 'fields'])

interface Asked {
  /** The pattern of the route. */
  readonly routeOptions: { readonly url?: string | undefined }
  readonly params: unknown
  readonly query: unknown
}

/**
 * Names what is asked for, all but the page: a cursor is of one such key. Parameters count as they are read, so that
 * their order, defaults, commas and the spelling of the path make no difference.
 */
export const keyOf = ({ routeOptions, params, query }: Asked): string => {
  const others = Object.entries(query as Parameters).filter(([name]) => !OF_PAGE.has(name))
  return hash([routeOptions.url, params, canonical(Object.fromEntries(others))])
}

/** Names what is asked for, with the page. */
export const requestKey = ({ routeOptions, params, query }: Asked): string =>
  hash([routeOptions.url, params, canonical(query as Parameters)])

type Parameters = Readonly<Record<string, unknown>>

const canonical = (parameters: Parameters): unknown =>
  Object.entries(parameters)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => [name, Array.isArray(value) ? [...new Set(value as string[])].sort() : value])

const hash = (asked: unknown): string =>
  createHash('sha256').update(JSON.stringify(asked)).digest('base64url').slice(0, 12)

export const encodeCursor = (generation: string, key: string, offset: number): string =>
  Buffer.from(JSON.stringify([generation, key, offset])).toString('base64url')

/**
 * The generation that gave a cursor, and the offset that the cursor stands for.
 *
 * @param key of the query that the cursor is given with
 * @throws {ProblemError} `invalid-cursor`
 */
export const decodeCursor = (
  cursor: string,
  key: string
): { readonly generation: string; readonly offset: number } => {
  const [generation, ofQuery, offset] = parse(cursor)
  if (ofQuery !== key) {
    throw new ProblemError(
      'invalid-cursor',
      'The cursor belongs to another query: give the same parameters as on the first page.'
    )
  }
  return { generation, offset }
}

const parse = (cursor: string): z.output<typeof cursorSchema> => {
  try {
    return cursorSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')))
  } catch {
    throw new ProblemError(
      'invalid-cursor',
      'The cursor is not from this service: follow links.next, or start without it.'
    )
  }
}
