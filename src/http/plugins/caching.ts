import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { version } from '../../version.js'
import { requestKey } from '../cursor.js'
import { addVary, chosenType } from './negotiation.js'

/**
 * Every answer of this scope may be cached and asked for again cheaply: its entity tag is made of the generation (see
 * `addGeneration`, which comes first), the version of the service and what is asked for, however that is spelt, so that
 * `If-None-Match` is answered before any work is done.
 *
 * The tag is weak, since `tookMs` differs between two answers to the same question.
 */
export const addCaching = (scope: FastifyInstance): void => {
  scope.addHook('preHandler', async (request, reply) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return
    const tag = entityTag(request.generation, requestKey(request), chosenType(request))
    reply.headers({ etag: tag, 'cache-control': 'no-cache' })
    addVary(reply, 'accept')
    if (matches(request.headers['if-none-match'], tag)) await reply.code(304).send()
  })
  scope.addHook('onSend', async (request, reply, payload) => {
    // An error is not what the tag stands for.
    if (reply.statusCode >= 400) reply.removeHeader('etag')
    if (reply.statusCode !== 200 || request.headers['if-none-match']?.trim() !== '*')
      return Promise.resolve(payload)
    reply.code(304).removeHeader('content-type')
    // Fastify measures what HEAD leaves out, and null cannot be measured.
    return Promise.resolve(request.method === 'HEAD' ? '' : null)
  })
}

/**
 * Puts the version of an article before its entity tag, so that `If-Match` asks for that alone, whatever becomes of
 * other articles.
 *
 * @returns does the client have just this answer?
 */
export const tagWithVersion = (request: FastifyRequest, reply: FastifyReply, version: string): boolean => {
  const tag = String(reply.getHeader('etag')).replace(/^W\/"/, `W/"${version}.`)
  reply.header('etag', tag)
  return matches(request.headers['if-none-match'], tag)
}

/**
 * Tags an answer that does not come from a generation: the tag is made of the answer itself.
 *
 * @returns the answer, to be sent; undefined where the client has just this one, and 304 has been sent
 */
export const tagged = <T extends string | object>(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: T
): T | undefined => {
  const tag = entityTag(typeof answer === 'string' ? answer : JSON.stringify(answer))
  reply.headers({ etag: tag, 'cache-control': 'no-cache' })
  const given = request.headers['if-none-match']
  if (given?.trim() !== '*' && !matches(given, tag)) return answer
  reply.code(304).removeHeader('content-type').send()
  return undefined
}

const entityTag = (...parts: readonly (string | undefined)[]): string =>
  `W/"${createHash('sha256')
    .update(JSON.stringify([version, ...parts]))
    .digest('base64url')
    .slice(0, 22)}"`

/**
 * Not for `*`, anything that there is at the URL (RFC 9110, section 13.1.2): that is known only when the answer is
 * made.
 */
const matches = (header: string | undefined, tag: string): boolean =>
  header?.split(',').some((one) => one.trim().replace(/^W\//, '') === tag.replace(/^W\//, '')) ?? false
