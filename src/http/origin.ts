import type { FastifyRequest } from 'fastify'
import { ProblemError } from './errors.js'

/**
 * The origin that the client, or the proxy that is trusted, asked: what absolute URLs begin with.
 *
 * @throws {ProblemError} `bad-request` where the Host header names no host
 */
export const originOf = ({ protocol, host }: Pick<FastifyRequest, 'protocol' | 'host'>): string => {
  const address = `${protocol}://${host}`
  if (!/^[\w.:[\]-]+$/.test(host) || !URL.canParse(address))
    throw new ProblemError('bad-request', 'The Host header must name a host: absolute URLs are made of it.')
  return new URL(address).origin
}
