import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { AlertState, FoundArticle } from '../../alerts/alert.js'
import { TooManyAlertsError, type Alerts } from '../../alerts/alerts.js'
import { WebhookUrlError } from '../../alerts/webhook-url.js'
import { filterOf } from '../ask.js'
import { ATOM_TYPE, atomOf } from '../atom.js'
import { ProblemError } from '../errors.js'
import { originOf } from '../origin.js'
import { tagged } from '../plugins/caching.js'
import { ALERT_PATH, AlertListSchema, AlertSchema, MAX_NAME, NewAlertSchema } from '../schemas/alert.js'
import { answer } from '../schemas/answers.js'
import {
  ALERT_ANSWERS,
  ALERT_FEED_ANSWERS,
  ALERT_NOT_FOUND,
  DELETED_ALERT_ANSWERS,
  NEW_ALERT_ANSWERS
} from '../schemas/problem.js'
import type { Routes } from '../type-provider.js'

const SECURITY = [{ key: [] }]

const MAX_BODY_BYTES = 64 * 1024

/** What can be asked about an alert that was made. */
const LINKS_OF_ALERT = Object.fromEntries(
  ['getAlert', 'followAlert', 'deleteAlert'].map((operationId) => [
    operationId,
    { operationId, parameters: { id: '$response.body#/id' } }
  ])
)

/** Alerts are made, read and deleted by those who may write. */
export const alertRoutes =
  (alerts: Alerts): Routes =>
  (app, _options, done) => {
    app.post(
      '/v1/alerts',
      {
        bodyLimit: MAX_BODY_BYTES,
        schema: {
          operationId: 'createAlert',
          tags: ['Alerts'],
          summary: 'Get notified of new hits',
          description:
            'From now on, new or changed articles that match are posted to the webhook, signed according to ' +
            'https://www.standardwebhooks.com/. Articles that match already are not. Until the names in the articles are ' +
            'known, no alert is created: 503 with `Retry-After`.',
          security: SECURITY,
          body: NewAlertSchema,
          response: { 201: answer('It is created.', AlertSchema), ...NEW_ALERT_ANSWERS }
        },
        links: { 201: LINKS_OF_ALERT }
      },
      async ({ body }, reply) => {
        const { name, webhook } = body
        const { q, match, compounds, variants, ...filter } = body.query
        const query = { q, match, compounds, variants, filter: filterOf(filter) }
        const state = await refusing(
          alerts.create({ name: name === '' ? beginning(q) : name, query, webhook })
        )
        const { id, webhook: made } = state.alert
        reply.code(201).header('location', `/v1/alerts/${id}`)
        const stated = answerOf(state)
        // It is told this once.
        if (webhook.secret !== undefined) return stated
        return { ...stated, webhook: { ...stated.webhook, secret: made.secret } }
      }
    )

    app.get(
      '/v1/alerts',
      {
        schema: {
          operationId: 'listAlerts',
          tags: ['Alerts'],
          summary: 'All alerts',
          description: 'With the state of their deliveries.',
          security: SECURITY,
          response: { 200: answer('All alerts.', AlertListSchema), ...ALERT_ANSWERS }
        }
      },
      (request, reply) => {
        const items = alerts.list().map(answerOf)
        return tagged(request, reply, { total: items.length, items })
      }
    )

    app.get(
      '/v1/alerts/:id',
      {
        schema: {
          operationId: 'getAlert',
          tags: ['Alerts'],
          summary: 'One alert',
          description: 'With the state of its deliveries.',
          security: SECURITY,
          params: ALERT_PATH,
          response: { 200: answer('The alert.', AlertSchema), ...ALERT_NOT_FOUND, ...ALERT_ANSWERS }
        }
      },
      (request, reply) => tagged(request, reply, answerOf(find(alerts, request.params.id)))
    )

    app.delete(
      '/v1/alerts/:id',
      {
        schema: {
          operationId: 'deleteAlert',
          tags: ['Alerts'],
          summary: 'Delete an alert',
          description: 'Once this is answered nothing more is posted, not even hits that were already found.',
          security: SECURITY,
          params: ALERT_PATH,
          response: {
            204: z.null().describe('It is deleted.'),
            ...DELETED_ALERT_ANSWERS
          }
        }
      },
      async ({ params }, reply) => {
        if (!(await refusing(alerts.remove(params.id)))) throw notFound()
        return reply.code(204).send(null)
      }
    )
    done()
  }

/** What an alert has found, for feed readers, which state no key: its id is not to be guessed. */
export const alertFeedRoutes =
  (alerts: Alerts): Routes =>
  (app, _options, done) => {
    app.get(
      '/v1/alerts/:id/feed',
      {
        config: { produces: [ATOM_TYPE] },
        schema: {
          operationId: 'followAlert',
          tags: ['Alerts'],
          summary: 'Follow an alert in a feed reader',
          description: 'The latest 100 articles that it found, newest first. No key is needed.',
          params: ALERT_PATH,
          response: {
            200: { description: 'The feed.', content: { 'application/atom+xml': { schema: z.string() } } },
            ...ALERT_FEED_ANSWERS
          }
        }
      },
      async (request, reply) => {
        const { alert, findings } = find(alerts, request.params.id)
        const origin = originOf(request)
        const hits = await existing(request, eachOnce(findings.found))
        const feed = atomOf({
          title: alert.name === '' ? 'Nyhetssøk' : `Nyhetssøk: ${alert.name}`,
          self: `${origin}/v1/alerts/${alert.id}/feed`,
          page: `${origin}/?${new URLSearchParams({ q: alert.query.q, sort: 'newest' }).toString()}`,
          since: alert.createdAt,
          hits: hits.map((hit) => ({
            ...hit,
            foundAt: hit.foundAt ?? alert.createdAt,
            snippets: hit.snippet ? [hit.snippet] : []
          })),
          origin
        })
        return tagged(request, reply.type(ATOM_TYPE), feed)
      }
    )
    done()
  }

/** As much of a query as a name may have. */
const beginning = (q: string): string => Array.from(q).slice(0, MAX_NAME).join('')

/** @throws {ProblemError} `alert-not-found` */
const find = (alerts: Alerts, id: string): AlertState => {
  const state = alerts.get(id)
  if (state === undefined) throw notFound()
  return state
}

const notFound = (): ProblemError => new ProblemError('alert-not-found', 'No alert has this id.')

/** The latest of each article. */
const eachOnce = (found: readonly FoundArticle[]): readonly FoundArticle[] =>
  found.filter((hit, at) => found.findIndex(({ id }) => id === hit.id) === at)

/** Without articles that were taken out since. @throws {EngineError} */
const existing = async (
  { server }: FastifyRequest,
  hits: readonly FoundArticle[]
): Promise<readonly FoundArticle[]> => {
  const { ids } = await server.engine.ask('existingArticles', { ids: hits.map(({ id }) => id) })
  const known = new Set(ids)
  return hits.filter(({ id }) => known.has(id))
}

/** No key is in it, nor what of the URL may be one. */
const answerOf = ({ alert, pending, counts, isGone }: AlertState) => {
  const { id, name, createdAt, webhook } = alert
  const { filter, ...query } = alert.query
  return {
    id,
    name,
    query: { ...query, ...filter },
    webhook: { url: webhook.url.replace(/\?.*$/s, '') },
    createdAt,
    isGone,
    deliveries: { pending: pending.length, ...counts },
    feed: `/v1/alerts/${id}/feed`
  }
}

/** @throws {ProblemError} where it is refused */
const refusing = async <T>(done: Promise<T>): Promise<T> => {
  try {
    return await done
  } catch (error) {
    if (error instanceof WebhookUrlError)
      throw new ProblemError('invalid-alert', `webhook.url ${error.message}.`, {
        errors: [{ path: 'webhook.url', message: error.message }]
      })
    if (error instanceof TooManyAlertsError) throw new ProblemError('too-many-alerts', error.message)
    if (error instanceof Error && 'syscall' in error)
      throw new ProblemError('not-written', 'The disk refuses the alert; the log has the reason.', {
        cause: error
      })
    throw error
  }
}
