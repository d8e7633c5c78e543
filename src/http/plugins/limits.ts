import rateLimit, { normalizeIP } from '@fastify/rate-limit'
import underPressure from '@fastify/under-pressure'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { createHash } from 'node:crypto'
import { ProblemError } from '../errors.js'
import type { ApiKeys } from '../../api-keys.js'
import type { HttpSettings } from '../settings.js'
import { statedKey } from './authorization.js'
import { isProbe } from './probes.js'

/**
 * Refuses a client that asks too often (429), and everybody while the service cannot keep up (503). Probes are answered
 * whatever the load.
 */
export const addLimits = async (
  app: FastifyInstance,
  { rateLimit: max, maxDelay }: Pick<HttpSettings, 'rateLimit' | 'maxDelay'>,
  keys: ApiKeys
): Promise<void> => {
  if (max > 0)
    await app.register(rateLimit, {
      max,
      timeWindow: '1 minute',
      // `RateLimit-Limit` and the like, without `X-`.
      enableDraftSpec: true,
      allowList: isProbe,
      keyGenerator: (request) => clientOf(request, keys),
      errorResponseBuilder: (_request, { ttl }) => {
        const seconds = Math.max(1, Math.ceil(ttl / 1000))
        return new ProblemError(
          'too-many-requests',
          `At most ${max} requests a minute; try again in ${seconds} s.`,
          {
            headers: { 'retry-after': String(seconds) }
          }
        )
      }
    })
  if (maxDelay === 0) return
  const refuse = (request: FastifyRequest): void => {
    if (!isProbe(request))
      throw new ProblemError('overloaded', 'The service is overloaded; try again in a moment.', {
        headers: { 'retry-after': '5' }
      })
  }
  await app.register(underPressure, {
    maxEventLoopDelay: maxDelay,
    // It measures in intervals. One in which nothing could be measured, as the loop was held up all the time,
    // counts as endless delay: so it must not be shorter than the delay that is allowed.
    sampleInterval: Math.max(SHORTEST_INTERVAL, maxDelay),
    pressureHandler: refuse
  })
  // Questions wait for threads while the event loop is free. What is asked on behalf of an answer that has begun, such
  // as the rest of an export, waits with them and is not refused.
  app.addHook('onRequest', (request, _reply, done) => {
    if (app.engine.status.work.waitedMs > maxDelay) refuse(request)
    done()
  })
}

/** How often the delay of the event loop is looked at, at most, in milliseconds. */
const SHORTEST_INTERVAL = 1000

/** Bits of an IPv6 address that one household or server shares. */
const IPV6_SUBNET = 64

/**
 * Who asks: a key of the service, of which only a hash is kept, else an address. A key that the service does not know
 * counts for nothing, and the addresses of one IPv6 network are one client: either could be made up without end.
 */
const clientOf = (request: FastifyRequest, keys: ApiKeys): string => {
  const key = statedKey(request)
  return key !== undefined && keys.has(key)
    ? createHash('sha256').update(key).digest('base64')
    : normalizeIP(request.ip, IPV6_SUBNET)
}
