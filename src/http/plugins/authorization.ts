import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ProblemError } from '../errors.js'
import type { ApiKeys } from '../../api-keys.js'

export const MISSING_KEY = 'Send a key: `Authorization: Bearer KEY`.'
const WRONG = 'The service does not know this key: `Authorization: Bearer KEY`.'

/** Lets nobody into this scope without a key, before anything of a body is read. */
export const addAuthorization = (scope: FastifyInstance, keys: ApiKeys): void => {
  scope.addHook('onRequest', (request, _reply, done) => {
    refuseStranger(request, keys)
    done()
  })
}

/** The key that a request states, whether or not the service knows it. */
export const statedKey = ({ headers }: FastifyRequest): string | undefined =>
  /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1]

/** @throws {ProblemError} */
const refuseStranger = (request: FastifyRequest, keys: ApiKeys): void => {
  const key = statedKey(request)
  if (key !== undefined && keys.has(key)) return
  const challenge = `Bearer realm="nyhetssok"${key === undefined ? '' : ', error="invalid_token"'}`
  throw new ProblemError('unauthorized', key === undefined ? MISSING_KEY : WRONG, {
    headers: { 'www-authenticate': challenge }
  })
}
