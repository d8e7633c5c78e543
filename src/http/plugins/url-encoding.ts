import type { FastifyRequest } from 'fastify'
import { ProblemError } from '../errors.js'

/** How to mend an invalid URL. */
export const URL_ENCODING =
  'The URL must be UTF-8, percent-encoded: "ø" is %C3%B8, a space is %20, a percent sign is %25.'

/**
 * Refuses a URL that is not percent-encoded UTF-8, instead of searching for something else than was meant.
 *
 * `?q=%F8l` is ISO 8859-1; `?q=82%` has a bare percent sign.
 */
export const checkUrlEncoding = (request: FastifyRequest): Promise<void> => {
  try {
    decodeURIComponent(request.raw.url ?? '')
    return Promise.resolve()
  } catch {
    return Promise.reject(new ProblemError('invalid-url', URL_ENCODING))
  }
}
