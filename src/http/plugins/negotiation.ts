import type { FastifyInstance } from 'fastify'
import { ProblemError } from '../errors.js'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Content types that the route can answer with, as they are sent, the default first. */
    produces?: readonly string[]
  }
}

export const JSON_TYPE = 'application/json; charset=utf-8'

/** Refuses a request that accepts nothing the route can answer with. */
export const addNegotiation = (scope: FastifyInstance): void => {
  scope.addHook('onRequest', async (request) => {
    const produces = request.routeOptions.config.produces ?? [JSON_TYPE]
    if (request.accepts().type([...produces]) !== false) return Promise.resolve()
    const types = produces.map((type) => type.split(';', 1)[0]).join(' or ')
    const detail = `The answer can be ${types}, not ${request.headers.accept ?? ''}.`
    return Promise.reject(new ProblemError('not-acceptable', detail, { headers: { vary: 'accept' } }))
  })
}
