import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ProblemError } from './errors.js'

const NOT_UTF8 = 'The body is not UTF-8: encode it as UTF-8 and send it again.'

/** @throws {ProblemError} where the bytes are none of UTF-8, so that no letter becomes another one */
export const utf8 = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    throw new ProblemError('bad-request', NOT_UTF8, { cause: error })
  }
}

/** @throws {ProblemError} where a body is compressed, or says that it is in another encoding than UTF-8 */
const checkEncoding = ({ headers }: FastifyRequest): void => {
  const coding = headers['content-encoding']?.trim() ?? 'identity'
  if (coding !== 'identity')
    throw new ProblemError(
      'unsupported-media-type',
      `Send the body as it is, without Content-Encoding: ${coding}.`
    )
  const charset = /;\s*charset="?([^\s;"]+)/i.exec(headers['content-type'] ?? '')?.[1]
  if (charset !== undefined && !/^(?:utf-?8|us-ascii)$/i.test(charset))
    throw new ProblemError('unsupported-media-type', `Send the body in UTF-8, not in ${charset}.`)
}

/** An object of JSON. @throws {ProblemError} */
const jsonObject = (bytes: Uint8Array): object => {
  let value: unknown
  try {
    value = JSON.parse(utf8(bytes))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw new ProblemError('bad-request', `The body is not valid JSON: ${error.message}.`, { cause: error })
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  throw new ProblemError('bad-request', 'The body is not a JSON object: write {"text": "…"}.')
}

/** Reads bodies of this scope: objects of JSON whole, lines of JSON as a stream. That of DELETE may be empty. */
export const addBodies = (scope: FastifyInstance): void => {
  scope.removeContentTypeParser(['text/plain', 'application/json'])
  scope.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    try {
      checkEncoding(request)
      const isEmpty = body.length === 0 && request.method === 'DELETE'
      done(null, isEmpty ? undefined : jsonObject(body))
    } catch (error) {
      done(error as Error)
    }
  })
  scope.addContentTypeParser('application/x-ndjson', (request, payload, done) => {
    try {
      checkEncoding(request)
      done(null, payload)
    } catch (error) {
      done(error as Error)
    }
  })
}
