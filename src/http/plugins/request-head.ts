import { randomUUID } from 'node:crypto'
import type {
  FastifyBaseLogger,
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
  RawRequestDefaultExpression
} from 'fastify'
import type { Bindings, ChildLoggerOptions } from 'pino'
import { ProblemError } from '../errors.js'

export const newRequestId = (): string => randomUUID()

/** The id that the client, or a proxy, gave the request, where it is one that a log can hold, else a new one. */
export const requestIdOf = ({ headers }: RawRequestDefaultExpression): string => {
  const given = headers['x-request-id']
  return typeof given === 'string' && /^[\w.:+/=-]{1,128}$/.test(given) ? given : newRequestId()
}

/** https://www.w3.org/TR/trace-context/: version, trace, span, flags */
const TRACEPARENT = /^[\da-f]{2}-([\da-f]{32})-([\da-f]{16})-[\da-f]{2}$/

/** The log of a request names the trace that it is part of, where `traceparent` says so. */
export const tracedLogger = (
  logger: FastifyBaseLogger,
  bindings: Bindings,
  options: ChildLoggerOptions,
  { headers }: RawRequestDefaultExpression
): FastifyBaseLogger => {
  const [, traceId, spanId] = TRACEPARENT.exec(String(headers.traceparent)) ?? []
  return logger.child({ ...bindings, ...(traceId !== undefined && { traceId, spanId }) }, options)
}

/** Names every request in its answer, as the log does, and refuses those whose head cannot be understood. */
export const addRequestHead = (app: FastifyInstance): void => {
  app.addHook('onRequest', (request, reply, done) => {
    nameRequest(request, reply)
    // The query itself is logged at this level only.
    request.log.debug({ url: request.url }, 'url')
    done()
  })
  app.addHook('onRequest', checkHead)
  app.addHook('onRequest', checkUrlEncoding)
}

export const nameRequest = (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  reply.header('x-request-id', request.id)

/**
 * Refuses what HTTP/1.1 does not allow, but Node would answer without a problem document or take for something
 * else.
 */
const checkHead = ({ raw, host }: FastifyRequest): Promise<void> => {
  // RFC 9112, section 3.2
  if (raw.httpVersion === '1.1' && !host)
    return Promise.reject(new ProblemError('bad-request', 'A request of HTTP/1.1 must have a Host header.'))
  // RFC 9112, section 3.2.4; the router takes it for `/`.
  if (raw.url === '*' && raw.method !== 'OPTIONS')
    return Promise.reject(new ProblemError('invalid-url', 'The URL must begin with a slash.'))
  return Promise.resolve()
}

/** How to mend an invalid URL. */
export const URL_ENCODING =
  'The URL must be UTF-8, percent-encoded: "ø" is %C3%B8, a space is %20, a percent sign is %25.'

/**
 * Refuses a URL that is not percent-encoded UTF-8, instead of searching for something else than was meant.
 *
 * `?q=%F8l` is ISO 8859-1; `?q=82%` has a bare percent sign.
 */
const checkUrlEncoding = (request: FastifyRequest): Promise<void> => {
  try {
    decodeURIComponent(request.raw.url ?? '')
    return Promise.resolve()
  } catch {
    return Promise.reject(new ProblemError('invalid-url', URL_ENCODING))
  }
}
