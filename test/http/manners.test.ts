/*
 * How the service meets clients:
 * - pages of the origins that are allowed may read answers and the headers that they need; others may not;
 * - OPTIONS says what is allowed; a trailing slash makes no difference;
 * - answers are compressed as the client likes, and tell caches what they depend on;
 * - the entity tag, and a cursor, do not depend on how the same request is spelt;
 * - a request keeps its id and its trace in the log; an id that a log cannot hold is replaced;
 * - who asks too often, by known key or network, is told when to ask again, and probes are answered all the same;
 * - while the service cannot keep up, it says when to ask again, and answers probes; held up for less than is allowed,
 *   it refuses nobody, even if its delay could not be measured;
 * - while requests wait too long for a thread, it does the same, whatever the event loop does; a path that only begins
 *   like that of a probe is none;
 * - the address of a client is told by proxies that are trusted, and by nobody else.
 */
import { setImmediate } from 'node:timers/promises'
import t from 'tap'
import { gunzipSync, brotliDecompressSync } from 'node:zlib'
import type { Engine } from '../../src/engine/engine.js'
import { DEFAULT_SETTINGS } from '../../src/http/settings.js'
import { isProblem, startEmpty, startService } from './service.js'

const log: string[] = []
const { ask, app } = await startService(t, { log })

t.test('pages of other origins', async (t) => {
  const any = await ask('/v1/search?q=vei', { origin: 'https://example.org' })
  t.match(any.headers, { 'access-control-allow-origin': '*', 'access-control-expose-headers': /ETag, Link/ })
  const preflight = { origin: 'https://example.org', 'access-control-request-method': 'GET' }
  const answer = await ask('/v1/search', preflight, 'OPTIONS')
  t.equal(answer.statusCode, 204)
  t.match(answer.headers, { 'access-control-allow-methods': /GET/, allow: 'GET, HEAD, OPTIONS' })
  const listed = await startEmpty(t, { settings: { ...DEFAULT_SETTINGS, corsOrigin: 'https://a.example' } })
  const allowedFor = async (origin: string) =>
    (await listed.ask('/health/live', { origin })).headers['access-control-allow-origin']
  t.strictSame(await Promise.all(['https://a.example', 'https://b.example'].map(allowedFor)), [
    'https://a.example',
    undefined
  ])
})

t.test('what is allowed, and trailing slashes', async (t) => {
  for (const url of ['/', '/v1/search', '/v1/articles/vei-1', '/health/ready']) {
    const answer = await ask(url, {}, 'OPTIONS')
    t.strictSame([answer.statusCode, answer.body, answer.headers.allow], [204, '', 'GET, HEAD, OPTIONS'], url)
  }
  for (const url of ['/v1/search/?q=vei', '/v1/articles/vei-1/', '/health/ready/'])
    t.equal((await ask(url)).statusCode, 200, url)
  isProblem(t, await ask('/nope', {}, 'OPTIONS'), 'route-not-found')
})

t.test('compression', async (t) => {
  const plain = await ask('/v1/articles')
  t.notOk('content-encoding' in plain.headers)
  for (const [encoding, inflate] of [
    ['gzip', gunzipSync],
    ['br', brotliDecompressSync]
  ] as const) {
    const answer = await ask('/v1/articles', { 'accept-encoding': encoding })
    t.match(answer.headers, {
      'content-encoding': encoding,
      vary: /accept-encoding/i,
      etag: plain.headers.etag
    })
    t.strictSame(JSON.parse(inflate(answer.rawPayload).toString()), plain.json())
  }
})

t.test('the same request has one entity tag, however it is spelt', async (t) => {
  const tagOf = async (url: string) => (await ask(url)).headers.etag
  const same = [
    '/v1/search?q=vei&lang=nb&lang=nn&source=Avisa&source=Bladet',
    '/v1/search?source=Bladet,Avisa&lang=nn,nb&q=vei',
    '/v1/search/?q=%76ei&lang=nb,nn&source=Avisa,Bladet&size=10&explain=False&match=auto'
  ]
  t.equal(new Set(await Promise.all(same.map(tagOf))).size, 1)
  const { links } = (await ask(`${same[0]!}&size=2`)).json<{ links: { next: string } }>()
  const { searchParams } = new URL(links.next, 'http://x')
  t.equal((await ask(`${same[1]!}&size=3&cursor=${searchParams.get('cursor')!}`)).statusCode, 200)
  const others = ['/v1/search?q=vei', '/v1/search?q=vei&size=9', '/v1/articles/vei-1', '/v1/articles/vei-2']
  t.equal(new Set(await Promise.all([...others, same[0]!].map(tagOf))).size, others.length + 1)
})

t.test('ids and traces of requests', async (t) => {
  const [trace, span] = ['4bf92f3577b34da6a3ce929d0e0e4736', '00f067aa0ba902b7']
  log.length = 0
  const headers = { 'x-request-id': 'req-1', traceparent: `00-${trace}-${span}-01` }
  t.equal((await ask('/v1/search?q=vei', headers)).headers['x-request-id'], 'req-1')
  t.match(JSON.parse(log.at(-1)!), { reqId: 'req-1', traceId: trace, spanId: span })
  for (const id of ['a b', 'x'.repeat(200), '<script>'])
    t.match(
      (await ask('/v1/search?q=vei', { 'x-request-id': id })).headers['x-request-id'],
      /^[0-9a-f-]{36}$/
    )
  t.match((await ask('/health/live')).headers, {
    'content-security-policy': /default-src 'self'/,
    'x-content-type-options': 'nosniff'
  })
  t.equal((await ask('/v1/search?q=vei')).headers['content-type'], 'application/json')
})

t.test('rate limits', async (t) => {
  const limited = await startEmpty(t, {
    settings: { ...DEFAULT_SETTINGS, rateLimit: 3, trustProxy: 'true' },
    keys: ['a']
  })
  const key = { authorization: 'Bearer a' }
  const network = { 'x-forwarded-for': '2001:db8::1' }
  for (const headers of [{}, key, network] as Record<string, string>[]) {
    for (let i = 0; i < 3; i++) isProblem(t, await limited.ask('/v1/search', headers), 'not-ready')
    const answer = await limited.ask('/v1/search', headers)
    isProblem(t, answer, 'too-many-requests')
    t.match(answer.headers['retry-after'], /^\d+$/)
    t.match(answer.headers, {
      'ratelimit-limit': '3',
      'ratelimit-remaining': '0',
      'ratelimit-reset': /^\d+$/
    })
    t.equal((await limited.ask('/health/live', headers)).statusCode, 200)
  }
  for (const headers of [{ authorization: 'Bearer b' }, { 'x-forwarded-for': '2001:db8::2:1' }])
    isProblem(t, await limited.ask('/v1/search', headers), 'too-many-requests', 'what anybody can make up')
})

const holdUp = async (milliseconds: number): Promise<void> => {
  const until = performance.now() + milliseconds
  while (performance.now() < until);
  await setImmediate()
}

t.test('a service that cannot keep up', async (t) => {
  const busy = await startEmpty(t, { settings: { ...DEFAULT_SETTINGS, maxDelay: 1 } })
  let answer = await busy.ask('/v1/search')
  // How late the event loop is, is measured once a second.
  while (!answer.body.includes('"overloaded"')) {
    await holdUp(40)
    answer = await busy.ask('/v1/search')
  }
  isProblem(t, answer, 'overloaded')
  t.match(answer.headers['retry-after'], /^\d+$/)
  for (const probe of ['/health/live', '/metrics']) t.equal((await busy.ask(probe)).statusCode, 200, probe)
})

t.test('a service whose threads cannot keep up', async (t) => {
  let waitedMs = 0
  const busy = await startEmpty(t, {
    settings: { ...DEFAULT_SETTINGS, maxDelay: 5000 },
    engineOf: (engine) =>
      Object.create(engine, {
        status: { get: () => ({ ...engine.status, work: { ...engine.status.work, waitedMs } }) }
      }) as Engine
  })
  for (const [waited, code] of [
    [0, 'not-ready'],
    [5000, 'not-ready'],
    [5001, 'overloaded'],
    [0, 'not-ready']
  ] as const) {
    waitedMs = waited
    isProblem(t, await busy.ask('/v1/search'), code)
  }
  waitedMs = 5001
  t.match((await busy.ask('/v1/search')).headers['retry-after'], /^\d+$/)
  for (const probe of ['/health/live', '/metrics']) t.equal((await busy.ask(probe)).statusCode, 200, probe)
  for (const other of ['/health/other', '/metrics-x'])
    isProblem(t, await busy.ask(other), 'overloaded', other)
})

t.test('a service that is held up for a while', async (t) => {
  const held = await startEmpty(t, { settings: { ...DEFAULT_SETTINGS, maxDelay: 5000 } })
  await holdUp(1000)
  isProblem(t, await held.ask('/v1/search'), 'not-ready')
})

t.test('proxies', async (t) => {
  const addressOf = async (trustProxy: string): Promise<string> => {
    const lines: string[] = []
    const service = await startEmpty(t, { log: lines, settings: { ...DEFAULT_SETTINGS, trustProxy } })
    await service.ask('/v1/search', { 'x-forwarded-for': '203.0.113.7' })
    return (JSON.parse(lines.at(-1)!) as { req: { ip: string } }).req.ip
  }
  t.equal(await addressOf(''), '127.0.0.1')
  for (const trusted of ['true', '1', '127.0.0.1', 'loopback', '127.0.0.0/8'])
    t.equal(await addressOf(trusted), '203.0.113.7', trusted)
  t.equal(await addressOf('10.0.0.1'), '127.0.0.1')
  t.ok(app)
})
