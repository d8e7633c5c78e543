import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { ProblemError } from '../errors.js'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Content types that the route can answer with, as they are sent, the default first. */
    produces?: readonly string[]
    /** Those of them that the parameter `format` asks for, whatever `Accept` says. */
    formats?: Readonly<Record<string, string>>
  }
}

/** For choosing: a client may state the charset. It is sent without one, as RFC 8259 knows none. */
export const JSON_TYPE = 'application/json; charset=utf-8'

/** JSON is UTF-8 and has no charset (RFC 8259, section 11). */
export const addPlainJson = (app: FastifyInstance): void => {
  app.addHook('onSend', (_request, reply, payload, done) => {
    const type = String(reply.getHeader('content-type'))
    if (/^application\/(?:[\w.]+\+)?json;/.test(type)) reply.header('content-type', type.split(';', 1)[0])
    done(null, payload)
  })
}

/** The media type that the client likes best of those that the route has; undefined for none. */
export const chosenType = (request: FastifyRequest): string | undefined => {
  const { produces = [JSON_TYPE], formats = {} } = request.routeOptions.config
  const { format = '' } = request.query as { readonly format?: string }
  if (Object.hasOwn(formats, format)) return formats[format]
  const chosen = request.accepts().type([...produces])
  return typeof chosen === 'string' ? chosen : undefined
}

/** The answer depends on one more header of the request. */
export const addVary = (reply: FastifyReply, header: string): void => {
  const stated = reply.getHeader('vary')
  reply.header('vary', stated === undefined ? header : `${String(stated)}, ${header}`)
}

/** Refuses a request that accepts nothing the route can answer with. */
export const addNegotiation = (scope: FastifyInstance): void => {
  scope.addHook('onRequest', async (request) => {
    const produces = request.routeOptions.config.produces ?? [JSON_TYPE]
    if (chosenType(request) !== undefined) return Promise.resolve()
    const types = produces.map((type) => type.split(';', 1)[0]).join(' or ')
    const detail = `The answer can be ${types}, not ${request.headers.accept ?? ''}.`
    return Promise.reject(new ProblemError('not-acceptable', detail, { headers: { vary: 'accept' } }))
  })
}
