/*
 * What is asked of alerts at the same time, and what the disk refuses meanwhile:
 * - there are no more alerts than there may be, however many are made at once, and a place that was not taken is free;
 * - once an alert is deleted nothing of it is posted, nor is what is being posted; of two who delete it one did;
 * - a body that was accepted is not posted again because the disk refuses to note it; what follows is posted then;
 * - what is cut off when the service stops is posted once more, under the same id.
 */
import { once } from 'node:events'
import { readdirSync, renameSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { TooManyAlertsError } from '../../src/alerts/alerts.js'
import { startReceiver } from './receiver.js'
import { ARTICLE, hitsOf, idOf, placeIn, start } from './service.js'

const QUERY = { q: 'hengebro', match: 'all' as const, compounds: true, variants: true, filter: {} }
const NEW = { name: '', query: QUERY, webhook: { url: 'https://example.org/' } }

t.test('alerts that are made at once', async (t) => {
  const place = placeIn(t)
  const { alerts } = await start(t, place)
  const [folder, away] = [join(place.dataDir, 'alerts'), join(place.dataDir, 'away')]
  renameSync(folder, away)
  await t.rejects(alerts.create(NEW), /ENOENT/)
  renameSync(away, folder)
  const made = await Promise.allSettled(Array.from({ length: 150 }, () => alerts.create(NEW)))
  const reasons = made.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []))
  t.equal(reasons.length, 50)
  t.ok(reasons.every((reason) => reason instanceof TooManyAlertsError))
  t.equal(alerts.list().length, 100)
  await alerts.remove(alerts.list()[0]!.alert.id)
  t.ok(await alerts.create(NEW), 'the place of one that was deleted, or never was, is free')
})

/** Answers nothing until it is told to. */
const startSilent = async (t: Test) => {
  const server = createServer()
  t.teardown(() => {
    server.closeAllConnections()
    server.close()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  let posts = 0
  server.on('request', () => posts++)
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    next: async () => (await once(server, 'request')) as [IncomingMessage, ServerResponse],
    posts: () => posts
  }
}

t.test('deleted while it is posted', async (t) => {
  const place = placeIn(t)
  const receiver = await startSilent(t)
  const { ask, create, alerts } = await start(t, place)
  const id = idOf(await create(receiver.url))
  await ask('PUT', '/v1/articles/ny', ARTICLE)
  const [, response] = await receiver.next()
  await ask('PUT', '/v1/articles/ny-2', ARTICLE)
  await alerts.settled()
  const closed = once(response, 'close')
  const asked = performance.now()
  const answers = await Promise.all([1, 2].map(() => ask('DELETE', `/v1/alerts/${id}`)))
  t.strictSame(answers.map(({ statusCode }) => statusCode).sort(), [204, 404])
  await alerts.delivered(id)
  await closed
  t.ok(
    performance.now() - asked < 10_000,
    'it is cut off, and does not wait until the receiver has taken too long'
  )
  t.equal(receiver.posts(), 1)
  t.strictSame(readdirSync(join(place.dataDir, 'alerts')), [])
})

t.test('deleted while what it found is being noted', async (t) => {
  const place = placeIn(t)
  const receiver = await startSilent(t)
  const { ask, create, alerts } = await start(t, place)
  const id = idOf(await create(receiver.url))
  const [, deleted] = await Promise.all([
    ask('PUT', '/v1/articles/ny', ARTICLE),
    // As soon as there is something to post.
    (async () => {
      while (alerts.get(id)?.pending.length === 0) await new Promise(setImmediate)
      return ask('DELETE', `/v1/alerts/${id}`)
    })()
  ])
  t.equal(deleted.statusCode, 204)
  const posts = receiver.posts()
  await alerts.settled()
  await alerts.delivered(id)
  t.equal(receiver.posts(), posts, 'nothing after the answer')
})

t.test('accepted, and the disk refuses to note it', async (t) => {
  const place = placeIn(t)
  const receiver = await startSilent(t)
  const { ask, create, posted, failures, alerts } = await start(t, place, { delaysMs: [1] })
  const id = idOf(await create(receiver.url))
  const [folder, away] = [join(place.dataDir, 'alerts'), join(place.dataDir, 'away')]
  await ask('PUT', '/v1/articles/ny', ARTICLE)
  const [, response] = await receiver.next()
  await ask('PUT', '/v1/articles/ny-2', ARTICLE)
  await alerts.settled()
  renameSync(folder, away)
  response.writeHead(204).end()
  while (failures.length < 2) await sleep(1)
  t.equal(receiver.posts(), 1)
  renameSync(away, folder)
  const [, second] = await receiver.next()
  second.writeHead(204).end()
  t.match(await posted(id), { deliveries: { pending: 0, delivered: 2 } })
  t.equal(receiver.posts(), 2)
})

t.test('stopped while it is posted', async (t) => {
  const place = placeIn(t)
  const receiver = await startSilent(t)
  const before = await start(t, place)
  const id = idOf(await before.create(receiver.url))
  await before.ask('PUT', '/v1/articles/ny', ARTICLE)
  const [first] = await receiver.next()
  await before.close()
  const again = receiver.next()
  const after = await start(t, place)
  const [second, response] = await again
  t.equal(first.headers['webhook-id'], second.headers['webhook-id'])
  response.writeHead(204).end()
  t.match(await after.posted(id), { deliveries: { pending: 0, delivered: 1 } })
})

t.test('deliveries go on while others wait', async (t) => {
  const receiver = await startReceiver(t)
  const { ask, create, posted } = await start(t, placeIn(t))
  const id = idOf(await create(receiver.url))
  for (const name of ['en', 'to', 'tre']) await ask('PUT', `/v1/articles/${name}`, ARTICLE)
  t.match(await posted(id), { deliveries: { pending: 0 } })
  t.strictSame(receiver.received.flatMap(hitsOf), ['en new', 'to new', 'tre new'], 'each once, in order')
})
