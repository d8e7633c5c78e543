/*
 * What every engine keeps to:
 * - verbs agree: an entity's counts are those of its lists, an article's names and quotes are those of the collection,
 *   a speaker's are those of its quotes, a graph's those of the articles of a search; what is less sure than asked for
 *   counts nowhere.
 */
import assert from 'node:assert/strict'
import type { Test } from 'tap'
import type { Engine, Request } from '../../../src/engine/engine.js'
import type { Entity, EntityMention, FoundQuote } from '../../../src/engine/questions.js'
import { NEWS, QUESTIONS, searchFor, WHOLE, WORDS } from '../questions.js'
import type { EngineMaker } from './engine-maker.js'

export const testAgreement = (t: Test, maker: EngineMaker): void => {
  const entitiesOf = async (engine: Engine): Promise<readonly Entity[]> =>
    (await engine.ask('entities', { q: '', sort: 'mentions', ...WHOLE })).items

  t.test('verbs agree with each other', async (t) => {
    const engine = await maker.make(NEWS, t)
    for (const entity of await entitiesOf(engine)) {
      const { id } = entity
      assert.deepEqual(await engine.ask('entity', { id }), entity)
      const articles = await engine.ask('entityArticles', { id, sort: 'newest', ...WHOLE })
      assert.equal(articles.total, entity.articleCount)
      assert.deepEqual(
        articles,
        await engine.ask('articles', { filter: { entity: [id] }, sort: 'newest', ...WHOLE })
      )
      assert.equal(
        (await engine.ask('mentions', { id, snippetLength: 80, ...WHOLE })).total,
        entity.mentionCount
      )
      const said = await engine.ask('quotes', { q: '', speaker: id, ...WORDS, filter: {}, ...WHOLE })
      assert.deepEqual((await engine.ask('entityQuotes', { id, ...WHOLE })).items, said.items)
      assert.equal(said.total, entity.quoteCount)
      await checkSpeaker(engine, entity, said.items)
      for (const minConfidence of [0.5, 0.95, 1]) await checkSure(engine, id, minConfidence)
    }
    const articles = await engine.ask('articles', { filter: {}, sort: 'newest', ...WHOLE })
    assert.equal(articles.total, NEWS.length)
    let quotes = 0
    for (const { id, ...facts } of articles.items) {
      const { entities: named, ...article } = await engine.ask('article', { id })
      assert.deepEqual(article, { id, ...facts })
      assert.deepEqual((await engine.ask('articleEntities', { id, ...WHOLE })).items, named)
      quotes += (await engine.ask('articleQuotes', { id, ...WHOLE })).total
      const stated = NEWS.find((one) => one.id === id)!
      t.match(article, stated, 'what an article states is what it answers with')
    }
    const ids = articles.items.map(({ id }) => id)
    assert.deepEqual(await engine.ask('existingArticles', { ids: ['nope', ...ids, '', '__proto__'] }), {
      ids
    })
    assert.deepEqual(await engine.ask('existingArticles', { ids: [] }), { ids: [] })
    const versions = await engine.ask('versions', { q: '', ...WORDS, filter: {}, ...WHOLE })
    assert.deepEqual(
      versions.items.map(({ id, publishedAt }) => [id, publishedAt]),
      articles.items.map(({ id, publishedAt }) => [id, publishedAt])
    )
    assert.equal((await engine.ask('quotes', { q: '', ...WORDS, filter: {}, ...WHOLE })).total, quotes)
    for (const question of QUESTIONS.graph) await checkGraph(engine, question)
    const { status } = engine
    t.match(status, { state: 'ready', articles: NEWS.length, names: 'ready' })
    await engine.close()
  })
}

/** Counts are those of the mentions that are as sure. */
const checkSure = async (engine: Engine, id: string, minConfidence: number): Promise<void> => {
  const { items } = await engine.ask('mentions', { id, snippetLength: 80, ...WHOLE })
  const sure = items.filter(({ confidence }) => confidence >= minConfidence)
  assert.deepEqual(
    (await engine.ask('mentions', { id, minConfidence, snippetLength: 80, ...WHOLE })).items,
    sure
  )
  const entity = await engine.ask('entity', { id, minConfidence })
  assert.equal(entity.mentionCount, sure.length)
  assert.equal(entity.articleCount, new Set(sure.map(({ articleId }) => articleId)).size)
  const dates = sure.flatMap(({ publishedAt }) => publishedAt ?? [])
  assert.ok(dates.length === 0 ? !('firstSeen' in entity) : dates.includes(entity.firstSeen!))
  const list = await engine.ask('entities', { q: '', sort: 'mentions', minConfidence, ...WHOLE })
  assert.deepEqual(
    list.items.filter((one) => one.id === id),
    sure.length === 0 ? [] : [entity]
  )
}

/** Nodes and edges are what the articles of a result name, counted one by one. */
const checkGraph = async (engine: Engine, question: Request<'graph'>): Promise<void> => {
  const { total, nodes, edges } = await engine.ask('graph', question)
  const found = await engine.ask(
    'search',
    searchFor(question.q, { filter: question.filter, collapse: question.collapse })
  )
  assert.equal(total, found.total)
  const named: EntityMention[][] = []
  for (const { id } of found.hits) {
    const { entities = [] } = await engine.ask('article', { id })
    named.push(entities.filter(({ credit }) => !credit))
  }
  const naming = (...ids: string[]): number =>
    named.filter((one) => ids.every((id) => one.some(({ entity }) => entity === id))).length
  assert.ok(nodes.length <= question.size)
  for (const { id, articles, mentions } of nodes) {
    assert.equal(articles, naming(id))
    assert.equal(mentions, named.flat().filter(({ entity }) => entity === id).length)
  }
  const pairs = nodes.flatMap((one, i) => nodes.slice(i + 1).map((other) => [one.id, other.id] as const))
  assert.deepEqual(
    edges.map(({ source, target, articles }) => `${source} ${target} ${articles}`).sort(),
    pairs
      .filter((pair) => naming(...pair) > 0)
      .map((pair) => `${pair.join(' ')} ${naming(...pair)}`)
      .sort()
  )
  for (const { strength } of edges) assert.ok(strength >= -1 && strength <= 1)
}

/** Who is quoted is so with the quotes and the articles that are its own. */
const checkSpeaker = async (engine: Engine, entity: Entity, said: readonly FoundQuote[]): Promise<void> => {
  const { id, type, name } = entity
  const { items } = await engine.ask('speakers', { q: '', sort: 'quotes', ...WORDS, filter: {}, ...WHOLE })
  const [direct, reported] = (['direct', 'reported'] as const).map((kind) =>
    said.filter((quote) => quote.kind === kind)
  ) as [FoundQuote[], FoundQuote[]]
  const counts = { quotes: said.length, direct: direct.length, reported: reported.length }
  const articles = new Set(said.map(({ articleId }) => articleId)).size
  const expected = said.length === 0 ? [] : [{ id, type, name, ...counts, articles }]
  assert.deepEqual(
    items.filter((one) => one.id === id),
    expected
  )
  for (const quote of said) assert.equal(quote.speaker?.name, name)
  for (const [kind, quotes] of Object.entries({ direct, reported })) {
    const page = await engine.ask('entityQuotes', { id, kind: kind as FoundQuote['kind'], ...WHOLE })
    assert.deepEqual(page.items, quotes)
  }
  const sure = said.filter(({ confidence }) => confidence >= 0.9)
  assert.deepEqual((await engine.ask('entityQuotes', { id, minConfidence: 0.9, ...WHOLE })).items, sure)
}
