import { z } from 'zod'
import { version } from '../../version.js'
import { ProblemError, PROBLEMS, type ProblemCode } from '../errors.js'
import { tagged } from '../plugins/caching.js'
import { addVary, JSON_TYPE } from '../plugins/negotiation.js'
import { sendWebPage } from '../plugins/web-page.js'
import { answer } from '../schemas/answers.js'
import { PROBE_PROBLEMS } from '../schemas/problem.js'
import { IndexSchema, LiveSchema, ReadySchema } from '../schemas/service.js'
import type { Routes } from '../type-provider.js'

const HTML_TYPE = 'text/html; charset=utf-8'

const LINKS = {
  search: '/v1/search?q=digitaliseringsstrategi',
  export: '/v1/search/export?q=digitaliseringsstrategi',
  feed: '/v1/search.atom?q=digitaliseringsstrategi',
  snippets: '/v1/snippets?q=digitaliseringsstrategi',
  articles: '/v1/articles',
  entities: '/v1/entities',
  quotes: '/v1/quotes',
  speakers: '/v1/speakers',
  graph: '/v1/graph',
  suggest: '/v1/suggest?prefix=digital',
  analyze: '/v1/analyze?text=digitaliseringsstrategi',
  opensearch: '/opensearch.xml',
  sitemap: '/sitemap.xml',
  docs: '/docs',
  openapi: '/openapi.json',
  ready: '/health/ready',
  metrics: '/metrics'
}

/** What a running service is asked beside its articles. */
export const serviceRoutes: Routes = (app, _options, done) => {
  app.get(
    '/',
    {
      config: { produces: [JSON_TYPE, HTML_TYPE] },
      schema: {
        hide: true,
        response: {
          200: {
            description: 'Where things are.',
            content: { 'application/json': { schema: IndexSchema }, 'text/html': { schema: z.string() } }
          }
        }
      }
    },
    (request, reply) => {
      addVary(reply, 'accept')
      if (request.accepts().type([JSON_TYPE, HTML_TYPE]) === HTML_TYPE) return sendWebPage(request, reply)
      return tagged(request, reply, { name: 'Nyhetssøk', version, links: LINKS })
    }
  )

  app.get(
    '/health/live',
    {
      schema: {
        operationId: 'getLive',
        tags: ['Running'],
        summary: 'Is the process alive?',
        description: 'Answers as long as the process does, whatever the articles; for a liveness probe.',
        response: { 200: answer('It is alive.', LiveSchema), ...PROBE_PROBLEMS }
      }
    },
    () => ({ status: 'alive' as const })
  )

  app.get(
    '/health/ready',
    {
      schema: {
        operationId: 'getReady',
        tags: ['Running'],
        summary: 'Is the service ready?',
        description: 'Answers 503 with the progress until the articles are indexed.',
        response: {
          200: answer('It is ready.', ReadySchema),
          503: answer('It is not ready yet.', ReadySchema),
          ...PROBE_PROBLEMS
        }
      }
    },
    (_request, reply) => {
      const { generation, status } = app.engine
      const { state, read, indexed, annotated, names, problems, fault } = status
      reply
        .code(generation === undefined || fault !== undefined ? 503 : 200)
        .header('cache-control', 'no-store')
      return {
        status: state,
        articles: { read, indexed, annotated },
        names,
        problems,
        ...(generation !== undefined && { generation }),
        ...(fault !== undefined && { fault })
      }
    }
  )

  app.get(
    '/problems/:code',
    { schema: { hide: true, params: z.object({ code: z.string() }) } },
    (request, reply) => {
      const { params } = request
      if (!Object.hasOwn(PROBLEMS, params.code))
        throw new ProblemError('route-not-found', `There is no problem "${params.code}".`)
      return tagged(request, reply, { code: params.code, ...PROBLEMS[params.code as ProblemCode] })
    }
  )
  done()
}
