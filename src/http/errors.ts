import type { EngineError, EngineErrorCode } from '../engine/engine.js'

/** Every problem that the service answers with: its code is stable, clients may rely on it. */
export const PROBLEMS = {
  'invalid-parameter': { status: 400, title: 'A parameter is not valid' },
  'invalid-url': { status: 400, title: 'The URL is not valid' },
  'invalid-cursor': {
    status: 400,
    title: 'The cursor is not from this service, or belongs to another query'
  },
  'expired-cursor': { status: 400, title: 'The collection has changed since the cursor was issued' },
  'bad-request': { status: 400, title: 'The request cannot be read' },
  unauthorized: { status: 401, title: 'A key is needed' },
  'writing-off': { status: 403, title: 'Nothing can be written here' },
  'condition-failed': { status: 412, title: 'The article is not as the request expects it' },
  'invalid-article': { status: 422, title: 'The article cannot be read' },
  'not-written': { status: 507, title: 'The article could not be written to disk' },
  'invalid-alert': { status: 422, title: 'The alert cannot be made' },
  'too-many-alerts': { status: 409, title: 'There are as many alerts as allowed' },
  'alert-not-found': { status: 404, title: 'There is no such alert' },
  'article-not-found': { status: 404, title: 'There is no such article' },
  'entity-not-found': { status: 404, title: 'There is no such entity' },
  'route-not-found': { status: 404, title: 'There is no such page' },
  'method-not-allowed': { status: 405, title: 'The method is not allowed here' },
  'not-acceptable': { status: 406, title: 'None of the accepted media types is available' },
  'request-timeout': { status: 408, title: 'The request was not sent in time' },
  'body-too-large': { status: 413, title: 'The request body is too large' },
  'unsupported-media-type': { status: 415, title: 'The media type of the request body is not supported' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  'headers-too-large': { status: 431, title: 'The URL and headers are too long' },
  'internal-error': { status: 500, title: 'Something went wrong in the service' },
  overloaded: { status: 503, title: 'The service is overloaded' },
  'not-ready': { status: 503, title: 'The articles, or who and what they name, are still being read' },
  'cluster-unavailable': { status: 503, title: 'The cluster with the articles does not answer' },
  'not-answered': { status: 501, title: 'The engine of this service does not support this request' },
  'names-failed': { status: 503, title: 'Reading who and what the articles name failed' }
} as const

export type ProblemCode = keyof typeof PROBLEMS

/** Wrong parameters that one answer names. */
export const MOST_ERRORS = 20

/** What is wrong with one parameter. */
export interface ParameterError {
  readonly path: string
  readonly message: string
}

export interface ProblemOptions {
  readonly errors?: readonly ParameterError[]
  readonly headers?: Readonly<Record<string, string>>
  /** What is logged of it. */
  readonly cause?: unknown
}

/** An error that is answered as a problem document (RFC 9457). */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'

  /** @param detail what is wrong with this request, and how to fix it */
  constructor(
    readonly code: ProblemCode,
    readonly detail: string,
    readonly options: ProblemOptions = {}
  ) {
    super(detail, { cause: options.cause })
  }
}

const RETRY_SOON = { 'retry-after': '2' }

/** What the engine refuses, as a problem. `detail`, if absent, is what the engine says. */
const ENGINE_PROBLEMS: Readonly<
  Record<
    EngineErrorCode,
    { readonly code: ProblemCode; readonly detail?: string; readonly headers?: typeof RETRY_SOON }
  >
> = {
  'not-ready': { code: 'not-ready', headers: RETRY_SOON },
  'names-not-ready': { code: 'not-ready', headers: RETRY_SOON },
  'names-failed': { code: 'names-failed' },
  'article-not-found': { code: 'article-not-found' },
  'entity-not-found': { code: 'entity-not-found' },
  'generation-gone': {
    code: 'expired-cursor',
    detail: 'The collection has changed since the cursor was issued: start again without it.'
  },
  'thread-ended': { code: 'internal-error' },
  'cluster-unavailable': { code: 'cluster-unavailable', headers: RETRY_SOON },
  'cluster-busy': { code: 'overloaded', headers: RETRY_SOON },
  'not-answered': { code: 'not-answered' }
}

export const engineProblem = (error: EngineError): ProblemError => {
  const { code, detail = error.message, headers = {} } = ENGINE_PROBLEMS[error.code]
  return new ProblemError(code, detail, { headers })
}
