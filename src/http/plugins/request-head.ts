import type { FastifyRequest } from 'fastify'
import { ProblemError } from '../errors.js'

/** Refuses a request whose head HTTP/1.1 does not allow, but which Node would answer without a problem document, or as another. */
export const checkHead = ({ raw, host }: FastifyRequest): Promise<void> => {
  // RFC 9112, section 3.2
  if (raw.httpVersion === '1.1' && !host)
    return Promise.reject(new ProblemError('bad-request', 'A request of HTTP/1.1 must have a Host header.'))
  // RFC 9112, section 3.2.4; the router takes it for `/`.
  if (raw.url === '*' && raw.method !== 'OPTIONS')
    return Promise.reject(new ProblemError('invalid-url', 'The URL must begin with a slash.'))
  return Promise.resolve()
}
