import cors from '@fastify/cors'
import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'

/** Headers of answers that a page of another origin may read. */
const EXPOSED = [
  ...['Content-Disposition', 'ETag', 'Link', 'Location', 'Retry-After', 'X-Request-Id'],
  ...['RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset']
]

/**
 * What browsers are told: pages of which origins may read answers, and what pages of this service may load. Answers
 * depend on no cookie, so that a page of any origin learns no more than anybody.
 *
 * @param origins `*`, or origins with commas between; empty: none
 */
export const addBrowserHeaders = async (app: FastifyInstance, origins: string): Promise<void> => {
  const listed = origins.split(',').map((origin) => origin.trim())
  if (origins !== '')
    await app.register(cors, {
      origin: origins === '*' ? '*' : listed,
      exposedHeaders: EXPOSED,
      methods: ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS'],
      maxAge: 86_400,
      strictPreflight: false,
      // On to the route, which says `Allow`.
      preflightContinue: true,
      hideOptionsRoute: true
    })
  // A question about a path that there is not is answered as any other about it.
  app.addHook('preHandler', (request, reply, done) => {
    if (request.method === 'OPTIONS' && request.routeOptions.url === '*') reply.callNotFound()
    else done()
  })
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'img-src': ["'self'", 'data:'],
        'style-src': ["'self'", "'unsafe-inline'"],
        'object-src': ["'none'"],
        'base-uri': ["'self'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'self'"]
      }
    },
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    // The service speaks HTTP; whoever puts HTTPS before it says so there.
    strictTransportSecurity: false
  })
}
