/*
 * Each thing that can be wrong with a request is a problem document (RFC 9457) of its own code:
 * - unknown parameters name the nearest known one; wrong, missing and repeated ones say what is wanted;
 * - several wrong parameters are named at once, the first 20 of very many;
 * - cursors that are broken, of another query or of another generation;
 * - unknown articles, pages and problem codes, also those named like what every object has;
 * - URLs that are not UTF-8, methods with `Allow`, media types, request bodies;
 * - a failure of the service says nothing of its reason;
 * - the OpenAPI document has the same problem, and each `type` can be looked up.
 * After each of them the service answers as before.
 */
import t, { type Test } from 'tap'
import type { Engine } from '../../src/engine/engine.js'
import { encodeCursor } from '../../src/http/cursor.js'
import { PROBLEMS, type ProblemCode } from '../../src/http/errors.js'
import { responseSchema, type OpenApi } from './openapi-schema.js'
import { isProblem, startEmpty, startService } from './service.js'

const { app, ask } = await startService(t)

const test = (name: string, check: (t: Test) => Promise<void>) =>
  t.test(name, async (t) => {
    await check(t)
    t.equal((await ask('/v1/search?q=vei')).statusCode, 200, 'the service goes on')
  })

test('a wrong parameter is named, with what is wanted instead', async (t) => {
  const dates =
    'must be an ISO 8601 year, month, date or date-time, such as 2019-11 or 2019-11-28T10:00:00+01:00'
  const range = 'must not be earlier than `from`'
  const cases: [url: string, path: string, message: string | RegExp][] = [
    ['/v1/search?snippetLenght=100', 'snippetLenght', /did you mean "snippetLength"\?$/],
    ['/v1/search?sise=3', 'sise', /did you mean "size"\?$/],
    ['/v1/articles?q=vei', 'q', /the parameters are, nearest first: .*, \w+$/],
    ['/v1/search?language=nn', 'language', /did you mean "lang"\?$/],
    ['/v1/search?limit=5', 'limit', /did you mean "size"\?$/],
    ['/v1/articles?colour=red', 'colour', /the parameters are, nearest first: .*lang.*$/],
    ['/v1/search?FROM=2019-01-01', 'FROM', /did you mean "from"\?$/],
    ['/v1/search?__proto__=1', '__proto__', /is not a parameter here/],
    ['/v1/search?constructor=1', 'constructor', /is not a parameter here/],
    [`/v1/search?${'x'.repeat(5000)}=1`, 'x'.repeat(5000), /is not a parameter here/],
    ['/v1/articles/vei-1?size=1', 'size', /is not a parameter here/],
    ['/v1/search?size=0', 'size', 'must be a whole number from 1 to 100'],
    ['/v1/search?size=101', 'size', 'must be a whole number from 1 to 100'],
    ['/v1/search?size=', 'size', 'must be a whole number from 1 to 100'],
    ['/v1/search?size=1e1', 'size', 'must be a whole number from 1 to 100'],
    ['/v1/search?size=0x10', 'size', 'must be a whole number from 1 to 100'],
    ['/v1/search?size=2.5', 'size', 'must be a whole number from 1 to 100'],
    ['/v1/search?snippets=', 'snippets', 'must be a whole number from 0 to 5'],
    ['/v1/snippets?q=vei&snippetLength=79', 'snippetLength', 'must be a whole number from 80 to 600'],
    [`/v1/search?q=${'%C3%B8'.repeat(2001)}`, 'q', 'must be at most 2000 characters'],
    [`/v1/analyze?text=${'a'.repeat(10_001)}`, 'text', 'must be at most 10000 characters'],
    ['/v1/snippets', 'q', 'is missing'],
    ['/v1/articles/vei-1/snippets', 'q', 'is missing'],
    ['/v1/analyze', 'text', 'is missing'],
    ['/v1/suggest', 'prefix', 'is missing'],
    ['/v1/suggest?prefix=%20', 'prefix', 'must not be empty'],
    ['/v1/search?q=vei&fuzzy=1', 'fuzzy', 'must be auto, true or false'],
    ['/v1/snippets?q=vei&variants=no', 'variants', 'must be true or false'],
    ['/v1/search?q=a&q=b', 'q', 'is given more than once'],
    ['/v1/search?size=5&size=6', 'size', 'is given more than once'],
    ['/v1/search?match=all&match=any', 'match', 'is given more than once'],
    ['/v1/search?from=2019-01-01&from=2019-01-02', 'from', 'is given more than once'],
    ['/v1/search?explain=true&explain=true', 'explain', 'is given more than once'],
    [`/v1/search?${'source=a&'.repeat(101)}`, 'source', 'may have at most 100 values'],
    ['/v1/search?source=', 'source', 'must not be empty'],
    ['/v1/search?match=some', 'match', 'must be one of auto, all, any, not "some"'],
    ['/v1/search?lang=nb&lang=sv', 'lang', 'must be one of nb, nn, und, not "sv"'],
    ['/v1/search?lang=nb,sv', 'lang', 'must be one of nb, nn, und, not "sv"'],
    ['/v1/entities?credits=some', 'credits', 'must be "only", not "some"'],
    ['/v1/articles?sort=relevance', 'sort', 'must be one of newest, oldest, not "relevance"'],
    ['/v1/search?explain=yes', 'explain', 'must be true or false'],
    [
      '/v1/search?facets=year,city',
      'facets',
      'must be one of source, language, year, month, author, tag, facet, person, organisation, place, product, event, speaker, not "city"'
    ],
    ['/v1/search?from=2026-02-30', 'from', /there is no 2026-02-30$/],
    ['/v1/search?from=2019-02-29T10:00Z', 'from', /there is no 2019-02-29$/],
    ['/v1/articles?to=2019-13-01', 'to', /there is no 2019-13-01$/],
    ['/v1/search?from=2019-02-28x', 'from', dates],
    ['/v1/search?to=28.11.2019', 'to', dates],
    ['/v1/search?from=2019-11-28T25:00', 'from', dates],
    ['/v1/search?from=', 'from', dates],
    ['/v1/search?from=2019-01-02&to=2019-01-01', 'to', range],
    ['/v1/articles?from=2019-01-01T10:00%2B01:00&to=2019-01-01T08:59Z', 'to', range],
    ['/v1/snippets?q=vei&from=2019-01-02&to=2019-01-01', 'to', range],
    [`/v1/articles/${'a'.repeat(201)}`, 'id', 'must be at most 200 characters'],
    [`/v1/articles/${'a'.repeat(20_000)}`, 'id', 'must be at most 200 characters']
  ]
  for (const [url, path, message] of cases) {
    const about = url.slice(0, 80)
    const { errors } = isProblem(t, await ask(url), 'invalid-parameter', about)
    t.match(errors, [{ path, message }], about)
    t.equal(errors?.length, 1, about)
  }
})

test('several wrong parameters are named at once', async (t) => {
  const { errors, detail } = isProblem(t, await ask('/v1/search?size=0&from=x&qq=1'), 'invalid-parameter')
  t.strictSame(errors?.map(({ path }) => path).sort(), ['from', 'qq', 'size'])
  for (const { path, message } of errors ?? []) t.match(detail, `${path}: ${message}`)
})

test('of very many wrong parameters the first are named, and the rest counted', async (t) => {
  const names = Array.from({ length: 5000 }, (_, i) => `p${i}`)
  const answer = await ask(`/v1/search?size=0&${names.map((name) => `${name}=1`).join('&')}`)
  const { errors, detail } = isProblem(t, answer, 'invalid-parameter')
  t.strictSame(
    errors?.map(({ path }) => path),
    ['size', ...names.slice(0, 19)]
  )
  t.match(detail, /; and 4981 more$/)
  t.ok(answer.body.length < 20_000, `${answer.body.length}`)
  const twenty = await ask(`/v1/search?${names.slice(0, 20).join('&')}`)
  t.notMatch(isProblem(t, twenty, 'invalid-parameter').detail, 'more')
})

test('cursors', async (t) => {
  const page = (await ask('/v1/search?q=vei&size=5')).json<{ links: { next: string } }>()
  const cursor = new URL(page.links.next, 'http://localhost').searchParams.get('cursor')!
  const [generation, key] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [string, string]
  const cases: [cursor: string, code: ProblemCode][] = [
    ['', 'invalid-cursor'],
    ['abc', 'invalid-cursor'],
    [cursor.slice(0, -5), 'invalid-cursor'],
    ['bnVsbA', 'invalid-cursor'],
    [encodeCursor(generation, key, -1), 'invalid-cursor'],
    [encodeCursor(generation, key, 0.5), 'invalid-cursor'],
    [encodeCursor(generation, 'anotherQuery', 5), 'invalid-cursor'],
    [encodeCursor('anotherGeneration', key, 5), 'expired-cursor']
  ]
  for (const [given, code] of cases)
    isProblem(t, await ask(`/v1/search?q=vei&cursor=${given}`), code, `${code} ${given}`)
  isProblem(t, await ask(`/v1/search?q=veg&cursor=${cursor}`), 'invalid-cursor', 'of another query')
  isProblem(t, await ask(`/v1/snippets?q=vei&cursor=${cursor}`), 'invalid-cursor', 'of another list')
  const beyond = await ask(
    `/v1/search?q=vei&cursor=${encodeCursor(generation, key, Number.MAX_SAFE_INTEGER)}`
  )
  t.match(beyond.json(), { total: 23, hits: [] }, 'beyond the end there is nothing')
})

test('what is not there', async (t) => {
  for (const id of ['nope', '__proto__', 'constructor', '%00', 'a%2Fb', '%F0%9F%99%82']) {
    isProblem(t, await ask(`/v1/articles/${id}`), 'article-not-found', id)
    isProblem(t, await ask(`/v1/articles/${id}/snippets?q=vei`), 'article-not-found', id)
  }
  for (const url of ['/nope', '/v1', '/v1/articles/vei-1/nope', '/docs/static/nope.js', '/problems/x'])
    isProblem(t, await ask(url), 'route-not-found', url)
  for (const name of ['__proto__', 'constructor', 'toString'])
    isProblem(t, await ask(`/problems/${name}`), 'route-not-found', name)
})

test('URLs that are not percent-encoded UTF-8', async (t) => {
  for (const url of [
    '/v1/search?q=%F8l',
    '/v1/search?q=82%',
    '/v1/search?%ED%A0%80=1',
    '/v1/articles/%F8',
    '/%F8'
  ])
    t.match(isProblem(t, await ask(url), 'invalid-url', url).detail, '"ø" is %C3%B8')
})

test('other methods are refused with those that are allowed', async (t) => {
  for (const url of [
    '/',
    '/v1/search',
    '/v1/articles/vei-1',
    '/health/ready',
    '/metrics',
    '/openapi.json',
    '/docs'
  ])
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'TRACE']) {
      const answer = await ask(url, {}, method)
      isProblem(t, answer, 'method-not-allowed', `${method} ${url}`)
      t.equal(answer.headers.allow, 'GET, HEAD, OPTIONS')
    }
  const xml = {
    method: 'POST',
    url: '/v1/search',
    headers: { 'content-type': 'text/xml' },
    payload: '<a/>'
  } as const
  isProblem(t, await app.inject(xml), 'method-not-allowed', 'whatever the body')
})

test('media types that are not to be had', async (t) => {
  for (const [url, accept] of [
    ['/v1/search', 'text/html'],
    ['/v1/search', 'application/json;q=0'],
    ['/v1/articles/vei-1', 'application/xml'],
    ['/v1/articles', 'application/ld+json'],
    ['/metrics', 'application/json'],
    ['/openapi.yaml', 'text/html']
  ] as const)
    t.match(isProblem(t, await ask(url, { accept }), 'not-acceptable', `${url} as ${accept}`).detail, accept)
})

test('request bodies', async (t) => {
  const post = (type: string, payload: string) =>
    app.inject({ method: 'POST', url: '/nope', headers: { 'content-type': type }, payload })
  isProblem(t, await post('application/json', '{"a":'), 'bad-request', 'broken JSON')
  isProblem(t, await post('application/json', `"${'a'.repeat(2 ** 20)}"`), 'body-too-large', 'a MiB')
})

test('a failure of the service says nothing of its reason', async (t) => {
  const engineOf = (engine: Engine): Engine => ({
    ...engine,
    generation: 'a',
    ask: () => Promise.reject(new Error('disk on fire'))
  })
  const log: string[] = []
  const service = await startEmpty(t, { engineOf, log })
  const answer = await service.ask('/v1/search?q=vei')
  isProblem(t, answer, 'internal-error')
  t.notMatch(answer.body, 'disk on fire')
  const line = log.find((line) => line.includes('disk on fire')) ?? '{}'
  t.match(JSON.parse(line), { level: 50, reqId: answer.headers['x-request-id'] }, 'the log has it')
})

test('problems are documented and can be looked up', async (t) => {
  const document = app.swagger() as unknown as OpenApi
  const problem = (await ask('/v1/search?size=0')).json<unknown>()
  const documented = responseSchema(document, '/v1/search', '400', 'application/problem+json')
  t.ok(documented.safeParse(problem).success)
  for (const [code, { status, title }] of Object.entries(PROBLEMS))
    t.strictSame((await ask(`/problems/${code}`)).json(), { code, status, title })
})
