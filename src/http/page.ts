import type { FastifyReply, FastifyRequest } from 'fastify'
import type { PageRequest } from '../engine/questions.js'
import { encodeCursor, keyOf } from './cursor.js'

export interface Links {
  readonly self: string
  readonly prev?: string
  readonly next?: string
}

/** The links of a page of a list of `total` items; also sets the `Link` header (RFC 8288). */
export const linksOf = (
  request: FastifyRequest,
  reply: FastifyReply,
  { offset, size }: PageRequest,
  total: number
): Links => {
  const { generation } = request
  const url = originForm(request.url)
  const pageAt = (start: number): string => withCursor(url, encodeCursor(generation, keyOf(request), start))
  const end = offset + size
  const links = {
    self: url,
    ...(offset > 0 && { prev: pageAt(Math.max(0, Math.min(offset, total) - size)) }),
    ...(end < total && { next: pageAt(end) })
  }
  reply.header('link', linkHeader(links))
  return links
}

/** A client may send the whole address (RFC 9112, section 3.2.2); links name no host, least of all a foreign one. */
export const originForm = (url: string): string => url.replace(/^[a-z][a-z\d+.-]*:\/\/[^/?#]*/i, '')

/** The query begins at the first question mark; what is asked for may hold others: `?q=hva?&size=1`. */
const withCursor = (url: string, cursor: string): string => {
  const path = url.split('?', 1)[0]!
  const parameters = new URLSearchParams(url.slice(path.length + 1))
  parameters.delete('offset')
  parameters.delete('page')
  parameters.set('cursor', cursor)
  return `${path}?${parameters.toString()}`
}

/** RFC 8288. A client may send `>` and the like in a URL as they are; here they would end it. */
const linkHeader = (links: Links): string =>
  Object.entries(links)
    .map(([rel, url]) => `<${(url as string).replace(/[<>"{}|\\^`]/g, encodeURIComponent)}>; rel="${rel}"`)
    .join(', ')
