import { createHash } from 'node:crypto'
import { z } from 'zod'
import { ProblemError } from './errors.js'

/** Where a page begins: in which generation, of which query, after how many items. */
const cursorSchema = z.tuple([z.string(), z.string(), z.number().int().min(0)])

/** Parameters that may change from page to page. */
const FREE = new Set(['cursor', 'size'])

/** Names a query: the same parameters, in whatever order, give the same name. */
export const queryKey = (route: string, parameters: Readonly<Record<string, unknown>>): string => {
  const stated = Object.entries(parameters).filter(([name, value]) => !FREE.has(name) && value !== undefined)
  const canonical = JSON.stringify([route, stated.sort(([a], [b]) => (a < b ? -1 : 1))])
  return createHash('sha256').update(canonical).digest('base64url').slice(0, 12)
}

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
      'The cursor is not one that this service gave: follow links.next, or begin without it.'
    )
  }
}
