import type { FastifyBaseLogger } from 'fastify'
import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { PROBLEMS, ProblemError, type ProblemCode } from '../errors.js'
import { PROBLEM_TYPE, problemDocument } from '../problem.js'
import { newRequestId, URL_ENCODING } from './request-head.js'

const codes: Readonly<Record<string, ProblemCode>> = {
  HPE_HEADER_OVERFLOW: 'headers-too-large',
  // `curl 'localhost:3000/v1/search?q=øl'` sends the letter as it is.
  HPE_INVALID_URL: 'invalid-url',
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout'
}

/** What the problems say. */
export const DETAILS: Partial<Record<ProblemCode, string>> = {
  'invalid-url': URL_ENCODING,
  'headers-too-large': 'The URL and the headers together may be at most 64 kB.',
  'request-timeout': 'The request was not complete in time.'
}

/** Answers what Node's HTTP parser refuses, before there is a request: the same problem document, written by hand. */
export const answerClientError =
  (log?: FastifyBaseLogger) =>
  (error: NodeJS.ErrnoException, socket: Socket): void => {
    if (!socket.writable || error.code === 'ECONNRESET') {
      socket.destroy()
      return
    }
    const code = codes[error.code ?? ''] ?? 'bad-request'
    const detail = DETAILS[code] ?? 'The request is not valid HTTP/1.1.'
    const { status } = PROBLEMS[code]
    const reqId = newRequestId()
    log?.debug({ reqId, code, detail }, 'request refused')
    const body = JSON.stringify(problemDocument(new ProblemError(code, detail), '/'))
    const head = [
      `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
      `x-request-id: ${reqId}`,
      `content-type: ${PROBLEM_TYPE}`,
      `content-length: ${Buffer.byteLength(body)}`,
      'connection: close'
    ]
    socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
  }
