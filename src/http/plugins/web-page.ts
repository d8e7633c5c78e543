import { readFileSync } from 'node:fs'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { packageFile } from '../../package-file.js'
import { tagged } from './caching.js'

const FOLDER = packageFile('page')

const HTML = readFileSync(`${FOLDER}/index.html`, 'utf8')

/** All that the page loads comes from this service, and none of it stands in the HTML. */
const SECURITY_HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin'
}

/** The files that the page is made of, under `/page/`. */
export const addWebPage = async (app: FastifyInstance): Promise<void> => {
  await app.register(fastifyStatic, {
    root: FOLDER,
    prefix: '/page/',
    index: false,
    cacheControl: false,
    setHeaders: (reply) => {
      reply.headers({ 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff' })
    }
  })
}

/** Answers with the page. */
export const sendWebPage = (request: FastifyRequest, reply: FastifyReply): string | undefined =>
  tagged(request, reply.headers(SECURITY_HEADERS).type('text/html; charset=utf-8'), HTML)
