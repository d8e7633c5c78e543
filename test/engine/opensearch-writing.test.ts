/*
 * Writing over HTTP to a real OpenSearch:
 * - what is acknowledged is searched at once by who wrote it, by another process when it looks; its names follow, also
 *   where the process that wrote it ends before they are known;
 * - conditions hold however many processes write: of several that write over one version one does;
 * - several articles that are written at the same time are all there;
 * - `nyhetssok index` of a folder keeps what was written, and does not bring back what was deleted; a new index has it
 *   too;
 * - a publisher that was slow takes nothing back that another one has published meanwhile.
 */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { once, EventEmitter } from 'node:events'
import t from 'tap'
import { loadModels } from '../../src/analysis/models.js'
import { createApp } from '../../src/app.js'
import type { SourceArticle } from '../../src/articles/article.js'
import type { ChangeOutcome } from '../../src/engine/engine.js'
import { Cluster } from '../../src/engine/opensearch/connection/cluster.js'
import { publish } from '../../src/engine/opensearch/generations.js'
import { indicesNow } from '../../src/engine/opensearch/layout/indices.js'
import { layoutOf } from '../../src/engine/opensearch/layout/layout.js'
import { OpenSearchEngine } from '../../src/engine/opensearch/opensearch-engine.js'
import { writeArticles } from '../../src/engine/opensearch/writing/write-articles.js'
import { ApiKeys } from '../../src/api-keys.js'
import { clusterUrls } from './cluster-urls.js'
import { NEWS, searchFor, WHOLE } from './questions.js'

const urls = clusterUrls()
const cluster = new Cluster({ urls })
const prefix = `test-${randomUUID()}`
const index = { shards: 1, replicas: 0 }
const KEY = 'noekkel-til-skriving'

const indexFolder = async (articles: readonly SourceArticle[]): Promise<void> => {
  await writeArticles(cluster, { prefix, ...index, share: { part: 1, of: 1 } }, async function* () {
    yield* await Promise.resolve(articles)
  })
}

await indexFolder(NEWS)
const start = (): Promise<OpenSearchEngine> => OpenSearchEngine.start({ urls, prefix, writing: index })
const [one, other] = [await start(), await start()]
const app = await createApp({ engine: one, keys: new ApiKeys([KEY]) })
t.teardown(async () => {
  await app.close()
  await one.close()
  await other.close()
  await cluster.send('DELETE', `/${prefix}-*`)
  await cluster.close()
})

const send = async (method: 'PUT' | 'DELETE' | 'GET', id: string, body?: object, headers = {}) => {
  const answer = await app.inject({
    method,
    url: `/v1/articles/${id}`,
    headers: { authorization: `Bearer ${KEY}`, ...headers },
    ...(body !== undefined && { payload: body })
  })
  return { status: answer.statusCode, etag: answer.headers.etag!, body: answer.body }
}

const totalOf = async (engine: OpenSearchEngine, q: string): Promise<number> =>
  (await engine.ask('search', searchFor(q))).total

/** Ends when the names of all that was written are known. */
const named = async (engine: OpenSearchEngine): Promise<void> => {
  const changes = new EventEmitter()
  const end = engine.onChange(() => changes.emit('change'))
  while (engine.status.names !== 'ready') await once(changes, 'change')
  end()
}

t.test('one article', async (t) => {
  const text = 'Tunnelsjef Berit Moe åpnet tunnelen under Byfjorden.'
  t.match(await send('PUT', 'tunnel', { title: 'Ny tunnel', text }), { status: 201 })
  t.equal(await totalOf(one, 'tunnelen byfjorden'), 1, 'searched at once')
  await other.look()
  t.equal(await totalOf(other, 'tunnelen byfjorden'), 1, 'by another process too')
  await named(one)
  t.match(await one.ask('article', { id: 'tunnel' }), { entities: [{ entity: 'person:berit-moe' }] })
  const { etag } = await send('GET', 'tunnel')
  t.match(await send('PUT', 'tunnel', { text: 'Tunnelen er stengt.' }, { 'if-match': '"annet"' }), {
    status: 412
  })
  t.match(await send('PUT', 'tunnel', { text: 'Tunnelen er stengt.' }, { 'if-match': etag }), { status: 200 })
  t.match(await send('PUT', 'tunnel', { text: 'Nei.' }, { 'if-match': etag }), { status: 412 }, 'no more')
  t.match(await send('PUT', 'tunnel', { text: 'Nei.' }, { 'if-none-match': '*' }), { status: 412 })
  t.match(await send('PUT', 'tunnel', { title: 'Uten tekst' }), { status: 422 })
  t.equal(await totalOf(one, 'stengt'), 1)
  t.match(await send('DELETE', 'tunnel'), { status: 204 })
  t.match(await send('DELETE', 'tunnel'), { status: 404 })
  t.equal(await totalOf(one, 'stengt'), 0)
})

t.test('a process that ends before the names are known', async (t) => {
  await named(one)
  const first = await start()
  await first.apply!([{ id: 'bro', record: { text: 'Brosjef Berit Moe åpnet broen.' } }])
  await first.close()
  const second = await start()
  t.equal(second.status.names, 'reading')
  await named(second)
  t.match(await second.ask('article', { id: 'bro' }), { entities: [{ entity: 'person:berit-moe' }] })
  await second.apply!([{ id: 'bro' }])
  await named(second)
  await second.close()
})

t.test('several that write at the same time', async (t) => {
  const texts = ['Første.', 'Andre.', 'Tredje.', 'Fjerde.', 'Femte.', 'Sjette.']
  t.match(await one.apply!([{ id: 'kappløp', record: { text: 'a' } }]), [{ outcome: 'invalid-id' }])
  const race = async (id: string, condition: object): Promise<readonly ChangeOutcome[]> =>
    (
      await Promise.all(
        texts.map((text, i) => [one, other][i % 2]!.apply!([{ id, record: { text }, ...condition }]))
      )
    ).flat()
  const created = await race('kapp', { ifNoneMatch: ['*'] })
  t.strictSame(created.map(({ outcome }) => outcome).sort(), [
    'condition-failed',
    'condition-failed',
    'condition-failed',
    'condition-failed',
    'condition-failed',
    'created'
  ])
  const winner = texts[created.findIndex(({ outcome }) => outcome === 'created')]
  t.equal((await one.ask('article', { id: 'kapp' })).text, winner)
  await race('kapp', {})
  await one.look()
  await other.look()
  assert.deepEqual(await one.ask('article', { id: 'kapp' }), await other.ask('article', { id: 'kapp' }))
  const ids = Array.from({ length: 40 }, (_, i) => `mange-${i}`)
  await Promise.all(
    ids.map((id, i) => [one, other][i % 2]!.apply!([{ id, record: { text: `Sak ${i} om mangfold.` } }]))
  )
  await one.look()
  t.equal(await totalOf(one, 'mangfold'), 40, 'all are there')
  const gone = await one.apply!(ids.map((id) => ({ id })))
  t.ok(gone.every(({ outcome }) => outcome === 'deleted'))
  t.equal(await totalOf(one, 'mangfold'), 0)
})

t.test('beside a folder', async (t) => {
  await one.apply!([
    { id: 'vei', record: { text: 'Veien ble aldri bygget.' } },
    { id: 'fest' },
    { id: 'bare-her', record: { text: 'Denne står ikke i mappen.' } }
  ])
  await indexFolder(NEWS)
  await one.look()
  const ids = async (): Promise<string[]> =>
    (await one.ask('articles', { filter: {}, sort: 'newest', ...WHOLE })).items.map(({ id }) => id).sort()
  t.strictSame(await ids(), ['bare-her', 'kapp', 'sjukehus', 'skole', 'vei'])
  t.equal((await one.ask('article', { id: 'vei' })).text, 'Veien ble aldri bygget.')
  const layout = layoutOf(prefix, loadModels())
  await cluster.send('DELETE', `/${layout.articlesNow}`)
  await indexFolder(NEWS)
  await one.look()
  t.strictSame(await ids(), ['bare-her', 'kapp', 'sjukehus', 'skole', 'vei'], 'in an index that is made anew')
})

t.test('a publisher that is slow', async (t) => {
  const layout = layoutOf(prefix, loadModels())
  // Not published yet, so that there is something to publish.
  await cluster.send('DELETE', `/${layout.articlesNow}/_doc/kapp`)
  const latest = await publish(cluster, layout, indicesNow(layout), async (_opened, known) => {
    await other.apply!([{ id: 'imens', record: { text: 'Skrevet imens.' } }])
    return known!
  })
  await one.look()
  t.equal(await totalOf(one, 'skrevet imens'), 1)
  t.equal(latest.articles, one.status.articles)
})
