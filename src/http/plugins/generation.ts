import type { FastifyInstance } from 'fastify'
import { notReady } from '../../engine/engine.js'
import { decodeCursor, keyOf } from '../cursor.js'

declare module 'fastify' {
  interface FastifyRequest {
    /** The generation that answers: the one that gave the cursor, else the newest one when the request came. */
    generation: string
    /** Items before the page that is asked for. */
    offset: number
  }
}

/** As operations with pages have them, and others do not. */
interface PageParameters {
  readonly cursor?: string
  readonly offset?: number
  readonly page?: number
  readonly size?: number
}

/**
 * Every request of this scope is answered by one generation: its entity tag, its question to the engine and its links
 * name it. Pages that are read by cursor so fit together, also when the articles change meanwhile.
 */
export const addGeneration = (scope: FastifyInstance): void => {
  scope.decorateRequest('generation', '')
  scope.decorateRequest('offset', 0)
  scope.addHook('preHandler', (request, _reply, done) => {
    const { engine } = request.server
    const { generation } = engine
    if (generation === undefined) throw notReady(engine.status)
    const { cursor, offset = 0, page = 1, size = 0 } = request.query as PageParameters
    const numbered = { generation, offset: offset + (page - 1) * size }
    const begin = cursor === undefined ? numbered : decodeCursor(cursor, keyOf(request))
    request.generation = begin.generation
    request.offset = begin.offset
    done()
  })
}
