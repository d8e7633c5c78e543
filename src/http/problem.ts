import type { FastifyReply, FastifyRequest } from 'fastify'
import { PROBLEMS, type ParameterError, type ProblemError } from './errors.js'

/** RFC 9457, with `code` and, for invalid input, `errors`. */
export interface ProblemDocument {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly instance: string
  readonly code: string
  readonly errors?: readonly ParameterError[]
}

export const PROBLEM_TYPE = 'application/problem+json'

/** @param instance the URL of the request, at most its path where the query is too long to repeat */
export const problemDocument = (
  { code, detail, options }: ProblemError,
  instance: string
): ProblemDocument => ({
  type: `/problems/${code}`,
  title: PROBLEMS[code].title,
  status: PROBLEMS[code].status,
  detail,
  instance: instance.length <= 2000 ? instance : instance.split('?', 1)[0]!.slice(0, 2000),
  code,
  ...(options.errors !== undefined && { errors: options.errors })
})

export const sendProblem = (
  request: FastifyRequest,
  reply: FastifyReply,
  error: ProblemError
): FastifyReply =>
  reply
    .code(PROBLEMS[error.code].status)
    .headers(error.options.headers ?? {})
    .type(PROBLEM_TYPE)
    .serializer((document: ProblemDocument) => JSON.stringify(document))
    .send(problemDocument(error, request.url))
