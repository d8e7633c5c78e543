import type { FastifyReply, FastifyRequest } from 'fastify'
import type { SearchIndex } from '../segment/search-index.js'
import { decodeCursor, encodeCursor, queryKey } from './cursor.js'

export interface Links {
  readonly self: string
  readonly next?: string
}

/** One page of a list that is read by cursor. */
export interface Page {
  readonly offset: number
  readonly size: number
  /** Links for a list of `total` items; also sets the `Link` header (RFC 8288). */
  links(reply: FastifyReply, total: number): Links
}

/**
 * The page that a request asks for.
 *
 * @throws {ProblemError} `invalid-cursor`, `expired-cursor`
 */
export const pageOf = (
  request: FastifyRequest,
  index: SearchIndex,
  query: Readonly<Record<string, unknown>> & { readonly size: number; readonly cursor?: string | undefined }
): Page => {
  const key = queryKey(request.url.split('?', 1)[0]!, query)
  const offset = decodeCursor(query.cursor, index.generation, key)
  const { size } = query
  return {
    offset,
    size,
    links: (reply, total) => {
      const next =
        offset + size < total
          ? withCursor(request.url, encodeCursor(index.generation, key, offset + size))
          : undefined
      const links = { self: request.url, ...(next !== undefined && { next }) }
      reply.header('link', linkHeader(links))
      return links
    }
  }
}

/** The query begins at the first question mark; what is asked for may hold others: `?q=hva?&size=1`. */
const withCursor = (url: string, cursor: string): string => {
  const path = url.split('?', 1)[0]!
  const parameters = new URLSearchParams(url.slice(path.length + 1))
  parameters.set('cursor', cursor)
  return `${path}?${parameters.toString()}`
}

/** RFC 8288. A client may send `>` and the like in a URL as they are; here they would end it. */
const linkHeader = (links: Links): string =>
  Object.entries(links)
    .map(([rel, url]) => `<${(url as string).replace(/[<>"{}|\\^`]/g, encodeURIComponent)}>; rel="${rel}"`)
    .join(', ')
