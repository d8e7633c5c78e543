/*
 * What the service answers with:
 * - every operation's success is what its zod schema says, with nothing beside, and what the OpenAPI document says;
 * - an article says what its file states and no more;
 * - a hit's spans are what the article's text says they are, and its explanation sums to its score;
 * - facets count the whole result; without `facets` there are none;
 * - a facet of one's own is a filter and a facet by its name; what every collection has keeps its meaning
 * - filters and dates select what they name, also a time with an unencoded plus sign;
 * - the analysis gives offsets into the text, in NFC;
 * - HEAD answers as GET does, without a body.
 */
import t from 'tap'
import { z } from 'zod'
import { annotateHere } from '../collection/annotate-here.js'
import { Collection } from '../../src/collection/collection.js'
import { AnalysisSchema } from '../../src/http/schemas/analysis.js'
import { ArticleSchema, NewsArticleSchema } from '../../src/http/schemas/article.js'
import { EntityMentionSchema } from '../../src/http/schemas/entity-mention.js'
import {
  EntitySchema,
  FoundMentionSchema,
  GraphSchema,
  RelatedEntitySchema
} from '../../src/http/schemas/entity.js'
import { LIST } from '../../src/http/schemas/answers.js'
import { QuerySchema } from '../../src/http/schemas/query.js'
import { QuoteSchema, SpeakerSchema } from '../../src/http/schemas/quote.js'
import { RelatedArticleSchema } from '../../src/http/schemas/related.js'
import { SearchResultSchema } from '../../src/http/schemas/search.js'
import { IndexSchema, LiveSchema, ReadySchema } from '../../src/http/schemas/service.js'
import { ArticleSnippetSchema, CollectionSnippetSchema } from '../../src/http/schemas/snippet.js'
import { SuggestionListSchema } from '../../src/http/schemas/suggestion.js'
import { listedNames } from '../entities/listed-names.js'
import { responseSchema, type OpenApi } from './openapi-schema.js'
import { NEWS, startService } from './service.js'

const findNames = listedNames({ Kommunen: 'organisation', Naboene: 'person', Ordføreren: 'person' })
const { app, ask } = await startService(t, {
  collection: new Collection({ annotate: annotateHere(findNames) })
})
const document = app.swagger() as unknown as OpenApi

const listOf = (item: z.ZodType) => z.object({ total: LIST.total, items: z.array(item), links: LIST.links })

const queriedListOf = (item: z.ZodType) =>
  z.object({ total: LIST.total, items: z.array(item), query: QuerySchema, links: LIST.links })

const get = async <T extends z.ZodType>(url: string, schema: T): Promise<z.output<T>> => {
  const answer = await ask(url)
  t.equal(answer.statusCode, 200, url)
  return schema.parse(answer.json())
}

const ALL =
  '/v1/search?q=vei+departement&facets=source,language,year,month,author,tag,person,organisation,event,speaker' +
  '&explain=true&snippets=3'

const SHAPES: [url: string, pattern: string, schema: z.ZodType, accept?: string][] = [
  [ALL, '/v1/search', SearchResultSchema],
  ['/v1/search', '/v1/search', SearchResultSchema],
  ['/v1/search?q=departementt+komunen', '/v1/search', SearchResultSchema],
  ['/v1/suggest?prefix=ny+v', '/v1/suggest', SuggestionListSchema],
  ['/v1/search?q=ve*+kommun~+%22nye+vei%22', '/v1/search', SearchResultSchema],
  ['/v1/search?q=finsikkje', '/v1/search', SearchResultSchema],
  ['/v1/snippets?q=vei', '/v1/snippets', queriedListOf(CollectionSnippetSchema)],
  ['/v1/articles', '/v1/articles', listOf(ArticleSchema)],
  ['/v1/articles/vei-3', '/v1/articles/{id}', ArticleSchema],
  ['/v1/articles/vei-5', '/v1/articles/{id}', ArticleSchema],
  ['/v1/articles/vei-3', '/v1/articles/{id}', NewsArticleSchema, 'application/ld+json'],
  ['/v1/articles/vei-5', '/v1/articles/{id}', NewsArticleSchema, 'application/ld+json'],
  ['/v1/articles/vei-3/snippets?q=vei', '/v1/articles/{id}/snippets', queriedListOf(ArticleSnippetSchema)],
  ['/v1/articles/vei-3/related', '/v1/articles/{id}/related', listOf(RelatedArticleSchema)],
  ['/v1/quotes', '/v1/quotes', queriedListOf(QuoteSchema)],
  ['/v1/speakers', '/v1/speakers', queriedListOf(SpeakerSchema)],
  ['/v1/articles/vei-3/quotes', '/v1/articles/{id}/quotes', listOf(QuoteSchema)],
  ['/v1/articles/vei-3/entities', '/v1/articles/{id}/entities', listOf(EntityMentionSchema)],
  ['/v1/entities?type=person', '/v1/entities', listOf(EntitySchema)],
  ['/v1/entities/person:naboene', '/v1/entities/{id}', EntitySchema],
  ['/v1/entities/person:naboene/mentions', '/v1/entities/{id}/mentions', listOf(FoundMentionSchema)],
  ['/v1/entities/person:naboene/articles', '/v1/entities/{id}/articles', listOf(ArticleSchema)],
  ['/v1/entities/person:naboene/quotes', '/v1/entities/{id}/quotes', listOf(QuoteSchema)],
  ['/v1/entities/person:naboene/related', '/v1/entities/{id}/related', listOf(RelatedEntitySchema)],
  ['/v1/graph', '/v1/graph', GraphSchema],
  ['/v1/analyze?text=Veiprosjektet+kostet+1,7+milliarder.', '/v1/analyze', AnalysisSchema],
  ['/health/live', '/health/live', LiveSchema],
  ['/health/ready', '/health/ready', ReadySchema]
]

t.test('every success has the shape that its schema and the OpenAPI document say', async (t) => {
  for (const [url, pattern, schema, accept = 'application/json'] of SHAPES) {
    const answer = await ask(url, { accept })
    t.equal(answer.statusCode, 200, url)
    t.equal(answer.headers['content-type'], accept)
    const body = answer.json<unknown>()
    const parsed = schema.parse(body)
    t.strictSame(parsed, body, `${url} as ${accept}: nothing beside the schema`)
    t.equal(answer.body, JSON.stringify(parsed), `${url} as ${accept}: in the order of the schema`)
    const documented = responseSchema(document, pattern, '200', accept).safeParse(body)
    t.ok(documented.success, `${url} as ${accept}: as documented`, { error: documented.error })
  }
  const tested = new Set([
    ...SHAPES.map(([, pattern]) => pattern),
    '/metrics',
    '/v1/search.atom',
    '/v1/search/export'
  ])
  t.strictSame(Object.keys(document.paths).sort(), [...tested].sort(), 'no operation is left out')
})

t.test('an article says what its file states and no more', async (t) => {
  t.strictSame(Object.keys(await get('/v1/articles/vei-5', ArticleSchema)).sort(), [
    ...['entities', 'id', 'language', 'origin', 'text', 'title', 'wordCount']
  ])
  t.match(await get('/v1/articles/vei-3', ArticleSchema), {
    id: 'vei-3',
    title: 'Ny vei 3',
    publishedAt: '2013-04-17',
    source: 'Avisa',
    authors: ['Kari Nordmann', 'Ola 3'],
    tags: ['vei', 'Øst'],
    url: 'https://example.org/a'
  })
  const linked = await ask('/v1/articles/vei-3', { accept: 'application/ld+json' })
  t.match(linked.json(), {
    '@type': 'NewsArticle',
    headline: 'Ny vei 3',
    datePublished: '2013-04-17',
    publisher: { '@type': 'Organization', name: 'Avisa' },
    author: [{ '@type': 'Person', name: 'Kari Nordmann' }, { name: 'Ola 3' }],
    keywords: ['vei', 'Øst']
  })
})

t.test("spans are spans of the article's text, and an explanation sums to the score", async (t) => {
  const { hits } = await get(ALL, SearchResultSchema)
  t.ok(hits.length > 0)
  for (const { id, score, snippets, explanation = [] } of hits) {
    const { text } = await get(`/v1/articles/${id}`, ArticleSchema)
    t.ok(snippets.length > 0)
    for (const snippet of snippets) {
      t.equal(snippet.text, text.slice(snippet.start, snippet.end))
      const marked = [...snippet.html.matchAll(/<mark>(.*?)<\/mark>/g)].map(([, inside]) => inside)
      t.strictSame(
        marked,
        snippet.highlights.map(({ start, end }) => snippet.text.slice(start, end))
      )
    }
    const sum = explanation.reduce((total, { contribution }) => total + contribution, 0)
    t.ok(Math.abs(sum - score) < 1e-9, `${id}: ${sum} is ${score}`)
  }
})

t.test('facets count the whole result, whatever the page', async (t) => {
  const { facets, total } = await get('/v1/search?facets=language,source&size=1', SearchResultSchema)
  const sum = (counts: readonly { count: number }[] = []) => counts.reduce((all, { count }) => all + count, 0)
  t.equal(sum(facets?.language), total, 'each article has a language')
  t.equal(sum(facets?.source), total - 5, 'five articles state no source')
  const one = await get('/v1/search?facets=author&facetSize=1', SearchResultSchema)
  t.strictSame(one.facets, { author: [{ value: 'Kari Nordmann', count: 8 }] })
  const sorted = await get(
    '/v1/search?facets=month,author&facetSize=1000&facetSort=value',
    SearchResultSchema
  )
  const months = sorted.facets?.month?.map(({ value }) => value) ?? []
  t.strictSame(months, months.toSorted())
  const published = [...NEWS.matchAll(/"published":"(\d{4}-\d{2})/g)].map(([, month]) => month!).sort()
  t.strictSame([months[0], months.at(-1)], [published[0], published.at(-1)])
  t.ok(months.length > 12 * 5, 'also months without an article')
  t.notOk('facets' in (await get('/v1/search', SearchResultSchema)))
})

t.test('filters select what they name', async (t) => {
  const totals: [parameters: string, total: number][] = [
    ['', 23],
    ['source=avisa', 9],
    ['source=AVISA&source=bladet', 18],
    ['tag=%C3%B8st&author=kari+nordmann', 8],
    ['tag=vei&author=Ola+3&author=Ola+6', 2],
    ['source=Ingen', 0],
    ['lang=nn', 4],
    ['from=2013-04-17&to=2013-04-17', 1],
    ['from=2013-04-17T00:00:00Z&to=2013-04-17T00:00Z', 1],
    ['from=2013-04-17T01:00:00%2B01:00&to=2013-04-17', 1],
    ['from=2013-04-17T01:00:00+01:00&to=2013-04-17', 1],
    ['from=2020-01-01', 0]
  ]
  for (const [parameters, total] of totals)
    for (const path of ['search', 'articles'])
      t.equal((await ask(`/v1/${path}?${parameters}`)).json<{ total: number }>().total, total, parameters)
})

t.test('the analysis gives offsets into the text, in NFC', async (t) => {
  const url = `/v1/analyze?text=${encodeURIComponent('A\u030a se 🙂 veiprosjektet.')}`
  const { tokens, sentences } = await get(url, AnalysisSchema)
  const text = 'Å se 🙂 veiprosjektet.'
  t.strictSame(
    tokens.map(({ start, end }) => text.slice(start, end)),
    ['Å', 'se', 'veiprosjektet']
  )
  t.ok(tokens.every((token) => token.text === text.slice(token.start, token.end)))
  t.strictSame(sentences, [{ start: 0, end: text.length }])
})

t.test('HEAD answers as GET does, without a body', async (t) => {
  const timeless = (headers: object) => ({ ...headers, date: '', 'x-request-id': '' })
  for (const url of [
    '/v1/articles/vei-3',
    '/v1/articles?size=2',
    '/v1/snippets?q=vei',
    '/',
    '/openapi.yaml'
  ]) {
    const [head, get] = [await ask(url, {}, 'HEAD'), await ask(url)]
    t.equal(head.body, '', url)
    t.strictSame(timeless(head.headers), timeless(get.headers), url)
  }
})

t.test('the root answers a program with links that work, and a browser with the page', async (t) => {
  const { links } = await get('/', IndexSchema)
  for (const url of Object.values(links)) t.equal((await ask(url)).statusCode, 200, url)
  const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'
  const answer = await ask('/', { accept: browser })
  t.strictSame([answer.statusCode, answer.headers.vary], [200, 'accept'])
  t.match(answer.body, '<title>Nyhetssøk</title>')
})

t.test('whatever is asked by a query says how it was read', async (t) => {
  for (const path of ['search', 'snippets', 'quotes', 'speakers', 'graph', 'articles/vei-3/snippets']) {
    const { query } = (await ask(`/v1/${path}?q=vei+emne:kommune`)).json<{ query: { q: string } }>()
    t.match(query, { q: 'vei emne:kommune', relaxed: Boolean, terms: [{ text: 'vei' }] }, path)
    t.match(query, { warnings: [/emne/] }, path)
  }
})

t.test('facets of one’s own', async (t) => {
  const folder = t.testdir({
    'fields.yaml': 'kommune: [kommune, sted]\nsize: størrelse',
    'a.md': '---\nkommune: Oslo\nstørrelse: stor\n---\nEn ny vei.',
    'b.md': '---\nsted: "Vang, Hamar"\n---\nEn ny bro.'
  })
  const own = await startService(t, { folder })
  const found = async (query: string): Promise<{ total: number; facets: unknown; hits: { id: string }[] }> =>
    (await own.ask(`/v1/search?${query}`)).json()
  const both = await found('facets=kommune,year')
  t.same(both.facets, {
    kommune: [
      { value: 'Oslo', count: 1 },
      { value: 'Vang, Hamar', count: 1 }
    ],
    size: [{ value: 'stor', count: 1 }],
    year: []
  })
  t.match((await found('kommune=oslo')).hits, [{ id: 'a' }])
  t.match((await found('kommune=Vang,%20Hamar&q=bro')).hits, [{ id: 'b' }])
  t.equal((await found('kommune=Oslo,Molde&facet=size:stor&size=5')).total, 1)
  t.equal((await found('kommune=Molde')).total, 0)
  t.match((await own.ask('/v1/articles/a')).json(), { facets: ['kommune:Oslo', 'size:stor'] })
  t.equal((await own.ask('/v1/articles?kommune=Oslo')).json<{ total: number }>().total, 1)
  t.equal((await own.ask('/v1/search?fylke=Oslo')).statusCode, 400)
})
