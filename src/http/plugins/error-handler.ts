import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { EngineError } from '../../engine/engine.js'
import { engineProblem, ProblemError } from '../errors.js'
import { sendProblem } from '../problem.js'
import { parameterProblem } from './parameter-errors.js'
import { URL_ENCODING } from './request-head.js'

export const INTERNAL_ERROR =
  'The request could not be answered. The log has the reason under the request id.'

/** Every error that a request meets becomes a problem document; what is not the client's fault is logged. */
export const handleError = (
  error: FastifyError | ProblemError,
  request: FastifyRequest,
  reply: FastifyReply
): FastifyReply => {
  const problem = toProblem(error, request)
  if (problem.code === 'internal-error' || problem.code === 'not-written')
    request.log.error({ err: error }, 'request failed')
  else request.log.debug({ code: problem.code, detail: problem.detail }, 'request refused')
  // Node reads what is left of the body and throws it away; a client that is cut off would not see the answer.
  if (problem.code === 'body-too-large') reply.removeHeader('connection')
  // What comes after a body that is not whole would be read as the rest of it.
  if (problem.code === 'request-timeout') reply.header('connection', 'close')
  return sendProblem(request, reply, problem)
}

const toProblem = (error: FastifyError | ProblemError, request: FastifyRequest): ProblemError => {
  if (error instanceof ProblemError) return error
  if (error instanceof EngineError) return engineProblem(error)
  if (hasZodFastifySchemaValidationErrors(error)) return parameterProblem(error.validation, request)
  if (error.code === 'FST_ERR_BAD_URL') return new ProblemError('invalid-url', URL_ENCODING)
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return mediaTypeProblem(request)
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new ProblemError('body-too-large', error.message)
  const isClientError = error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500
  if (isClientError) return new ProblemError('bad-request', error.message)
  return new ProblemError('internal-error', INTERNAL_ERROR)
}

/** Says which type is taken instead. */
const mediaTypeProblem = ({ headers, routeOptions }: FastifyRequest): ProblemError => {
  const [accepted = 'application/json'] = routeOptions.schema?.consumes ?? []
  const given =
    headers['content-type'] === undefined ? 'nothing' : `"${headers['content-type'].slice(0, 100)}"`
  return new ProblemError(
    'unsupported-media-type',
    `Send Content-Type: ${accepted}; the request says ${given}.`
  )
}
