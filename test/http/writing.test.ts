/*
 * Writing over HTTP:
 * - nobody writes without a key, and without keys nobody at all; a key may be kept as its hash;
 * - what is answered as written is in a file of the folder, and is searched by whoever asks next;
 * - PUT creates and replaces, DELETE takes away; `If-Match` and `If-None-Match` are kept to, and an entity tag stays
 *   good when other articles change;
 * - a file that holds articles of others is left as it is; what is written comes before it, also after a restart;
 * - of many lines each is answered, in order; one that is wrong does not stop the next;
 * - a fact that cannot be read, or an article that is not shown, is a warning; what is not UTF-8 is refused;
 * - ids and bodies that are wrong, and a disk that refuses, are problems, and the service goes on.
 */
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import t, { type Test } from 'tap'
import { AlertFiles } from '../../src/alerts/alert-files.js'
import { Alerts } from '../../src/alerts/alerts.js'
import { createApp } from '../../src/app.js'
import { Collection } from '../../src/collection/collection.js'
import { createMemoryEngine } from '../../src/engine/memory/memory-engine.js'
import { norwegianNames } from '../../src/entities/norwegian-names.js'
import { ApiKeys, newKey } from '../../src/api-keys.js'
import { annotateHere } from '../collection/annotate-here.js'
import { packageFile } from '../../src/package-file.js'
import { isProblem } from './service.js'

const KEY = 'en-nøkkel'.normalize('NFKD').replace(/[^a-z-]/g, '')
const AUTHORIZED = { authorization: `Bearer ${KEY}` }

interface Writable {
  readonly folder: string
  readonly app: FastifyInstance
  readonly put: (
    id: string,
    body: object,
    headers?: Record<string, string>
  ) => Promise<LightMyRequestResponse>
  readonly remove: (id: string, headers?: Record<string, string>) => Promise<LightMyRequestResponse>
  readonly bulk: (body: string | Buffer) => Promise<LightMyRequestResponse>
  readonly ids: (q: string) => Promise<string[]>
}

const start = async (t: Test, folder: string, keys = new ApiKeys([KEY])): Promise<Writable> => {
  const collection = new Collection({ annotate: annotateHere(norwegianNames) })
  const engine = createMemoryEngine(collection)
  // They are described, and never started.
  const files = new AlertFiles(`${folder}-alerts`)
  const alerts = new Alerts({ engine, files, allowPrivate: false, failed: () => undefined })
  const app = await createApp({ engine, keys, ...(!keys.isEmpty && { alerts }) })
  t.teardown(async () => {
    await app.close()
    await engine.close()
  })
  await collection.load(folder)
  return {
    folder,
    app,
    put: (id, payload, headers) =>
      app.inject({
        method: 'PUT',
        url: `/v1/articles/${id}`,
        payload,
        headers: { ...AUTHORIZED, ...headers }
      }),
    remove: (id, headers) =>
      app.inject({ method: 'DELETE', url: `/v1/articles/${id}`, headers: { ...AUTHORIZED, ...headers } }),
    bulk: (payload) =>
      app.inject({
        method: 'POST',
        url: '/v1/articles',
        payload,
        headers: { ...AUTHORIZED, 'content-type': 'application/x-ndjson' }
      }),
    ids: async (q) => {
      const answer = await app.inject(`/v1/search?size=100&q=${encodeURIComponent(q)}`)
      return answer
        .json<{ hits: { id: string }[] }>()
        .hits.map(({ id }) => id)
        .sort()
    }
  }
}

const FILES = {
  'a.txt': 'En vei til Oslo.',
  'm.jsonl': '{"id":"b","text":"En sti."}\n{"id":"c","text":"En gate."}'
}

t.test('keys', async (t) => {
  const folder = t.testdir(FILES)
  const { app, put } = await start(t, folder)
  const url = '/v1/articles/x'
  const payload = { text: 'En bro.' }
  for (const authorization of [undefined, 'Bearer', 'Bearer nei', `Basic ${KEY}`, `Bearer ${KEY}x`]) {
    const headers = authorization === undefined ? {} : { authorization }
    const answer = await app.inject({ method: 'PUT', url, payload, headers })
    isProblem(t, answer, 'unauthorized')
    t.match(answer.headers['www-authenticate'], /^Bearer /)
  }
  t.equal((await put('x', payload)).statusCode, 201)
  const { key, hashed } = newKey()
  t.match([key, hashed], [/^nyhetssok_[\w-]{32}$/, /^sha256:[0-9a-f]{64}$/])
  t.strictSame([new ApiKeys(['y', hashed]).has(key), new ApiKeys([hashed]).has(hashed)], [true, false])
  const closed = await start(t, folder, new ApiKeys([]))
  const refused = await closed.put('y', payload)
  isProblem(t, refused, 'method-not-allowed')
  t.match(refused.json(), {
    detail: /^PUT is not allowed here; allowed: .*GET.*\. To write articles, .*`API_KEYS`/
  })
  const patched = await closed.app.inject({ method: 'PATCH', url: '/v1/articles/y' })
  t.notMatch(patched.json(), { detail: /API_KEYS/ }, 'what keys would not allow')
  for (const path of ['/v1/alerts', '/v1/alerts/x/feed'])
    t.match((await closed.app.inject(path)).json(), {
      status: 404,
      detail: /no alerts: .*`API_KEYS`.*`DATA_DIR`/
    })
  t.match((await closed.app.inject('/v1/alertsx')).json(), { detail: /nothing at/ })
  const document = (await app.inject('/openapi.json')).json<{ paths: Record<string, object> }>()
  t.strictSame(Object.keys(document.paths['/v1/articles/{id}']!).sort(), ['delete', 'get', 'put'])
  const published = JSON.parse(readFileSync(packageFile('openapi/openapi.json'), 'utf8')) as unknown
  t.strictSame(published, document, 'the published document is the one of a service that is written to')
})

t.test('one article', async (t) => {
  const { folder, app, put, remove, ids } = await start(t, t.testdir(FILES))
  const created = await put('Ny-1', { title: 'Ny bro', text: 'En bro i Bergen. Kari Nordli kom.' })
  t.strictSame(
    [created.statusCode, created.json(), created.headers.location],
    [201, { id: 'Ny-1', result: 'created' }, '/v1/articles/Ny-1']
  )
  t.strictSame(await ids('bro'), ['Ny-1'])
  const { etag } = (await app.inject('/v1/articles/Ny-1')).headers
  t.equal((await put('x', { text: 'En tunnel.' })).statusCode, 201)
  isProblem(t, await put('Ny-1', { text: 'En ferge.' }, { 'if-none-match': '*' }), 'condition-failed')
  isProblem(t, await put('Ny-1', { text: 'En ferge.' }, { 'if-match': '"nei"' }), 'condition-failed')
  isProblem(t, await put('borte', { text: 'En ferge.' }, { 'if-match': '*' }), 'condition-failed')
  const replaced = await put('Ny-1', { text: 'En ferge.' }, { 'if-match': String(etag) })
  t.strictSame([replaced.statusCode, replaced.json()], [200, { id: 'Ny-1', result: 'replaced' }])
  isProblem(t, await put('Ny-1', { text: 'En båt.' }, { 'if-match': String(etag) }), 'condition-failed')
  t.strictSame([await ids('bro'), await ids('ferge')], [[], ['Ny-1']])
  const facts = { text: 'En ferge.', tags: ['båt'], aliases: ['gammel'] }
  t.equal((await put('Ny-1', facts)).statusCode, 200)
  const tagOfFacts = String((await app.inject('/v1/articles/Ny-1')).headers.etag)
  const other = { ...facts, aliases: ['eldre'] }
  t.equal((await put('Ny-1', other, { 'if-match': tagOfFacts })).statusCode, 200)
  isProblem(t, await put('Ny-1', facts, { 'if-match': tagOfFacts }), 'condition-failed')
  const again = await app.inject('/v1/articles/Ny-1')
  const known = { 'if-none-match': String(again.headers.etag) }
  t.equal((await app.inject({ url: '/v1/articles/Ny-1', headers: known })).statusCode, 304)
  t.equal((await remove('x')).statusCode, 204)
  t.strictSame(await ids('tunnel'), [])
  t.notOk(existsSync(join(folder, 'nyhetssok-written', 'x.json')))
  isProblem(t, await remove('x'), 'article-not-found')
  const fresh = await start(t, folder)
  t.strictSame(await fresh.ids(''), ['Ny-1', 'a', 'b', 'c'])
})

t.test('articles of other files', async (t) => {
  const { folder, put, remove, ids } = await start(t, t.testdir(FILES))
  t.equal((await put('b', { text: 'En ny sti.' })).statusCode, 200)
  t.equal((await remove('c')).statusCode, 204)
  t.equal((await remove('a')).statusCode, 204)
  t.equal((await put('a', { text: 'En vei igjen.' })).statusCode, 201)
  const expected = async ({ ids }: Writable): Promise<void> => {
    t.strictSame([await ids(''), await ids('ny'), await ids('igjen')], [['a', 'b'], ['b'], ['a']])
  }
  t.strictSame([await ids(''), await ids('gate')], [['a', 'b'], []])
  for (const [name, text] of Object.entries(FILES)) t.equal(readFileSync(join(folder, name), 'utf8'), text)
  await expected(await start(t, folder))
  rmSync(join(folder, 'nyhetssok-written'), { recursive: true })
  const without = await start(t, folder)
  t.strictSame([await without.ids(''), await without.ids('ny')], [['a', 'b', 'c'], []])
})

t.test('many lines', async (t) => {
  const { bulk, ids } = await start(t, t.testdir(FILES))
  const lines = [
    '{"id":"x","text":"En bro."}',
    '',
    '{"text":"En bro."}',
    '{"id":',
    '{"id":"../y","text":"En bro."}',
    '{"id":"a","text":"En bro."}',
    '{"id":"z","text":""}',
    '{"id":"x","text":"En bro til."}'
  ]
  const answer = await bulk(lines.join('\n'))
  t.equal(answer.statusCode, 200)
  t.match(
    answer.body
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as object),
    [
      { line: 1, id: 'x', status: 201, result: 'created' },
      { line: 3, status: 400, result: 'refused', detail: /no `id`/ },
      { line: 4, status: 400, detail: /not valid JSON/ },
      { line: 5, id: '../y', status: 400, detail: /The id must be of/ },
      { line: 6, id: 'a', status: 200, result: 'replaced' },
      { line: 7, id: 'z', status: 422, detail: /text/ },
      { line: 8, id: 'x', status: 200, result: 'replaced' }
    ]
  )
  t.strictSame([await ids('bro'), await ids('til')], [['a', 'x'], ['x']])
  const many = Array.from({ length: 450 }, (_, i) => JSON.stringify({ id: `n${i}`, text: `Nummer ${i}.` }))
  const all = (await bulk(many.join('\n'))).body.trimEnd().split('\n')
  t.equal(all.length, 450)
  t.equal(all.filter((line) => line.includes('"status":201')).length, 450)
})

t.test('what cannot be written', async (t) => {
  const { folder, app, put, ids } = await start(t, t.testdir(FILES))
  isProblem(t, await put('%2e%2e%2fx', { text: 'En bro.' }), 'invalid-parameter')
  isProblem(t, await put('x', { title: 'En bro.' }), 'invalid-article')
  isProblem(t, await put('x', { text: 'x'.repeat(11_000_000) }), 'body-too-large')
  const headers = { ...AUTHORIZED, 'content-type': 'text/plain' }
  t.match(
    isProblem(
      t,
      await app.inject({ method: 'PUT', url: '/v1/articles/x', payload: 'En bro.', headers }),
      'unsupported-media-type'
    ).detail,
    'Send Content-Type: application/json; the request says "text/plain".'
  )
  t.match(isProblem(t, await put('x', { text: { a: 1 } }), 'invalid-article').detail, 'is no string')
  writeFileSync(join(folder, 'nyhetssok-written'), 'a file where a folder should be')
  isProblem(t, await put('x', { text: 'En bro.' }), 'not-written')
  t.strictSame(await ids('vei'), ['a'], 'the service goes on')
  rmSync(join(folder, 'nyhetssok-written'))
  mkdirSync(join(folder, 'nyhetssok-written'))
  chmodSync(join(folder, 'nyhetssok-written'), 0o700)
  t.equal((await put('x', { text: 'En bro.' })).statusCode, 201)
})

t.test('what is written otherwise than it says', async (t) => {
  const { app, put, remove, bulk } = await start(t, t.testdir(FILES))
  const vague = await put('x', { text: 'En bro.', published: 'en gang' })
  t.match([vague.statusCode, vague.json()], [201, { result: 'created', warnings: [/en gang/] }])
  const draft = await put('y', { text: 'En bro.', draft: true })
  t.match([draft.statusCode, draft.json()], [201, { warnings: [/^It is not shown now\. It/] }])
  t.equal((await app.inject('/v1/articles/y')).statusCode, 404)
  t.match(JSON.parse((await bulk('{"id":"z","text":"En bro.","published":"en gang"}')).body), {
    status: 201,
    warnings: [/en gang/]
  })
  isProblem(t, await put('x', { id: 'z', text: 'En bro.' }), 'invalid-article')
  t.match((await put('x', { text: ' ' })).json(), { detail: /^The text is empty/ })
  t.match(JSON.parse((await bulk('{"id":"z","deleted":true}')).body), {
    status: 422,
    detail: /DELETE \/v1\/articles\/z/
  })
  t.equal((await put('x', { id: 'x', text: 'En ferge.' })).statusCode, 200)
  const { etag } = (await app.inject('/v1/articles/x')).headers
  isProblem(t, await put('x', { text: 'En båt.' }, { 'if-none-match': String(etag) }), 'condition-failed')
  t.equal((await put('x', { text: 'En båt.' }, { 'if-none-match': '"nei"' })).statusCode, 200)
  isProblem(t, await remove('x', { 'if-match': String(etag) }), 'condition-failed')
  // Many clients state a type though they send no body.
  t.equal((await remove('x', { 'content-type': 'application/json' })).statusCode, 204)
})

t.test('bodies that are not what they say', async (t) => {
  const { app, bulk, put } = await start(t, t.testdir(FILES))
  const send = (
    payload: string | Buffer,
    headers: Record<string, string> = {}
  ): Promise<LightMyRequestResponse> =>
    app.inject({
      method: 'PUT',
      url: '/v1/articles/x',
      payload,
      headers: { ...AUTHORIZED, 'content-type': 'application/json', ...headers }
    })
  const latin = Buffer.from('{"text":"En båt."}', 'latin1')
  isProblem(t, await send(latin), 'bad-request')
  isProblem(
    t,
    await send(latin, { 'content-type': 'application/json; charset=iso-8859-1' }),
    'unsupported-media-type'
  )
  isProblem(t, await send('{}', { 'content-encoding': 'gzip' }), 'unsupported-media-type')
  for (const payload of ['', '{', '[]', '"En båt."', 'null']) isProblem(t, await send(payload), 'bad-request')
  t.equal(
    (await send('\ufeff{"text":"En båt."}', { 'content-type': 'application/json; charset=UTF-8' }))
      .statusCode,
    201
  )
  t.match(JSON.parse((await bulk(Buffer.from('{"id":"y","text":"En båt."}', 'latin1'))).body), {
    status: 400,
    detail: /UTF-8/
  })
  const large = await put('x', { text: 'x'.repeat(11_000_000) })
  isProblem(t, large, 'body-too-large')
  t.not(large.headers.connection, 'close', 'the client sends all of it, and reads the answer')
})
