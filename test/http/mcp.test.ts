/*
 * POST /mcp, asked by the protocol's own client:
 * - it lists the tools, all of which only read, with a schema and a description of each input;
 * - each tool answers about the articles, as JSON that is structured and as the same text;
 * - a long article is read in parts that fit together, never within a character;
 * - a wrong input, or an id that nothing has, is an error that says so, and not of the protocol;
 * - a client that reads JSON alone is answered; what is no JSON is a problem; other methods are 405 with `Allow`.
 */
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import type { AddressInfo } from 'node:net'
import t from 'tap'
import { DEMO, isProblem, startService } from './service.js'
import { Collection } from '../../src/collection/collection.js'
import { annotateHere } from '../collection/annotate-here.js'
import { norwegianNames } from '../../src/entities/norwegian-names.js'

const LONG = `${'Smil 😀 nå. '.repeat(60)}Slutt.`

const folder = t.testdir({
  articles: t.fixture('symlink', DEMO),
  'langt.txt': `Langt smil\n\n${LONG}`,
  'eldst.txt': '---\npublished: 0001-01-01\n---\nDen eldste saken.',
  'ny.txt': '---\npublished: 2019-11-28\n---\nEn ny sak.'
})
const collection = new Collection({ annotate: annotateHere(norwegianNames) })
const { app, ask } = await startService(t, { folder, collection })
await app.listen({ port: 0 })
const url = new URL(`http://127.0.0.1:${(app.server.address() as AddressInfo).port}/mcp`)
const client = new Client({ name: 'test', version: '1.0.0' })
await client.connect(new StreamableHTTPClientTransport(url))
t.teardown(() => client.close())

interface Result {
  readonly isError?: boolean
  readonly content: readonly { readonly text: string }[]
  readonly structuredContent?: Record<string, unknown>
}

const call = async (name: string, input: Record<string, unknown> = {}): Promise<Result> =>
  (await client.callTool({ name, arguments: input })) as unknown as Result

const answerOf = async (name: string, input: Record<string, unknown> = {}) => {
  const { isError, content, structuredContent } = await call(name, input)
  t.notOk(isError, `${name}: ${content[0]!.text}`)
  t.strictSame(JSON.parse(content[0]!.text), structuredContent, `${name}: text and structure are the same`)
  return structuredContent!
}

t.test('the tools', async (t) => {
  t.match(client.getServerVersion(), { name: 'nyhetssok' })
  const { tools } = await client.listTools()
  t.strictSame(tools.map(({ name }) => name).sort(), [
    ...['article', 'entity', 'quotes', 'search', 'snippets', 'speakers', 'timeline']
  ])
  for (const { name, description, annotations, inputSchema } of tools) {
    t.ok(description, name)
    t.equal(annotations?.readOnlyHint, true, name)
    const inputs = Object.entries(inputSchema.properties ?? {}) as [string, { description?: string }][]
    t.ok(inputs.length > 0, name)
    for (const [input, schema] of inputs) t.ok(schema.description, `${name}: ${input}`)
  }
})

t.test('their answers', async (t) => {
  const q = 'digitaliseringsstrategi'
  const hits = (await ask(`/v1/search?q=${q}`)).json<{ total: number; hits: { id: string }[] }>()
  const found = (await answerOf('search', { q, size: 2 })) as typeof hits
  t.equal(found.total, hits.total)
  t.strictSame(
    found.hits.map(({ id }) => id),
    hits.hits.slice(0, 2).map(({ id }) => id)
  )
  t.match(await answerOf('snippets', { q: '"gode tjenester"' }), { items: [{ text: /gode tjenester/ }] })
  const { id } = found.hits[0]!
  t.match(await answerOf('article', { id }), { id, entities: [{ id: /^\w+:/ }], text: /strategi/i })
  t.match(await answerOf('entity', { entity: 'organisation:kmd' }), {
    total: 1,
    items: [{ aliases: ['KMD'] }],
    related: [{ id: String, count: Number }]
  })
  t.match(await answerOf('entity', { entity: 'chaffey' }), { items: [{ id: 'person:paul-chaffey' }] })
  const who = (await answerOf('speakers')) as { items: { id: string; quotes: number }[] }
  const [speaker] = who.items
  const said = await answerOf('quotes', { speaker: speaker!.id, size: 1 })
  t.match(said, { total: speaker!.quotes, items: [{ speaker: { entity: speaker!.id }, articleId: String }] })
  const years = (await answerOf('timeline')) as { total: number; items: { year: string; count: number }[] }
  t.equal(years.total, 8)
  const [eldest, { year, count }] = years.items as [object, { year: string; count: number }]
  t.strictSame(eldest, { year: '0001', count: 1 })
  const { items } = (await answerOf('timeline', { by: 'month' })) as { items: { month: string }[] }
  const months = items.map(({ month }) => month)
  t.strictSame([months[0], months.includes('2019-11')], ['0001-01', true], 'one of long ago keeps none out')
  t.strictSame(months, months.toSorted())
  t.match(await answerOf('search', { from: `${year}-01-01`, to: `${year}-12-31` }), { total: count })
})

t.test('a long article', async (t) => {
  let text = ''
  let parts = 0
  for (let start = 0, length = 1; start < length; parts++) {
    const read = await answerOf('article', { id: 'langt', start, length: 101 + (parts % 5) })
    const part = read.text as string
    t.notMatch(part, /^[\udc00-\udfff]|[\ud800-\udbff]$/, 'no half of a character')
    text += part
    start = read.end as number
    length = read.textLength as number
  }
  t.ok(parts > 3)
  t.equal(text, (await ask('/v1/articles/langt')).json<{ text: string }>().text)
})

t.test('wrong inputs', async (t) => {
  for (const [name, input, message] of [
    ['search', { q: 'a', size: 1000 }, /size/],
    ['search', { query: 'a' }, /query/],
    ['search', { from: '2019-02-30' }, /from/],
    ['article', { id: 'nope' }, /nope/],
    ['quotes', { speaker: 'chaffey' }, /entity id/]
  ] as const) {
    const { isError, content } = await call(name, input)
    t.ok(isError, name)
    t.match(content[0]!.text, message)
  }
})

t.test('over HTTP', async (t) => {
  const headers = { 'content-type': 'application/json', accept: 'application/json' }
  const post = (payload: string, more = {}) =>
    app.inject({ method: 'POST', url: '/mcp', headers: { ...headers, ...more }, payload })
  const listed = await post('{"jsonrpc":"2.0","id":1,"method":"tools/list"}')
  t.match(listed.headers, { 'content-type': 'application/json', 'mcp-session-id': undefined })
  t.equal(listed.json<{ result: { tools: unknown[] } }>().result.tools.length, 7)
  t.equal((await post('{"jsonrpc":"2.0","method":"notifications/initialized"}')).statusCode, 202)
  t.match((await post('{"no":"message"}')).json(), { error: { code: Number } })
  isProblem(t, await post('{'), 'bad-request')
  isProblem(t, await post('<a/>', { 'content-type': 'text/xml' }), 'unsupported-media-type')
  isProblem(t, await post(JSON.stringify(Array(21).fill({}))), 'bad-request')
  for (const method of ['GET', 'DELETE'])
    t.match(isProblem(t, await ask('/mcp', {}, method), 'method-not-allowed'), { status: 405 })
  t.equal((await ask('/mcp')).headers.allow, 'OPTIONS, POST')
})
