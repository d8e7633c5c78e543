/*
 * The engine on OpenSearch, when the cluster fails:
 * - a cluster that cannot be reached, does not answer in time, says 429 or lacks a shard is an error of its own code,
 *   with `Retry-After` over HTTP; never an answer without what was not asked;
 * - `/health/ready` says 503 and why, and all is well again by itself;
 * - an index that another version of the layout made is not read, and it is told what to do;
 * - what writes waits for a cluster that is busy or gone, and in the end all articles are there, each once;
 * - what was written is not written again; what is gone is deleted; several processes write a share each, of a new
 *   index for as long as that takes;
 * - names that could not be resolved are resolved when the cluster allows it, and it is told why they were not;
 * - neither messages nor answers hold the password.
 *
 * A proxy before a real OpenSearch makes the faults; a shard is taken away by the cluster itself.
 */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { EventEmitter, once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import t from 'tap'
import { createApp } from '../../src/app.js'
import type { SourceArticle } from '../../src/articles/article.js'
import { loadModels } from '../../src/analysis/models.js'
import { EngineError } from '../../src/engine/engine.js'
import { DocumentWriter } from '../../src/engine/opensearch/layout/article-document.js'
import { BatchWriter } from '../../src/engine/opensearch/writing/batch-writer.js'
import { Cluster } from '../../src/engine/opensearch/connection/cluster.js'
import { generationNamed, publish } from '../../src/engine/opensearch/generations.js'
import { ensureIndices, indicesNow } from '../../src/engine/opensearch/layout/indices.js'
import { LAYOUT_VERSION, layoutOf } from '../../src/engine/opensearch/layout/layout.js'
import { OpenSearchEngine } from '../../src/engine/opensearch/opensearch-engine.js'
import { writeArticles, type WriteReport } from '../../src/engine/opensearch/writing/write-articles.js'
import { Proxy, type Fault } from './cluster-proxy.js'
import { clusterUrls } from './cluster-urls.js'
import { NEWS, searchFor } from './questions.js'

const urls = clusterUrls()
const direct = new Cluster({ urls })
const proxy = new Proxy(new URL(urls[0]!))
const through = await proxy.start()
t.teardown(async () => {
  await proxy.close()
  await direct.close()
})

const PASSWORD = 'hemmelig-passord'
const prefix = `test-${randomUUID()}`
t.teardown(() => direct.send('DELETE', `/${prefix}-*`))

const write = (
  cluster: Cluster,
  articles: readonly SourceArticle[],
  share = { part: 1, of: 1 },
  ofPrefix = prefix
): Promise<WriteReport> =>
  writeArticles(cluster, { prefix: ofPrefix, shards: 1, replicas: 0, share }, async function* () {
    yield* await Promise.resolve(articles)
  })

const startEngine = (): Promise<OpenSearchEngine> =>
  OpenSearchEngine.start({ urls: [through], user: 'leser', password: PASSWORD, timeoutMs: 1500, prefix })

t.test('what is written', async (t) => {
  t.match(await write(direct, NEWS), { read: 4, written: 4, unchanged: 0, deleted: 0, searched: 4 })
  t.match(await write(direct, NEWS), { read: 4, written: 0, unchanged: 4, deleted: 0, searched: 4 })
  const changed = [{ ...NEWS[0]!, text: 'Noe annet.' }, ...NEWS.slice(1, 3)]
  t.match(await write(direct, changed), { read: 3, written: 1, unchanged: 2, deleted: 1, searched: 3 })
  const [one, other] = [
    await write(direct, NEWS, { part: 1, of: 2 }),
    await write(direct, NEWS, { part: 2, of: 2 })
  ]
  t.equal(one.read + other.read, NEWS.length, 'each article is in one share')
  t.equal(other.searched, NEWS.length)
})

t.test('a share that was written long before the last one', async (t) => {
  const prefix = `test-${randomUUID()}`
  t.teardown(() => direct.send('DELETE', `/${prefix}-*`))
  const writeShare = (part: number): Promise<WriteReport> => write(direct, NEWS, { part, of: 2 }, prefix)
  const models = loadModels()
  const layout = layoutOf(prefix, models)
  const before = { ...layout, articlesNow: `${prefix}-articles-old`, wordsNow: `${prefix}-words-old` }
  const averages = { title: 5, text: 20 }
  const index = { shards: 1, replicas: 0 }
  await ensureIndices(direct, before, { ...index, averages: () => Promise.resolve(averages) })
  const { name } = await publish(direct, before, indicesNow(before))
  t.notOk('searched' in (await writeShare(1)), 'the version before is searched until all shares are written')

  const makeOld = { script: { source: 'ctx._source.publishedAt = 0' }, query: { match_all: {} } }
  await direct.send('POST', `/${layout.state}/_refresh`)
  await direct.send('POST', `/${layout.state}/_update_by_query?refresh=true`, makeOld)
  const writer = new BatchWriter(direct, indicesNow(before), new DocumentWriter(models, averages))
  await writer.write(NEWS, {})
  await publish(direct, before, indicesNow(before))
  const isThere = async (): Promise<boolean> =>
    (await direct.send('GET', `/${layout.state}/_doc/${name}`, undefined, [404])).status === 200
  while (await isThere()) await wait(20)

  t.equal((await writeShare(2)).searched, NEWS.length)
  await direct.send('POST', `/${layout.state}/_refresh`)
  const { hits } = await direct.search<{ hits: { hits: unknown[] } }>({
    index: layout.state,
    body: { query: { term: { done: true } } }
  })
  t.same(hits.hits, [], 'nothing is left of the shares')
})

t.test('writing waits for the cluster', async (t) => {
  const cluster = new Cluster({ urls: [through], timeoutMs: 1500 })
  const articles = Array.from({ length: 50 }, (_, i) => ({ ...NEWS[i % 4]!, id: `sak-${i}` }))
  const sending = cluster.send.bind(cluster)
  let bulks = 0
  cluster.send = (method, path, ...rest) => {
    // The first tries of each bulk request meet a full cluster.
    if (path.startsWith('/_bulk') && bulks++ % 3 < 2) proxy.failing = 1
    return sending(method, path, ...rest)
  }
  t.match(await write(cluster, articles), { written: 50, searched: 50 })
  t.ok(bulks > 3, 'some were tried again')
  await cluster.close()
  t.match(await write(direct, NEWS), { written: 4, deleted: 50, searched: 4 }, 'each once')
})

t.test('a cluster that does not answer', async (t) => {
  const engine = await startEngine()
  const app = await createApp({ engine })
  const ask = async (path: string) => {
    const { statusCode, headers, json, body } = await app.inject(path)
    t.notMatch(body, PASSWORD)
    return { statusCode, retryAfter: headers['retry-after'], answer: json<Record<string, unknown>>() }
  }
  const search = '/v1/search?q=vei'
  const { total } = (await ask(search)).answer
  t.equal(total, 2)
  const faults: [Fault, code: string, fault: RegExp][] = [
    ['gone', 'cluster-unavailable', /cannot be reached/],
    ['silent', 'cluster-unavailable', /in time/],
    ['busy', 'overloaded', /more to do/]
  ]
  for (const [fault, code, why] of faults) {
    proxy.fault = fault
    t.match(await ask(search), { statusCode: 503, answer: { code }, retryAfter: /\d/ }, fault)
    await engine.look()
    t.match(await ask('/health/ready'), { statusCode: 503, answer: { fault: why } }, fault)
    proxy.fault = 'none'
    await engine.look()
    t.match(await ask('/health/ready'), { statusCode: 200 })
    t.match(await ask(search), { statusCode: 200, answer: { total } }, 'and again')
  }
  await app.close()
  await engine.close()
})

t.test('names that cannot be resolved', async (t) => {
  const failures = new EventEmitter()
  const engine = await OpenSearchEngine.start({
    ...{ urls: [through], prefix, writing: { shards: 1, replicas: 0 } },
    failed: (work, error) => failures.emit('failure', work, error)
  })
  const failing = (): Promise<unknown[]> => once(failures, 'failure')
  proxy.blocked = /-names-/
  let failed = failing()
  await engine.apply!([{ id: 'tunnel', record: { text: 'Berit Moe åpnet tunnelen.' } }])
  const [work, error] = (await failed) as [string, Error]
  t.equal(work, 'resolving the names')
  t.match(error.cause, { message: /more to do/ })
  t.equal(engine.status.names, 'reading')
  proxy.blocked = undefined
  while (engine.status.names !== 'ready') await wait(50)
  t.match(await engine.ask('article', { id: 'tunnel' }), { entities: [{ entity: 'person:berit-moe' }] })

  proxy.blocked = /-names-/
  failed = failing()
  await engine.apply!([{ id: 'tunnel' }])
  await failed
  const start = performance.now()
  await engine.close()
  t.ok(performance.now() - start < 900, 'an engine that is closed waits for no further try')
  proxy.blocked = undefined
})

t.test('a shard that is not there', async (t) => {
  const engine = await startEngine()
  const { articlesNow } = layoutOf(prefix, loadModels())
  const allocate = async (node: string | null): Promise<void> => {
    await direct.send('POST', `/${articlesNow}/_close`)
    await direct.send('PUT', `/${articlesNow}/_settings`, { 'index.routing.allocation.require._name': node })
    await direct.send('POST', `/${articlesNow}/_open?wait_for_active_shards=0`)
  }
  const before = await engine.ask('search', searchFor('vei'))
  await allocate('nowhere')
  await engine.look()
  assert.match(engine.status.fault ?? '', /red/)
  // A node may still have the point in time; then the answer is whole.
  const told = await engine.ask('search', searchFor('vei')).catch((error: unknown) => error)
  if (told instanceof EngineError) t.equal(told.code, 'cluster-unavailable')
  else t.same(told, before)
  await allocate(null)
  await direct.send('GET', `/_cluster/health/${articlesNow}?wait_for_status=yellow&timeout=20s`)
  await engine.look()
  t.equal(engine.status.fault, undefined)
  t.same(await engine.ask('search', searchFor('vei')), before, 'the same point in time by name, opened again')
  await engine.close()
})

t.test('an index of another layout', async (t) => {
  const { state } = layoutOf(prefix, loadModels())
  const engine = await startEngine()
  const before = engine.generation!
  const setLayout = async (layout: number): Promise<void> => {
    for (const id of ['latest', before])
      await direct.send('POST', `/${state}/_update/${id}`, { doc: { state: { layout } } })
    await engine.look()
  }
  await setLayout(0)
  t.match(engine.status.fault, /run `nyhetssok index`/)
  await t.rejects(engine.ask('search', searchFor('vei')), { code: 'cluster-unavailable' })
  await t.rejects(generationNamed(direct, layoutOf(prefix, loadModels()), before), {
    code: 'generation-gone'
  })
  await setLayout(LAYOUT_VERSION)
  t.equal((await engine.ask('search', searchFor('vei'))).total, 2)
  await engine.close()
})

t.test('before anything is written, and without a cluster', async (t) => {
  const nothing = await OpenSearchEngine.start({ urls: [through], prefix: `${prefix}-none` })
  await t.rejects(nothing.ask('search', searchFor('vei')), { code: 'not-ready' })
  await nothing.close()
  proxy.fault = 'gone'
  const engine = await startEngine()
  t.equal(engine.generation, undefined)
  await t.rejects(engine.ask('search', searchFor('vei')), { code: 'cluster-unavailable' })
  proxy.fault = 'none'
  await engine.look()
  t.equal((await engine.ask('search', searchFor('vei'))).total, 2)
  await engine.close()
})
