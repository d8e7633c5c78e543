import type { FastifyRequest } from 'fastify'

/** The routes that machines ask every few seconds. */
const PROBES = new Set(['/health/live', '/health/ready', '/metrics'])

/** Does a request ask how the service is? No other path that begins alike does. */
export const isProbe = ({ routeOptions }: FastifyRequest): boolean => PROBES.has(routeOptions.url ?? '')
