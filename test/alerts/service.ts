import { join } from 'node:path'
import type { LightMyRequestResponse } from 'fastify'
import type { Test } from 'tap'
import { AlertFiles } from '../../src/alerts/alert-files.js'
import { Alerts } from '../../src/alerts/alerts.js'
import { createApp } from '../../src/app.js'
import { Collection } from '../../src/collection/collection.js'
import type { Engine } from '../../src/engine/engine.js'
import { createMemoryEngine } from '../../src/engine/memory/memory-engine.js'
import { norwegianNames } from '../../src/entities/norwegian-names.js'
import { ApiKeys } from '../../src/api-keys.js'
import { createLogger } from '../../src/logging.js'
import { annotateHere } from '../collection/annotate-here.js'
import type { Received } from './receiver.js'

export const KEY = 'a-key'
export const SECRET = `whsec_${Buffer.from('0123456789abcdefghijklmn').toString('base64')}`
export const ARTICLE = {
  title: 'Ny hengebro',
  text: 'Hengebroen åpner. Siri Foss klippet snoren.',
  published: '2020-01-02'
}

export interface Body {
  readonly type: string
  readonly data: { readonly hits: readonly { readonly id: string; readonly change: string }[] }
}

export const bodyOf = ({ body }: Received): Body => JSON.parse(body) as Body
export const hitsOf = (received: Received): string[] =>
  bodyOf(received).data.hits.map(({ id, change }) => `${id} ${change}`)

export interface Place {
  readonly folder: string
  readonly dataDir: string
}

export const placeIn = (t: Test): Place => ({
  folder: t.testdir({ articles: { 'a.txt': 'En hengebro fra før.' }, data: {} }) + '/articles',
  dataDir: `${t.testdirName}/data`
})

interface StartOptions {
  readonly delaysMs?: readonly number[]
  readonly allowPrivate?: boolean
  readonly mostFollowed?: number
  readonly failedAgainMs?: number
  /** Default: from a collection here, whose articles are loaded before the alerts start. */
  readonly engine?: Engine
  readonly log?: string[]
}

export const start = async (t: Test, { folder, dataDir }: Place, options: StartOptions = {}) => {
  const { delaysMs = [0], allowPrivate = true, log = [], mostFollowed, failedAgainMs } = options
  const collection = new Collection({ annotate: annotateHere(norwegianNames) })
  const engine = options.engine ?? createMemoryEngine(collection)
  const failures: unknown[] = []
  const files = new AlertFiles(join(dataDir, 'alerts'))
  const alerts = new Alerts({
    engine,
    files,
    allowPrivate,
    delaysMs,
    ...(mostFollowed !== undefined && { mostFollowed }),
    ...(failedAgainMs !== undefined && { failedAgainMs }),
    failed: (error) => failures.push(error)
  })
  const logger = createLogger('trace', { write: (line: string) => void log.push(line) })
  const app = await createApp({ engine, alerts, logger, keys: new ApiKeys([KEY]) })
  if (options.engine === undefined) await collection.load(folder)
  await alerts.start()
  let closing: Promise<void> | undefined
  const close = (): Promise<void> =>
    (closing ??= alerts
      .close()
      .then(() => app.close())
      .then(() => engine.close()))
  t.teardown(close)
  const ask = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object) =>
    app.inject({ method, url, headers: { authorization: `Bearer ${KEY}` }, ...(payload && { payload }) })
  const create = (url: string, more: object = {}): Promise<LightMyRequestResponse> =>
    ask('POST', '/v1/alerts', { query: { q: 'hengebro' }, webhook: { url, secret: SECRET }, ...more })
  const get = async (id: string) =>
    (await ask('GET', `/v1/alerts/${id}`)).json<{ isGone: boolean; deliveries: Record<string, unknown> }>()
  /** Until all that was found has been posted, or given up. */
  const posted = async (id: string) => {
    await alerts.settled()
    await alerts.delivered(id)
    return get(id)
  }
  return { app, engine, collection, alerts, ask, create, posted, close, failures, log }
}

export const idOf = (answer: LightMyRequestResponse): string => answer.json<{ id: string }>().id
