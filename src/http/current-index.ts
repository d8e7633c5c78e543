import type { FastifyRequest } from 'fastify'
import type { Collection } from '../collection/collection.js'
import type { SearchIndex } from '../segment/search-index.js'
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
  throw notReady(
    `The articles are being read: ${progress.read} read, ${progress.indexed} indexed so far. Ask /health/ready.`
  )
}

/** Where the articles are searched already, but who and what they name is still being read. */
export const notAnnotated = ({ server }: Pick<FastifyRequest, 'server'>): ProblemError => {
  const { indexed, annotated } = server.collection.progress
  return notReady(
    `The articles are being read for names and quotes: ${annotated} of ${indexed} so far. Ask /health/ready.`
  )
}

const notReady = (detail: string): ProblemError =>
  new ProblemError('not-ready', detail, { headers: { 'retry-after': '2' } })
