import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { packageFile } from '../../package-file.js'
import { tagged } from './caching.js'

/**
 * Swagger UI's files. Its own package, `swagger-ui-dist`, runs a script when it is installed; this one has the same
 * files and none.
 */
const FOLDER = join(dirname(createRequire(import.meta.url).resolve('@fastify/swagger-ui')), 'static')

const HTML = readFileSync(join(packageFile('page'), 'docs.html'), 'utf8')

/** Swagger UI sets styles in its HTML and shows images that stand in its styles. */
const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
  "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'"

/** Seconds that a browser keeps Swagger UI's files for without asking: a day. Then it asks with their entity tags. */
const MAX_AGE = 86_400

/** `GET /docs`: Swagger UI in a page of ours, with its files under `/docs/static/`. */
export const addSwaggerUi = async (app: FastifyInstance): Promise<void> => {
  await app.register(fastifyStatic, {
    root: FOLDER,
    prefix: '/docs/static/',
    index: false,
    decorateReply: false,
    maxAge: MAX_AGE * 1000
  })
  app.get('/docs', { schema: { hide: true } }, (request, reply) => {
    reply.header('content-security-policy', CONTENT_SECURITY_POLICY).type('text/html; charset=utf-8')
    return tagged(request, reply, HTML)
  })
}
