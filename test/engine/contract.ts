/*
 * What every engine keeps to, whatever lies beneath:
 * - an answer is plain JSON, and so may be a question; equal questions have equal answers;
 * - with `collapse`, articles that are nearly the same text are one in hits, total, facets and pages, quotes, speakers
 *   and the graph: the newest of those that match; the others are its copies, and none is lost;
 * - a list that is read in pages of any size has each item once, in one order, and says the same total;
 * - offsets are UTF-16 code units into the text that `article` (or the question) has;
 * - verbs agree: an entity's counts are those of its lists, an article's names and quotes are those of the collection,
 *   a speaker's are those of its quotes, a graph's those of the articles of a search; what is less sure than asked for
 *   counts nowhere;
 * - an id that is nobody's is an error of its own code;
 * - a generation that was replaced goes on answering for a while, one that is not known is `generation-gone`; a new one
 * is
 *   told, once, to those who listen;
 * - it may be closed twice;
 * - what an engine does not answer, it says so of (`not-answered`), whatever it is asked for.
 */
import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Test } from 'tap'
import type { SourceArticle } from '../../src/articles/article.js'
import {
  EngineError,
  type Answer,
  type Engine,
  type EngineErrorCode,
  type Request,
  type Verb
} from '../../src/engine/engine.js'
import type { Entity, EntityMention, FoundQuote } from '../../src/engine/questions.js'
import { anyArticles, anyQuery } from '../segment/collection.js'
import { testRelatedArticles } from './related-articles.js'
import { isList, NEWS, pageIn, QUESTIONS, searchFor, VERBS, WHOLE, WORDS } from './questions.js'

export interface EngineMaker {
  /** An engine that serves the articles, with their names. */
  readonly make: (articles: readonly SourceArticle[], t: Test) => Promise<Engine>
  /** Puts other articles in the place of an engine's. */
  readonly replace: (engine: Engine, articles: readonly SourceArticle[], t: Test) => Promise<void>
  /** Does it answer such a question? Absent: it answers all. */
  readonly answers?: (verb: Verb, question: Request<Verb>) => boolean
}

/** The suite, for one way to make engines. */
export const testEngine = (t: Test, maker: EngineMaker): void => {
  const answers = maker.answers ?? ((): boolean => true)
  const allQuestions = (): AnyQuestion[] => questions().filter(([verb, question]) => answers(verb, question))
  const isAnswered = (verb: Verb): boolean => answers(verb, QUESTIONS[verb][0]!)
  const hasNames = isAnswered('entity')

  t.test('what is not answered', async (t) => {
    const engine = await maker.make(NEWS, t)
    for (const [verb, question] of questions())
      if (!answers(verb, question)) await refuses(engine, verb, question, { code: 'not-answered' })
    await engine.close()
  })

  t.test('questions and answers are plain JSON, and equal ones go together', async (t) => {
    const engine = await maker.make(NEWS, t)
    for (const [verb, question] of allQuestions()) {
      const answer = await engine.ask(verb, question)
      const about = `${verb} ${JSON.stringify(question)}`
      assert.deepEqual(structuredClone(answer), answer, `${about}: it can be sent to a thread`)
      assert.deepEqual(plain(answer), answer, `${about}: it is JSON`)
      assert.deepEqual(await engine.ask(verb, plain(question)), answer, `${about}: asked again`)
      const list = listIn(answer)
      t.ok(list.length > 0, about)
    }
    await engine.close()
  })

  t.test('a list is read to its end by pages of any size', async (t) => {
    const engine = await maker.make(NEWS, t)
    for (const [verb, question] of allQuestions())
      if (isList(verb)) await checkPages(engine, verb, question, 2)
    await engine.close()
    const property = fc.asyncProperty(
      anyArticles,
      anyQuery,
      fc.integer({ min: 1, max: 7 }),
      async (articles, q, size) => {
        const engine = await maker.make(articles, t)
        const search = searchFor(q, { match: 'any' })
        await checkPages(engine, 'search', search, size)
        await checkPages(engine, 'snippets', { ...search, snippetLength: 80 }, size)
        await checkPages(engine, 'articles', { filter: {}, sort: 'oldest', ...WHOLE }, size)
        const { hits } = await engine.ask('search', search)
        assert.equal(new Set(hits.map(({ id }) => id)).size, hits.length, 'each article once')
        for (const { id } of hits.slice(0, 3))
          await checkPages(engine, 'articleSnippets', { ...search, id, snippetLength: 80 }, size)
        await engine.close()
      }
    )
    await fc.assert(property, { numRuns: 20 })
  })

  t.test('copies', { skip: !answers('search', searchFor('', { collapse: true })) }, async (t) => {
    const wire = NEWS[0]!
    const longer = `${wire.text}\n\nSaken ble oppdatert i går kveld.`
    const articles: SourceArticle[] = [
      ...NEWS,
      { ...wire, id: 'vei-ny', text: longer, publishedAt: '2020-01-03', source: 'Bladet' },
      { ...wire, id: 'vei-gammel', title: 'Vei', publishedAt: '2019-01-03' }
    ]
    const engine = await maker.make(articles, t)
    const facets = ['source'] as const
    const one = await engine.ask('search', searchFor('filmmusikken', { collapse: true, facets }))
    t.match(one, { total: 1, hits: [{ id: 'vei-ny', copies: { count: 2, ids: ['vei', 'vei-gammel'] } }] })
    t.strictSame(one.facets.source, [{ value: 'Bladet', count: 1 }])
    const filter = { source: ['avisa'] }
    const newest = await engine.ask('search', searchFor('filmmusikken', { collapse: true, filter }))
    t.match(newest, { total: 1, hits: [{ id: 'vei', copies: { count: 1, ids: ['vei-gammel'] } }] })
    for (const q of ['', 'vei', 'skole OR fest OR vei']) {
      const all = await engine.ask('search', searchFor(q, { match: 'any' }))
      const collapsed = await engine.ask('search', searchFor(q, { match: 'any', collapse: true }))
      const ids = collapsed.hits.flatMap(({ id, copies }) => [id, ...(copies?.ids ?? [])])
      t.strictSame(ids.sort(), all.hits.map(({ id }) => id).sort(), `${q}: none is lost`)
      await checkPages(engine, 'search', searchFor(q, { match: 'any', collapse: true }), 2)
    }
    t.ok((await engine.ask('search', searchFor('vei'))).hits.every(({ copies }) => copies === undefined))
    await checkCollapsedSpeech(engine)
    await engine.close()
  })

  t.test('offsets are into the text', async (t) => {
    const engine = await maker.make(NEWS, t)
    const text = async (id: string): Promise<string> => (await engine.ask('article', { id })).text
    for (const [verb, question] of allQuestions()) {
      const answer = await engine.ask(verb, question)
      if (verb === 'analyze') checkSpans((question as Request<'analyze'>).text.normalize('NFC'), answer)
      else if ('hits' in answer)
        for (const { id, snippets } of answer.hits) checkSpans(await text(id), snippets)
      else if ('items' in answer)
        for (const item of answer.items) {
          if ('articleId' in item) checkSpans(await text(item.articleId), item)
          else if (verb === 'articleSnippets' || verb === 'articleEntities')
            checkSpans(await text((question as Request<'article'>).id), item)
        }
      else if (verb === 'article') checkSpans(await text((question as Request<'article'>).id), answer)
    }
    await engine.close()
  })

  const entitiesOf = async (engine: Engine): Promise<readonly Entity[]> =>
    hasNames ? (await engine.ask('entities', { q: '', sort: 'mentions', ...WHOLE })).items : []

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
      if (hasNames) {
        assert.deepEqual((await engine.ask('articleEntities', { id, ...WHOLE })).items, named)
        quotes += (await engine.ask('articleQuotes', { id, ...WHOLE })).total
      }
      const stated = NEWS.find((one) => one.id === id)!
      t.match(article, stated, 'what an article states is what it answers with')
    }
    if (hasNames)
      assert.equal((await engine.ask('quotes', { q: '', ...WORDS, filter: {}, ...WHOLE })).total, quotes)
    for (const question of QUESTIONS.graph) if (answers('graph', question)) await checkGraph(engine, question)
    const { status } = engine
    t.match(status, { state: 'ready', articles: NEWS.length, ...(hasNames && { names: 'ready' }) })
    await engine.close()
  })

  if (isAnswered('relatedArticles')) testRelatedArticles(t, maker)

  t.test("an id that is nobody's", async (t) => {
    const engine = await maker.make(NEWS, t)
    for (const id of [
      'nope',
      '',
      '__proto__',
      'constructor',
      '\0',
      'person:ingen',
      'person:',
      'place:toString'
    ]) {
      for (const verb of OF_ARTICLES.filter(isAnswered))
        await refuses(engine, verb, { ...QUESTIONS[verb][0]!, id }, { code: 'article-not-found' })
      for (const verb of OF_ENTITIES.filter(isAnswered))
        await refuses(engine, verb, { ...QUESTIONS[verb][0]!, id }, { code: 'entity-not-found' })
    }
    await engine.close()
  })

  t.test('generations', async (t) => {
    const engine = await maker.make(NEWS, t)
    const first = engine.generation!
    const [question] = QUESTIONS.search.filter((one) => answers('search', one))
    const before = await engine.ask('search', question!)
    t.same(await engine.ask('search', question!, first), before, 'the newest one by name')
    for (const verb of VERBS.filter(isAnswered))
      await refuses(engine, verb, QUESTIONS[verb][0]!, { code: 'generation-gone', at: 'unknown' })

    const told: string[] = []
    const end = engine.onChange((generation) => told.push(generation))
    await maker.replace(engine, NEWS.slice(1), t)
    const second = engine.generation!
    t.not(second, first, 'other articles, another name')
    t.strictSame(told, [second])
    t.equal(engine.status.articles, NEWS.length - 1)
    t.same(await engine.ask('search', question!, first), before, 'the one before goes on answering alike')
    end()
    await maker.replace(engine, NEWS, t)
    t.strictSame(told, [second], 'who has ended listening is told nothing')
    t.equal(engine.generation, first, 'the same articles, the same name')
    await engine.close()
  })

  t.test('it may be closed twice', async (t) => {
    const engine = await maker.make(NEWS, t)
    await engine.close()
    await t.resolves(engine.close())
  })
}

const OF_ARTICLES = ['article', 'articleSnippets', 'articleEntities', 'articleQuotes'] as const
const OF_ENTITIES = ['entity', 'entityArticles', 'mentions', 'related', 'entityQuotes'] as const

const listIn = (answer: Answer<Verb>): readonly unknown[] => {
  if ('items' in answer) return answer.items
  if ('hits' in answer) return answer.hits
  return 'nodes' in answer ? answer.nodes : [answer]
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

/** With `collapse`, quotes and speakers are those of the articles that a search with it has. */
const checkCollapsedSpeech = async (engine: Engine): Promise<void> => {
  const question = { q: '', ...WORDS, filter: {}, ...WHOLE }
  const { hits } = await engine.ask('search', searchFor('', { collapse: true }))
  const counted = new Set(hits.map(({ id }) => id))
  const all = await engine.ask('quotes', question)
  const quotes = await engine.ask('quotes', { ...question, collapse: true })
  assert.deepEqual(
    quotes.items,
    all.items.filter(({ articleId }) => counted.has(articleId))
  )
  assert.ok(quotes.total < all.total, 'a copy has a quote')
  const speakers = await engine.ask('speakers', { ...question, sort: 'quotes', collapse: true })
  for (const { id, quotes: count } of speakers.items)
    assert.equal(count, quotes.items.filter(({ speaker }) => speaker?.entity === id).length)
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

type AnyQuestion = [verb: Verb, question: Request<Verb>]

const questions = (): AnyQuestion[] =>
  VERBS.flatMap((verb) => QUESTIONS[verb].map((question): AnyQuestion => [verb, question]))

const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

const checkPages = async (
  engine: Engine,
  verb: Verb,
  question: Request<Verb>,
  size: number
): Promise<void> => {
  const at = engine.generation
  const whole = pageIn(
    (await engine.ask(verb, { ...question, ...WHOLE }, at)) as Parameters<typeof pageIn>[0]
  )
  assert.equal(whole.items.length, whole.total, `${verb}: the total`)
  const items: unknown[] = []
  for (let offset = 0; offset <= whole.total; offset += size) {
    const page = { ...question, offset, size }
    const part = pageIn((await engine.ask(verb, page, at)) as Parameters<typeof pageIn>[0])
    assert.equal(part.total, whole.total)
    assert.ok(part.items.length <= size)
    items.push(...part.items)
  }
  assert.deepEqual(items, whole.items, `${verb} ${JSON.stringify(question)} by ${size}`)
}

/** Whatever has `text`, `start` and `end` in it is a span of the text; a role is told in lower case. */
const checkSpans = (text: string, value: unknown): void => {
  if (typeof value !== 'object' || value === null) return
  if ('text' in value && 'start' in value && 'end' in value) {
    const { text: said, start, end } = value as { text: string; start: number; end: number }
    assert.equal(text.slice(start, end).toLowerCase(), said.toLowerCase())
    const { highlights = [] } = value as { highlights?: { start: number; end: number }[] }
    for (const mark of highlights)
      assert.ok(0 <= mark.start && mark.start < mark.end && mark.end <= said.length)
  }
  for (const inner of Object.values(value)) checkSpans(text, inner)
}

const refuses = async (
  engine: Engine,
  verb: Verb,
  question: Request<Verb>,
  { code, at }: { readonly code: EngineErrorCode; readonly at?: string }
): Promise<void> => {
  await assert.rejects(engine.ask(verb, question, at), (error) => {
    assert.ok(error instanceof EngineError)
    assert.equal(error.code, code, `${verb} ${JSON.stringify(question)}`)
    assert.ok(error.message.length > 0)
    return true
  })
}
