/*
 * The engine on a real OpenSearch:
 * - keeps the contract of engines;
 * - finds the same articles in the same order as the engine in memory, and shows them alike, whether it asks the
 *   cluster for words or has them all;
 * - has the words that came since, too.
 *
 * `npm run test:opensearch` starts one; OPENSEARCH_URL names one that runs. Without, the suite is skipped.
 */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import t, { type Test } from 'tap'
import { loadModels } from '../../src/analysis/models.js'
import type { SourceArticle } from '../../src/articles/article.js'
import type { Engine } from '../../src/engine/engine.js'
import { answerFrom } from '../../src/engine/memory/verbs.js'
import { Cluster } from '../../src/engine/opensearch/connection/cluster.js'
import { closePointInTime, latestGeneration } from '../../src/engine/opensearch/generations.js'
import { layoutOf } from '../../src/engine/opensearch/layout/layout.js'
import { OpenSearchEngine } from '../../src/engine/opensearch/opensearch-engine.js'
import { writeArticles } from '../../src/engine/opensearch/writing/write-articles.js'
import type { SearchAnswer } from '../../src/engine/questions.js'
import { buildGeneration } from '../segment/build.js'
import { anyArticles, anyQuery } from '../segment/collection.js'
import { testEngine } from './contract.js'
import { clusterUrls } from './cluster-urls.js'
import { searchFor } from './questions.js'

const urls = clusterUrls()
const cluster = new Cluster({ urls })
t.teardown(() => cluster.close())

const write = async (prefix: string, articles: readonly SourceArticle[]): Promise<void> => {
  const options = { prefix, shards: 2, replicas: 0, share: { part: 1, of: 1 } }
  await writeArticles(cluster, options, async function* () {
    yield* await Promise.resolve(articles)
  })
}

const freshPrefix = (t: Test): string => {
  const prefix = `test-${randomUUID()}`
  t.teardown(() => cluster.send('DELETE', `/${prefix}-*`))
  return prefix
}

/** Lets an engine ask the cluster for words. */
const NO_WORDS = 0

const engines = new WeakMap<Engine, OpenSearchEngine>()

/** Indices take a while to make: the tests write over one. */
const shared = freshPrefix(t)

const make = async (articles: readonly SourceArticle[], mostWords?: number): Promise<OpenSearchEngine> => {
  const prefix = shared
  // Those of the test before: a node keeps few points in time.
  const before = await latestGeneration(cluster, layoutOf(prefix, loadModels()))
  await write(prefix, articles)
  const after = await latestGeneration(cluster, layoutOf(prefix, loadModels()))
  if (before !== undefined && before.pit !== after?.pit) await closePointInTime(cluster, before)
  const engine = await OpenSearchEngine.start({
    ...{ urls, prefix },
    ...(mostWords !== undefined && { mostWords })
  })
  await engine.wordsArrived()
  engines.set(engine, engine)
  return engine
}

testEngine(t, {
  make: (articles) => make(articles),
  replace: async (engine, articles) => {
    await write(shared, articles)
    await engines.get(engine)!.look()
  }
})

t.test('finds what the engine in memory finds', async () => {
  const queries = fc.array(anyQuery, { minLength: 8, maxLength: 8 })
  const property = fc.asyncProperty(anyArticles, queries, async (articles, some) => {
    const generation = await buildGeneration(articles)
    for (const engine of [await make(articles), await make(articles, NO_WORDS)]) {
      for (const q of some)
        for (const match of ['auto', 'any'] as const) {
          const question = searchFor(q, { match, sort: 'newest' })
          const here = answerFrom(generation, 'search', question)
          const there = await engine.ask('search', question)
          assert.deepEqual(idsOf(there), idsOf(here), `${q}, ${match}`)
          assert.equal(there.query.relaxed, here.query.relaxed, q)
        }
      await engine.close()
    }
  })
  await fc.assert(property, { numRuns: 8 })
})

t.test('a word that went with its articles is as one that never was', async () => {
  const before = [{ id: 'a', title: 'IKT-Norge', text: 'Strategiene vart filma. Filmen, filmene.' }]
  const articles = [{ id: 'b', title: 'IKT', text: 'En strategi, mange filmer. Strategiane.' }]
  await (await make(before)).close()
  const generation = await buildGeneration(articles)
  for (const engine of [await make(articles), await make(articles, NO_WORDS)]) {
    for (const q of [
      'IKT-*',
      'IKT-No*',
      'ikt-norge',
      'strategiene',
      'strategiena',
      'filma',
      'vart',
      'filmene'
    ]) {
      const question = searchFor(q, { sort: 'newest' })
      const here = answerFrom(generation, 'search', question)
      const there = await engine.ask('search', question)
      assert.deepEqual(idsOf(there), idsOf(here), q)
      assert.deepEqual(there.query.didYouMean, here.query.didYouMean, q)
      assert.deepEqual(there.query.terms, here.query.terms, q)
    }
    await engine.close()
  }
})

t.test('a mistyped word finds what the collection has only inflections of', async () => {
  const articles = [
    { id: 'a', title: '', text: 'De la statsbudsjettet fram. Menneskerettighetene og kommunene.' },
    { id: 'b', title: '', text: 'Statsbudsjettene for Bergen.' }
  ]
  const generation = await buildGeneration(articles)
  for (const engine of [await make(articles), await make(articles, NO_WORDS)]) {
    for (const q of ['statsbudsjet', 'statbudsjet', 'menneskeretigheter', 'komune', 'qqqqqqqqq']) {
      const question = searchFor(q, { sort: 'newest' })
      const here = answerFrom(generation, 'search', question)
      const there = await engine.ask('search', question)
      assert.deepEqual(idsOf(there), idsOf(here), q)
      assert.deepEqual(there.query.didYouMean, here.query.didYouMean, q)
    }
    await engine.close()
  }
})

t.test('a compound and its parts near each other find what they do in memory', async () => {
  const articles = [
    { id: 'a', title: '', text: 'En digitaliseringsstrategi.' },
    { id: 'b', title: '', text: 'En strategi for digitalisering.' },
    { id: 'c', title: '', text: 'En strategi og en digitaliseringsminister.' },
    { id: 'd', title: '', text: 'En skolestrategi og en digitaliseringsminister.' },
    { id: 'e', title: '', text: 'En skolestrategi, og et digitaliserings-råd.' },
    { id: 'f', title: '', text: 'En digitaliseringstrategi.' }
  ]
  const generation = await buildGeneration(articles)
  for (const engine of [await make(articles), await make(articles, NO_WORDS)]) {
    for (const q of ['digitaliseringsstrategi', 'digitaliseringsstrategien']) {
      const question = searchFor(q, { sort: 'newest' })
      const here = idsOf(answerFrom(generation, 'search', question))
      assert.deepEqual(idsOf(await engine.ask('search', question)), here, q)
      assert.deepEqual([...here].sort(), ['a', 'b', 'c', 'e', 'f'], q)
    }
    await engine.close()
  }
})

t.test('words that come later are known as well', async () => {
  const before = [{ id: 'a', title: '', text: 'En strategi.' }]
  const after = [...before, { id: 'b', title: '', text: 'Strategiene og en digitaliseringsstrategi.' }]
  const engine = await make(before)
  await write(shared, after)
  for (let turn = 0; turn < 2; turn++) {
    // Once while they are read, and once when they are here.
    await engine.look()
    for (const q of ['strategiene', 'strategi', 'digitaliser*', 'digitaliseringsstrateig'])
      assert.ok(idsOf(await engine.ask('search', searchFor(q))).includes('b'), q)
    await engine.wordsArrived()
  }
  await engine.close()
})

t.test('a prefix does not find the other forms of the words that begin so', async () => {
  const engine = await make([
    { id: 'a', title: '', text: 'film' },
    { id: 'b', title: '', text: 'filmen' }
  ])
  assert.deepEqual(idsOf(await engine.ask('search', searchFor('filme*'))), ['b'])
  await engine.close()
})

t.test('facets of one’s own are counted and filtered as in memory', async () => {
  const articles = [
    { id: 'a', title: '', text: 'film', facets: ['kommune:Oslo', 'rettsområde:Havnerett'] },
    { id: 'b', title: '', text: 'filmen', facets: ['kommune:Bergen', 'kommune:Oslo'] },
    { id: 'c', title: '', text: 'film' }
  ]
  const generation = await buildGeneration(articles)
  const engine = await make(articles)
  assert.deepEqual(engine.status.facets, ['kommune', 'rettsområde'])
  for (const facet of [
    undefined,
    ['kommune:Oslo'],
    ['kommune:Bergen', 'rettsområde:Havnerett'],
    ['kommune:bergen']
  ]) {
    const question = searchFor('film', { facets: ['facet', 'year'], filter: { ...(facet && { facet }) } })
    const here = answerFrom(generation, 'search', question)
    const there = await engine.ask('search', question)
    assert.deepEqual(new Set(idsOf(there)), new Set(idsOf(here)), String(facet))
    assert.deepEqual(there.facets, here.facets, String(facet))
  }
  await engine.close()
})

const idsOf = ({ hits }: SearchAnswer): readonly string[] => hits.map(({ id }) => id)
