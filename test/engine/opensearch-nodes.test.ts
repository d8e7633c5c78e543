/*
 * A cluster of three nodes, of which one stops while articles are written and searched:
 * - every answer meanwhile is whole, of one state of the articles, or an error that says that the cluster is not there;
 * - what was acknowledged is found afterwards, each article once, whether `nyhetssok index` or HTTP wrote it;
 * - the node comes back, and all is well again by itself.
 *
 * `npm run test:nodes` starts the nodes. Without, the suite is skipped.
 */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import t from 'tap'
import type { SourceArticle } from '../../src/articles/article.js'
import { EngineError, type EngineErrorCode } from '../../src/engine/engine.js'
import { Cluster } from '../../src/engine/opensearch/connection/cluster.js'
import { OpenSearchEngine } from '../../src/engine/opensearch/opensearch-engine.js'
import { writeArticles } from '../../src/engine/opensearch/writing/write-articles.js'
import { searchFor } from './questions.js'

const { OPENSEARCH_URL: url = '', OPENSEARCH_CONTROL: control = '' } = process.env
const urls = url.split(',')
if (urls.length < 3 || control === '') {
  t.plan(0, 'no three nodes of OpenSearch run: npm run test:nodes starts them')
  process.exit()
}

const cluster = new Cluster({ urls })
const prefix = `test-${randomUUID()}`
const index = { shards: 2, replicas: 1 }

const tell = async (what: 'stop' | 'start', node: number): Promise<void> => {
  await fetch(`${control}/${what}/${node}`, { method: 'POST' })
}

const health = async (status: 'green' | 'yellow'): Promise<void> => {
  await cluster.send(
    'GET',
    `/_cluster/health/${prefix}-*?wait_for_status=${status}&timeout=8s`,
    undefined,
    [408]
  )
}

const made = (from: number, to: number): SourceArticle[] =>
  Array.from({ length: to - from }, (_, i) => ({
    id: `sak-${from + i}`,
    title: `Sak ${from + i}`,
    text: `Ordfører Kari Nordli åpnet broen nummer ${from + i}.`
  }))

const write = async (
  articles: readonly SourceArticle[],
  at: (read: number) => Promise<void>
): Promise<void> => {
  await writeArticles(cluster, { prefix, ...index, share: { part: 1, of: 1 } }, async function* () {
    for (const [i, article] of articles.entries()) {
      await at(i)
      yield article
    }
  })
}

const BEFORE = 40
const AFTER = 160
const WRITTEN = Array.from({ length: 5 }, (_, i) => `skrevet-${i}`)
const HONEST: readonly EngineErrorCode[] = ['cluster-unavailable', 'cluster-busy', 'generation-gone']

await write(made(0, BEFORE), () => Promise.resolve())
await health('green')
const engine = await OpenSearchEngine.start({ urls, prefix, timeoutMs: 8000, writing: index })
t.teardown(async () => {
  await engine.close()
  await cluster.send('DELETE', `/${prefix}-*`)
  await cluster.close()
})

t.test('a node stops while articles are written and searched', async (t) => {
  const totals = new Set<number>()
  const errors: EngineErrorCode[] = []
  const done = new AbortController()
  const searching = (async (): Promise<void> => {
    while (!done.signal.aborted) {
      await setImmediate()
      try {
        totals.add((await engine.ask('search', searchFor('broen', { size: 5 }))).total)
      } catch (error) {
        assert(error instanceof EngineError, String(error))
        errors.push(error.code)
      }
    }
  })()
  await write(made(0, AFTER), (read) => (read === 90 ? tell('stop', 2) : Promise.resolve()))
  await engine.look()
  const acknowledged: string[] = []
  for (const id of WRITTEN) {
    const [outcome] = await engine.apply!([{ id, record: { text: 'Broen ble skrevet om.' } }])
    if (outcome?.outcome === 'created') acknowledged.push(id)
  }
  done.abort()
  await searching
  t.strictSame(
    errors.filter((code) => !HONEST.includes(code)),
    [],
    'what was no answer says so'
  )
  const states = [BEFORE, ...Array.from({ length: WRITTEN.length + 1 }, (_, i) => AFTER + i)]
  t.strictSame(
    [...totals].filter((total) => !states.includes(total)),
    [],
    'what was an answer was whole'
  )
  t.ok(totals.size > 1, 'before and after')
  t.equal((await engine.ask('search', searchFor('broen'))).total, AFTER + acknowledged.length)
  t.equal(acknowledged.length, WRITTEN.length, 'two nodes are enough to write')
  const { hits } = await engine.ask('search', searchFor('broen', { sort: 'oldest' }))
  t.equal(new Set(hits.map(({ id }) => id)).size, AFTER + acknowledged.length, 'each once')
  const { entities = [] } = await engine.ask('article', { id: 'sak-159' })
  t.ok(entities.some(({ entity }) => entity === 'person:kari-nordli'))
})

t.test('the node comes back', async (t) => {
  await tell('start', 2)
  await health('yellow')
  await engine.look()
  t.equal(engine.status.fault, undefined)
  t.equal((await engine.ask('search', searchFor('broen'))).total, AFTER + WRITTEN.length)
})
