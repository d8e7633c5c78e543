import type { FastifyRequest } from 'fastify'
import type { Collection } from '../collection.js'
import type { SearchIndex } from '../index/search-index.js'
import { ProblemError } from './errors.js'

declare module 'fastify' {
  interface FastifyInstance {
    collection: Collection
  }
}

/**
 * The generation that serves this request. Take it once a request: a new one may be swapped in between.
 *
 * @throws {ProblemError} `not-ready`
 */
export const currentIndex = ({ server }: Pick<FastifyRequest, 'server'>): SearchIndex => {
  const { current, progress } = server.collection
  if (current !== undefined) return current
  const detail = `The articles are being read: ${progress.read} read, ${progress.indexed} indexed so far. Ask /health/ready.`
  throw new ProblemError('not-ready', detail, { headers: { 'retry-after': '2' } })
}
