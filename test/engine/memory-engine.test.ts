/*
 * The engine in memory:
 * - keeps the contract of engines;
 * - answers nothing before the first generation, and says how far the reading has come;
 * - answers without names while these are still being read, and says so to what asks for them.
 */
import t, { type Test } from 'tap'
import type { SourceArticle } from '../../src/articles/article.js'
import type { StartAnnotator } from '../../src/collection/annotator.js'
import { Collection } from '../../src/collection/collection.js'
import type { Engine } from '../../src/engine/engine.js'
import { createMemoryEngine } from '../../src/engine/memory/memory-engine.js'
import { norwegianNames } from '../../src/entities/norwegian-names.js'
import { annotateHere } from '../collection/annotate-here.js'
import { testEngine } from './contract.js'
import { NEWS, QUESTIONS, VERBS } from './questions.js'

const folderOf = (articles: readonly SourceArticle[], t: Test): string =>
  t.testdir({
    'articles.jsonl': articles
      .map(({ publishedAt, ...facts }) => JSON.stringify({ ...facts, published: publishedAt }))
      .join('\n')
  })

const collections = new WeakMap<Engine, Collection>()

testEngine(t, {
  make: async (articles, t) => {
    const collection = new Collection({ annotate: annotateHere(norwegianNames) })
    await collection.load(folderOf(articles, t))
    const engine = createMemoryEngine(collection)
    collections.set(engine, collection)
    return engine
  },
  replace: async (engine, articles, t) => {
    await collections.get(engine)!.load(folderOf(articles, t))
  }
})

t.test('before the first generation', async (t) => {
  const collection = new Collection({ annotate: annotateHere(norwegianNames) })
  const engine = createMemoryEngine(collection)
  t.equal(engine.generation, undefined)
  t.match(engine.status, {
    state: 'starting',
    articles: 0,
    read: 0,
    names: 'waiting',
    problems: { count: 0 }
  })
  for (const verb of VERBS)
    await t.rejects(engine.ask(verb, QUESTIONS[verb][0]!), {
      code: 'not-ready',
      message: /0 read, 0 indexed/
    })
  const told: string[] = []
  engine.onChange((generation) => told.push(generation))
  await collection.load(folderOf(NEWS, t))
  t.strictSame(told, [engine.generation])
})

t.test('before the names are known', async (t) => {
  let annotateNow = (): void => undefined
  const started = new Promise<void>((resolve) => (annotateNow = resolve))
  const annotate: StartAnnotator = (rules) => ({
    read: 1,
    annotate: (articles) => started.then(() => annotateHere(norwegianNames)(rules).annotate(articles)),
    stop: () => Promise.resolve()
  })
  const collection = new Collection({ annotate, annotationWaitMs: 1 })
  const engine = createMemoryEngine(collection)
  const isServing = new Promise((resolve) => engine.onChange(resolve))
  const loading = collection.load(folderOf(NEWS, t))
  const early = await isServing
  t.equal(engine.generation, early)
  t.match(engine.status, { state: 'ready', articles: NEWS.length, annotated: 1, names: 'reading' })
  t.notOk('entities' in (await engine.ask('article', { id: 'vei' })), 'not known is not none')
  for (const verb of ['entities', 'entity', 'articleEntities', 'mentions', 'related', 'quotes'] as const)
    await t.rejects(engine.ask(verb, QUESTIONS[verb][0]!), { code: 'names-not-ready', message: /1 of 4/ })
  annotateNow()
  await loading
  t.not(engine.generation, early, 'what it answers has changed')
  t.equal(engine.status.names, 'ready')
})
