/*
 * Entities over HTTP:
 * - lists are filtered by type and by the words of any name, and ordered as asked;
 * - any of an entity's ids answers with it; one that is nobody's is a problem;
 * - a mention's span, role and snippet are what the article's text says they are, in every answer that has mentions;
 * - related entities are those of the same articles, with the number of these;
 * - search filters by entity, by the fields of the query (whose mentions it shows where no word is asked for), and
 *   counts entities over the whole result;
 * - a graph has the names of a result as nodes and an edge where an article has two; credits and doubtful names can be
 *   left out;
 * - an article with very many mentions answers without them, and pages have them all;
 * - rules beside the articles hold, and what is wrong with them is told.
 */
import t from 'tap'
import { z } from 'zod'
import { annotateHere } from '../collection/annotate-here.js'
import { Collection } from '../../src/collection/collection.js'
import { MOST_WITH_ARTICLE } from '../../src/engine/memory/mentions.js'
import { ArticleSchema } from '../../src/http/schemas/article.js'
import { EntityMentionSchema } from '../../src/http/schemas/entity-mention.js'
import {
  EntitySchema,
  FoundMentionSchema,
  GraphSchema,
  RelatedEntitySchema
} from '../../src/http/schemas/entity.js'
import { CollectionSnippetSchema } from '../../src/http/schemas/snippet.js'
import { listedNames } from '../entities/listed-names.js'
import { isProblem, startService } from './service.js'

const findNames = listedNames({
  'Kari Berg': 'person',
  Berg: 'person',
  'Ola Øye': 'person',
  'Rådet for nye veier': 'organisation',
  RNV: 'organisation',
  Veilaget: 'organisation',
  Oslo: 'place',
  OSLO: 'place',
  Altveien: 'product'
})

const ARTICLES = {
  'a.md':
    '---\npublished: 2020-01-02\n---\n' +
    'OSLO: Statsråd Kari Berg møtte Rådet for nye veier (RNV). Berg var ' +
    'glad.\n\nHun dro fra Oslo.',
  'b.md':
    '---\npublished: 2019-01-02\n---\n' +
    'RNV vil ha Altveien. Ola Øye, leder i Veilaget, vil ikke. Kari Berg, ' +
    'direktør i RNV, er enig med ham.',
  'c.txt': 'Ingen vet hva som skjer i Oslo.'
}

const { ask } = await startService(t, {
  folder: t.testdir(ARTICLES),
  collection: new Collection({ annotate: annotateHere(findNames) })
})

const get = async <T extends z.ZodType>(url: string, schema: T): Promise<z.output<T>> => {
  const answer = await ask(url)
  t.equal(answer.statusCode, 200, url)
  return schema.parse(answer.json())
}

const listOf = <T extends z.ZodType>(item: T) => z.object({ total: z.number(), items: z.array(item) })

const idsOf = async (parameters: string): Promise<string[]> =>
  (await get(`/v1/entities?${parameters}`, listOf(EntitySchema))).items.map(({ id }) => id)

t.test('lists', async (t) => {
  t.same(await idsOf(''), [
    'organisation:raadet-for-nye-veier',
    'person:kari-berg',
    'place:oslo',
    'organisation:veilaget',
    'person:ola-oeye',
    'product:altveien'
  ])
  t.same(await idsOf('type=place&type=product'), ['place:oslo', 'product:altveien'])
  t.same(await idsOf('sort=name&size=3'), ['product:altveien', 'person:kari-berg', 'person:ola-oeye'])
  t.same(await idsOf('sort=articles&size=1'), ['organisation:raadet-for-nye-veier'])
  t.same(await idsOf('q=be'), ['person:kari-berg'], 'the beginning of a word')
  t.same(await idsOf('q=berg+kari'), ['person:kari-berg'], 'in any order')
  t.same(await idsOf('q=rnv'), ['organisation:raadet-for-nye-veier'], 'another name')
  t.same(await idsOf('q=oye'), ['person:ola-oeye'], 'plain letters')
  t.same(await idsOf('q=ka+b'), [], 'words before the last are whole')
  t.same(await idsOf('q=%E2%80%93'), [], 'nothing to look for')
  isProblem(t, await ask('/v1/entities?type=company'), 'invalid-parameter')
})

t.test('one entity', async (t) => {
  const council = {
    id: 'organisation:raadet-for-nye-veier',
    type: 'organisation',
    name: 'Rådet for nye veier',
    aliases: ['RNV'],
    articleCount: 2,
    mentionCount: 4,
    creditCount: 0,
    quoteCount: 0,
    firstSeen: '2019-01-02',
    lastSeen: '2020-01-02'
  }
  for (const id of [council.id, 'organisation:rnv', 'place:rnv'])
    t.same(await get(`/v1/entities/${id}`, EntitySchema), council, id)
  t.match(await get('/v1/entities/person:berg', EntitySchema), {
    id: 'person:kari-berg',
    roles: [
      { text: 'direktør i RNV', count: 1 },
      { text: 'statsråd', count: 1 }
    ]
  })
  for (const rest of ['', '/mentions', '/articles', '/related'])
    for (const id of ['person:ingen', 'ingen', '__proto__', 'person:constructor', '%E2%80%93'])
      isProblem(t, await ask(`/v1/entities/${id}${rest}`), 'entity-not-found', `${id}${rest}`)
})

t.test('very many mentions', async (t) => {
  const many = MOST_WITH_ARTICLE + 1
  const service = await startService(t, {
    folder: t.testdir({ 'a.txt': 'Her er Oslo. '.repeat(many), 'b.txt': 'Her er Oslo.' }),
    collection: new Collection({ annotate: annotateHere(findNames) })
  })
  const json = async (url: string): Promise<Record<string, unknown>> => (await service.ask(url)).json()
  t.notOk('entities' in (await json('/v1/articles/a')))
  t.ok('entities' in (await json('/v1/articles/b')))
  const { total, items } = await json('/v1/articles/a/entities?size=2&minConfidence=0')
  t.equal(total, many)
  t.equal((items as unknown[]).length, 2)
})

t.test('mentions', async (t) => {
  const { total, items } = await get('/v1/entities/person:kari-berg/mentions', listOf(FoundMentionSchema))
  t.equal(total, 3)
  t.same(
    items.map(({ articleId, text, role }) => [articleId, text, role?.text]),
    [
      ['a', 'Kari Berg', 'statsråd'],
      ['a', 'Berg', undefined],
      ['b', 'Kari Berg', 'direktør i RNV']
    ]
  )
  for (const { articleId, text, start, end, role, snippet } of items) {
    const article = await get(`/v1/articles/${articleId}`, ArticleSchema)
    t.equal(article.text.slice(start, end), text)
    if (role) t.equal(article.text.slice(role.start, role.end).toLowerCase(), role.text.toLowerCase())
    t.equal(article.text.slice(snippet.start, snippet.end), snippet.text)
    t.same(
      snippet.highlights.map((mark) => snippet.text.slice(mark.start, mark.end)),
      [text]
    )
  }
})

t.test('mentions in an article and in a passage', async (t) => {
  const { items } = await get('/v1/articles/a/entities', listOf(EntityMentionSchema))
  const { text, entities = [] } = await get('/v1/articles/a', ArticleSchema)
  t.same(entities, items)
  t.same(
    items.map(({ entity, start, end }) => [entity, text.slice(start, end)]),
    [
      ['place:oslo', 'OSLO'],
      ['person:kari-berg', 'Kari Berg'],
      ['organisation:raadet-for-nye-veier', 'Rådet for nye veier'],
      ['organisation:raadet-for-nye-veier', 'RNV'],
      ['person:kari-berg', 'Berg'],
      ['place:oslo', 'Oslo']
    ]
  )
  const linked = await ask('/v1/articles/a', { accept: 'application/ld+json' })
  t.same(
    linked.json<{ mentions: object[] }>().mentions,
    [
      { '@type': 'Place', identifier: 'place:oslo', name: 'Oslo' },
      { '@type': 'Person', identifier: 'person:kari-berg', name: 'Kari Berg' },
      {
        '@type': 'Organization',
        identifier: 'organisation:raadet-for-nye-veier',
        name: 'Rådet for nye veier'
      }
    ],
    'once each, as JSON-LD'
  )
  t.same((await get('/v1/articles/c/entities', listOf(EntityMentionSchema))).total, 1)
  isProblem(t, await ask('/v1/articles/x/entities'), 'article-not-found')
  const snippets = await get('/v1/snippets?q=dro', listOf(CollectionSnippetSchema))
  t.same(snippets.items[0]?.entities, items.slice(-1), 'only what the passage names')
})

t.test('articles and related entities', async (t) => {
  const ids = async (url: string) =>
    (await get(url, listOf(z.object({ id: z.string() })))).items.map(({ id }) => id)
  t.same(await ids('/v1/entities/person:berg/articles'), ['a', 'b'])
  t.same(await ids('/v1/entities/person:berg/articles?sort=oldest'), ['b', 'a'])
  const { total, items } = await get('/v1/entities/person:kari-berg/related', listOf(RelatedEntitySchema))
  t.equal(total, 5)
  t.match(items[0], { id: 'organisation:raadet-for-nye-veier', count: 2 })
  const strengthOf = (id: string) => items.find((one) => one.id === id)!.strength
  t.ok(strengthOf('product:altveien') > strengthOf('place:oslo'), 'Oslo is named without her too')
  t.same(await ids('/v1/entities/person:kari-berg/related?type=place'), ['place:oslo'])
  const namedIn = async (id: string, sure: string): Promise<string[]> => {
    const found = await get(
      `/v1/entities/${id}/mentions?${sure}`,
      listOf(z.object({ articleId: z.string() }))
    )
    return [...new Set(found.items.map(({ articleId }) => articleId))].sort()
  }
  for (const sure of ['minConfidence=0', 'minConfidence=0.9', 'minConfidence=0.98', 'minConfidence=1']) {
    const own = await namedIn('person:kari-berg', sure)
    t.same((await ids(`/v1/entities/person:kari-berg/articles?${sure}`)).sort(), own, sure)
    for (const id of await ids(`/v1/entities/person:kari-berg/related?${sure}`))
      t.ok(
        (await namedIn(id, sure)).some((article) => own.includes(article)),
        `${id} with ${sure}`
      )
  }
})

t.test('a graph', async (t) => {
  const graph = await get('/v1/graph?q=rnv&type=person&type=organisation&size=3', GraphSchema)
  t.equal(graph.total, 2)
  t.same(
    graph.nodes.map(({ id, articles, mentions }) => [id, articles, mentions]),
    [
      ['organisation:raadet-for-nye-veier', 2, 4],
      ['person:kari-berg', 2, 3],
      ['organisation:veilaget', 1, 1]
    ]
  )
  t.same(
    graph.edges.map(({ source, target, articles, strength }) => [source, target, articles, strength]),
    [
      ['organisation:raadet-for-nye-veier', 'person:kari-berg', 2, 1],
      ['organisation:raadet-for-nye-veier', 'organisation:veilaget', 1, 0],
      ['person:kari-berg', 'organisation:veilaget', 1, 0]
    ]
  )
  const { query, ...nothing } = await get('/v1/graph?q=finsikkje', GraphSchema)
  t.same(nothing, { total: 0, nodes: [], edges: [] })
  t.equal(query.q, 'finsikkje')
  isProblem(t, await ask('/v1/graph?size=0'), 'invalid-parameter')
})

t.test('minConfidence', async (t) => {
  const sure = await get('/v1/articles/a/entities?minConfidence=1', listOf(EntityMentionSchema))
  const { entities } = await get('/v1/articles/a?minConfidence=1', ArticleSchema)
  t.same(entities, sure.items)
  t.ok(sure.items.every(({ confidence }) => confidence === 1))
  const all = await get('/v1/articles/a/entities?minConfidence=0', listOf(EntityMentionSchema))
  t.equal(all.total, 6)
  for (const url of ['/v1/entities', '/v1/entities/person:berg', '/v1/articles/a', '/v1/snippets'])
    isProblem(t, await ask(`${url}?minConfidence=1.5`), 'invalid-parameter')
})

t.test('search', async (t) => {
  const search = async (parameters: string) =>
    (await ask(`/v1/search?${parameters}`)).json<{ total: number; facets: object; hits: { id: string }[] }>()
  const found = async (parameters: string) => (await search(parameters)).hits.map(({ id }) => id)
  t.same(await found('entity=person:kari-berg&entity=place:oslo'), ['a'])
  t.same(await found('q=person:berg+-place:oslo'), ['b'])
  t.same(await found('q=organisation:%22nye+veier%22+leder'), ['b'])
  t.same((await search('entity=person:ingen')).total, 0)
  const { hits } = (await ask('/v1/search?q=person:øye')).json<{
    hits: { snippets: { text: string; highlights: { start: number; end: number }[] }[] }[]
  }>()
  const [{ text, highlights } = { text: '', highlights: [] }] = hits[0]!.snippets
  t.same(
    highlights.map(({ start, end }) => text.slice(start, end)),
    ['Ola Øye'],
    'the passage that names what a field asks for'
  )
  t.same((await search('size=1&facets=person,place,event&facetSize=1')).facets, {
    person: [{ value: 'person:kari-berg', label: 'Kari Berg', count: 2 }],
    place: [{ value: 'place:oslo', label: 'Oslo', count: 2 }],
    event: []
  })
})

t.test('rules beside the articles', async (t) => {
  const folder = t.testdir({
    ...ARTICLES,
    'entities.yaml':
      'hide: [place:oslo]\nmerge:\n  - into: organisation:veilaget\n    from: organisation:rnv\n'
  })
  const { ask, collection } = await startService(t, {
    folder,
    collection: new Collection({ annotate: annotateHere(findNames) })
  })
  isProblem(t, await ask('/v1/entities/place:oslo'), 'entity-not-found')
  t.match(collection.problems, [{ file: 'entities.yaml', line: 3, reason: 'merge: from must be a list' }])
  t.match((await ask('/health/ready')).json(), { problems: { count: 1, first: [{ file: 'entities.yaml' }] } })
})
