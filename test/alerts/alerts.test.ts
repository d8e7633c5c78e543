/*
 * Alerts, with real receivers on loopback:
 * - articles that are new or changed and match are posted, once each; what matched before is not, nor what matches not;
 * - a body is signed as Standard Webhooks has it, so that a receiver with the key can tell that it is whole;
 * - a body that is not accepted is posted again, with the same id, and is given up in the end; 410 ends the alert; a
 *   redirect is not followed;
 * - what is noted outlives a restart: what was posted is not posted again, what was not is;
 * - nothing is posted to addresses that are not public, whatever name leads to them, nor over http, unless it may be;
 * - only who has a key makes, reads and deletes alerts; no answer, file of others or line of the log has a secret;
 * - the feed of an alert has what it found, and no article that was taken out, at the cost of one question;
 * - what the OpenAPI document shows as answers are answers.
 */
import { createHmac } from 'node:crypto'
import { readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseFeed } from 'feedsmith'
import t from 'tap'
import type { z } from 'zod'
import { isPublic, publicLookup } from '../../src/alerts/webhook-url.js'
import { AlertListSchema, AlertSchema } from '../../src/http/schemas/alert.js'
import { isProblem } from '../http/service.js'
import { startReceiver } from './receiver.js'
import { ARTICLE, bodyOf, hitsOf, idOf, KEY, placeIn, SECRET, start } from './service.js'

t.test('new and changed hits are posted once, signed', async (t) => {
  const receiver = await startReceiver(t)
  const place = placeIn(t)
  const { ask, create, posted, app, engine } = await start(t, place)
  const created = await create(receiver.url, { name: 'Broer' })
  t.equal(created.statusCode, 201)
  const id = idOf(created)
  await ask('PUT', '/v1/articles/ny', ARTICLE)
  const first = await receiver.next()
  t.strictSame(hitsOf(first), ['ny new'])
  t.match(bodyOf(first), {
    type: 'alert.hits',
    data: {
      alert: { id, name: 'Broer' },
      hits: [
        { title: 'Ny hengebro', publishedAt: '2020-01-02', snippet: { html: /<mark>Hengebroen<\/mark>/ } }
      ]
    }
  })
  const { 'webhook-id': message, 'webhook-timestamp': time, 'webhook-signature': signature } = first.headers
  const key = Buffer.from(SECRET.slice('whsec_'.length), 'base64')
  const expected = createHmac('sha256', key)
    .update(`${String(message)}.${String(time)}.${first.body}`)
    .digest('base64')
  t.equal(signature, `v1,${expected}`)
  t.ok(Math.abs(Number(time) - Date.now() / 1000) < 60)
  await ask('PUT', '/v1/articles/ny', { ...ARTICLE, text: 'Hengebroen er stengt.' })
  t.strictSame(hitsOf(await receiver.next()), ['ny changed'])
  await ask('PUT', '/v1/articles/annet', { text: 'En tunnel.' })
  await ask('DELETE', '/v1/articles/annet')
  await ask('PUT', '/v1/articles/ny-2', ARTICLE)
  t.strictSame(hitsOf(await receiver.next()), ['ny-2 new'])
  t.match(await posted(id), { deliveries: { pending: 0, delivered: 3, failed: 0 } })
  t.equal(receiver.received.length, 3)
  t.equal(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size, 3)

  await ask('DELETE', '/v1/articles/ny-2')
  const { asked } = engine.status.work
  const feed = await app.inject(`/v1/alerts/${id}/feed`)
  t.equal(engine.status.work.asked, asked + 1, 'one question, however many articles')
  t.match(feed.headers['content-type'], 'application/atom+xml')
  const parsed = parseFeed(feed.body)
  t.match(parsed, {
    format: 'atom',
    feed: { title: { value: 'Nyhetssøk: Broer' }, entries: [{ title: { value: 'Ny hengebro' } }] }
  })
  t.equal((parsed.feed as { entries: object[] }).entries.length, 1, 'each article that is there, once')
})

t.test('what is not accepted is posted again', async (t) => {
  const receiver = await startReceiver(t, [500, 302], { location: 'http://127.0.0.1:1/' })
  const { ask, create, posted } = await start(t, placeIn(t), { delaysMs: [1, 1] })
  const id = idOf(await create(receiver.url))
  await ask('PUT', '/v1/articles/ny', ARTICLE)
  t.match(await posted(id), { deliveries: { pending: 0, delivered: 1, failed: 0 } })
  t.equal(receiver.received.length, 3)
  t.equal(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size, 1, 'one id')
  t.equal(new Set(receiver.received.map(({ body }) => body)).size, 1, 'one body')
})

t.test('what is never accepted is given up, and 410 ends the alert', async (t) => {
  const place = placeIn(t)
  const { ask, create, posted } = await start(t, place, { delaysMs: [1] })
  const [broken, gone] = [await startReceiver(t, [500, 503]), await startReceiver(t, [410])]
  const [first, second] = [idOf(await create(broken.url)), idOf(await create(gone.url))]
  await ask('PUT', '/v1/articles/ny', ARTICLE)
  t.match(await posted(first), {
    isGone: false,
    deliveries: { pending: 0, delivered: 0, failed: 1, lastError: 'The receiver answered 503.' }
  })
  t.match(await posted(second), { isGone: true, deliveries: { pending: 0, delivered: 0 } })
  await ask('PUT', '/v1/articles/ny-2', ARTICLE)
  t.match(await posted(first), { deliveries: { delivered: 1, failed: 1 } }, 'the next one is posted')
  await posted(second)
  t.strictSame([broken.received.length, gone.received.length], [3, 1])
})

t.test('a restart', async (t) => {
  const receiver = await startReceiver(t, [204, 500])
  const place = placeIn(t)
  const before = await start(t, place, { delaysMs: [0, 3_600_000] })
  const id = idOf(await before.create(receiver.url))
  await before.ask('PUT', '/v1/articles/ny', ARTICLE)
  await receiver.next()
  t.match(await before.posted(id), { deliveries: { delivered: 1 } })
  await before.ask('PUT', '/v1/articles/ny-2', ARTICLE)
  await receiver.next()
  await before.close()
  writeFileSync(join(place.folder, 'mens.txt'), 'En hengebro kom mens tjenesten lå nede.')
  const after = await start(t, place)
  t.strictSame(
    [hitsOf(await receiver.next()), hitsOf(await receiver.next())],
    [['ny-2 new'], ['mens new']],
    'what was not accepted, with its id, then what came meanwhile'
  )
  t.match(await after.posted(id), { deliveries: { pending: 0, delivered: 3 } })
  t.equal(receiver.received[1]!.headers['webhook-id'], receiver.received[2]!.headers['webhook-id'])
  t.equal(receiver.received.length, 4)
  const [file = ''] = readdirSync(join(place.dataDir, 'alerts'))
  t.equal(statSync(join(place.dataDir, 'alerts', file)).mode & 0o077, 0, 'nobody else reads it')
  t.equal((await after.ask('DELETE', `/v1/alerts/${id}`)).statusCode, 204)
  isProblem(t, await after.ask('GET', `/v1/alerts/${id}`), 'alert-not-found')
  t.strictSame(readdirSync(join(place.dataDir, 'alerts')), [])
  writeFileSync(join(place.dataDir, 'alerts', 'nope.json'), '{"alert":')
  await after.close()
  t.equal((await start(t, place)).failures.length, 1, 'a file that is none is told, and does no harm')
})

t.test('addresses', async (t) => {
  const place = placeIn(t)
  const trusting = await start(t, place)
  const id = idOf(await trusting.create('https://localhost:1/'))
  await trusting.close()
  const { create, ask, posted } = await start(t, place, { allowPrivate: false, delaysMs: [] })
  const refused = [
    ...[
      'http://example.org/',
      'https://127.0.0.1/',
      'https://[::1]/',
      'https://10.1.2.3/',
      'https://192.168.0.1:8080/x'
    ],
    ...[
      'https://169.254.169.254/latest',
      'https://[::ffff:10.0.0.1]/',
      'https://2130706433/',
      'https://0x7f.1/'
    ],
    ...[
      'https://[fd00::1]/',
      'https://[64:ff9b::7f00:1]/',
      'https://0.0.0.0/',
      'https://a:b@example.org/',
      'ftp://example.org/'
    ],
    ...['https://localhost/', 'https://a.localhost./', 'https://intern/', 'https://nas.local/x'],
    ...['not a url', '', 'file:///etc/passwd']
  ]
  for (const url of refused) isProblem(t, await create(url), 'invalid-alert', url)
  await ask('PUT', '/v1/articles/ny', ARTICLE)
  t.match(await posted(id), {
    deliveries: { failed: 1, lastError: /localhost/ }
  })
  for (const address of ['8.8.8.8', '2606:4700::1111']) t.ok(isPublic(address), address)
  const error = await new Promise((resolve) => {
    publicLookup('localhost', {}, resolve)
  })
  t.match(error, { name: 'WebhookUrlError' })
})

t.test('keys and secrets', async (t) => {
  const receiver = await startReceiver(t)
  const { app, ask, create, posted, log } = await start(t, placeIn(t))
  for (const [method, url] of [
    ['GET', '/v1/alerts'],
    ['POST', '/v1/alerts'],
    ['GET', '/v1/alerts/x'],
    ['DELETE', '/v1/alerts/x']
  ] as const)
    isProblem(t, await app.inject({ method, url }), 'unauthorized')
  const made = await ask('POST', '/v1/alerts', { query: { q: 'hengebro' }, webhook: { url: receiver.url } })
  const secret = made.json<{ webhook: { secret: string } }>().webhook.secret
  t.match(secret, /^whsec_[\w+/]+=*$/, 'one that is made is told once')
  const id = idOf(await create(receiver.url))
  await ask('PUT', '/v1/articles/ny', ARTICLE)
  await posted(id)
  for (const url of ['/v1/alerts', `/v1/alerts/${id}`, `/v1/alerts/${id}/feed`]) {
    const headers = { authorization: `Bearer ${KEY}` }
    const { etag } = (await app.inject({ url, headers })).headers
    const again = await app.inject({ url, headers: { ...headers, 'if-none-match': String(etag) } })
    t.equal(again.statusCode, 304, url)
  }
  const answers = [
    await create(receiver.url),
    await ask('GET', '/v1/alerts'),
    await ask('GET', `/v1/alerts/${id}`),
    await app.inject(`/v1/alerts/${id}/feed`)
  ]
  for (const text of [...answers.map(({ body }) => body), log.join('')])
    for (const hidden of [secret, SECRET, 'hemmelig']) t.notOk(text.includes(hidden))
  for (const webhook of [{ url: receiver.url, secret: 'whsec_a' }, {}, { url: receiver.url, x: 1 }])
    isProblem(t, await ask('POST', '/v1/alerts', { query: {}, webhook }), 'invalid-parameter')
  for (const query of [{ source: 'digi.no' }, { compounds: 'false' }, { lang: 'nb' }])
    isProblem(
      t,
      await create(receiver.url, { query }),
      'invalid-parameter',
      'no text for a list or a truth value'
    )
  const long = await create(receiver.url, { query: { q: 'bro '.repeat(100) } })
  t.equal(long.json<{ name: string }>().name.length, 200, 'a long query is no longer name than one may be')
  t.match(isProblem(t, await ask('POST', '/v1/alerts', { query: {}, name: 5 }), 'invalid-parameter').errors, [
    { path: 'name', message: 'must be a string, not number' },
    { path: 'webhook', message: 'is missing: it must be an object' }
  ])
  t.match(
    isProblem(
      t,
      await create(receiver.url, { query: { lang: ['xx'], sort: 'newest' } }),
      'invalid-parameter'
    ),
    { errors: [{ path: 'query.lang.0', message: /must be one of nb, nn, und/ }, { path: 'query.sort' }] }
  )
  isProblem(t, await app.inject('/v1/alerts/00000000000000000000000000000000/feed'), 'alert-not-found')
})

t.test('the examples of the document are answers', (t) => {
  const examplesOf = (schema: z.ZodType): readonly unknown[] => schema.meta()?.examples as readonly unknown[]
  for (const schema of [AlertSchema, AlertListSchema])
    for (const example of examplesOf(schema)) t.strictSame(schema.parse(example), example)
  t.end()
})
