import { z } from 'zod'
import { version } from '../../version.js'
import { ProblemError, PROBLEMS, type ProblemCode } from '../errors.js'
import { addVary, JSON_TYPE } from '../plugins/negotiation.js'
import { sendWebPage } from '../plugins/web-page.js'
import { answer } from '../schemas/answers.js'
import { ANY_PROBLEM } from '../schemas/problem.js'
import { IndexSchema, LiveSchema, ReadySchema } from '../schemas/service.js'
import type { Routes } from '../type-provider.js'

/** Problems that `/health/ready` lists by name; the log has them all. */
const LISTED_PROBLEMS = 20

const HTML_TYPE = 'text/html; charset=utf-8'

const LINKS = {
  search: '/v1/search?q=digitaliseringsstrategi',
  feed: '/v1/search.atom?q=digitaliseringsstrategi',
  articles: '/v1/articles',
  snippets: '/v1/snippets?q=digitaliseringsstrategi',
  entities: '/v1/entities',
  analyze: '/v1/analyze?text=digitaliseringsstrategi',
  suggest: '/v1/suggest?prefix=digital',
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
      schema: { hide: true, response: { 200: answer('Where things are.', IndexSchema) } }
    },
    async (request, reply) => {
      addVary(reply, 'accept')
      if (request.accepts().type([JSON_TYPE, HTML_TYPE]) === HTML_TYPE) return sendWebPage(reply)
      return { name: 'Nyhetssøk', version, links: LINKS }
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
        response: { 200: answer('It is alive.', LiveSchema), ...ANY_PROBLEM }
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
        summary: 'Does the index serve?',
        description: 'Answers 503 with the progress until the articles are indexed.',
        response: {
          200: answer('It serves.', ReadySchema),
          503: answer('It does not serve yet.', ReadySchema),
          ...ANY_PROBLEM
        }
      }
    },
    (_request, reply) => {
      const { generation, status } = app.engine
      const { state, read, indexed, annotated, names, problems, fault } = status
      const leftOut = problems.filter(({ kind }) => kind === undefined)
      reply
        .code(generation === undefined || fault !== undefined ? 503 : 200)
        .header('cache-control', 'no-store')
      return {
        status: state,
        articles: { read, indexed, annotated },
        names,
        problems: {
          count: problems.length,
          first: [...leftOut, ...problems.filter(({ kind }) => kind !== undefined)].slice(0, LISTED_PROBLEMS),
          leftOut: leftOut.length
        },
        ...(generation !== undefined && { generation }),
        ...(fault !== undefined && { fault })
      }
    }
  )

  app.get(
    '/problems/:code',
    { schema: { hide: true, params: z.object({ code: z.string() }) } },
    ({ params }) => {
      if (!Object.hasOwn(PROBLEMS, params.code))
        throw new ProblemError('route-not-found', `There is no problem "${params.code}".`)
      return { code: params.code, ...PROBLEMS[params.code as ProblemCode] }
    }
  )
  done()
}
