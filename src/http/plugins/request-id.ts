import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

export const newRequestId = (): string => randomUUID()

/** Every answer names its request, as the log does; the query itself is logged at level debug only. */
export const addRequestId = (app: FastifyInstance): void => {
  app.addHook('onRequest', (request, reply, done) => {
    nameRequest(request, reply)
    request.log.debug({ url: request.url }, 'url')
    done()
  })
}

export const nameRequest = (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  reply.header('x-request-id', request.id)
