/*
 * `fields`, of every operation that has it:
 * - leaves of each item just the properties that it names, and what names the item, with the values they have in the
 *   whole answer, also where it is repeated or has commas;
 * - tells of an unknown field, with the nearest one;
 * - has an entity tag of its own, whatever order the fields are in; a cursor goes on with other fields;
 * - an export has them too: as properties, and as columns;
 * - what may be left out is not required in the OpenAPI document.
 */
import t from 'tap'
import { annotateHere } from '../collection/annotate-here.js'
import { Collection } from '../../src/collection/collection.js'
import { listedNames } from '../entities/listed-names.js'
import { schemaOf, type OpenApi } from './openapi-schema.js'
import { isProblem, NEWS, startService } from './service.js'

const findNames = listedNames({ Kommunen: 'organisation', Naboene: 'person' })
const SAID = { id: 'sagt', text: '– Veien blir fin, sier Naboene.\n\n– Ja, sier Kommunen.' }
const { app, ask } = await startService(t, {
  folder: t.testdir({ 'news.jsonl': `${NEWS}\n${JSON.stringify(SAID)}` }),
  collection: new Collection({ annotate: annotateHere(findNames) })
})
const document = app.swagger() as unknown as OpenApi

const URLS: Readonly<Record<string, string>> = {
  search: '/v1/search?q=vei&collapse=true&explain=true&size=3&',
  exportSearch: '/v1/search/export?q=vei&',
  searchSnippets: '/v1/snippets?q=vei&size=3&',
  getArticleSnippets: '/v1/articles/vei-3/snippets?q=vei&',
  listArticles: '/v1/articles?size=3&',
  getArticle: '/v1/articles/vei-3?',
  getRelatedArticles: '/v1/articles/vei-3/related?size=3&',
  searchQuotes: '/v1/quotes?',
  getEntityQuotes: '/v1/entities/person:naboene/quotes?',
  getArticleQuotes: '/v1/articles/sagt/quotes?',
  listEntities: '/v1/entities?',
  getEntity: '/v1/entities/person:naboene?',
  getEntityMentions: '/v1/entities/person:naboene/mentions?size=3&',
  getEntityArticles: '/v1/entities/person:naboene/articles?size=3&'
}

type Item = Readonly<Record<string, unknown>>

const itemsOf = async (url: string): Promise<readonly Item[]> => {
  const answer = await ask(url)
  t.equal(answer.statusCode, 200, `${url} ${answer.body.slice(0, 300)}`)
  if (answer.headers['content-type'] === 'application/x-ndjson')
    return answer.body
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Item)
  const body = answer.json<Item & { items?: Item[]; hits?: Item[] }>()
  return body.hits ?? body.items ?? [body]
}

const pick = (item: Item, names: readonly string[]): Item =>
  Object.fromEntries(Object.entries(item).filter(([name]) => names.includes(name)))

const selecting = Object.entries(document.paths).flatMap(([path, { get }]) => {
  const parameter = get?.parameters?.find(({ name }) => name === 'fields')
  if (get === undefined || parameter === undefined) return []
  const name = parameter.schema.items!.$ref!.split('/').at(-1)!
  const fields = (document.components.schemas[name] as { enum: string[] }).enum
  return [{ path, url: URLS[get.operationId]!, fields, item: name.replace(/Field$/, '') }]
})

t.test('the items have what is named, as the whole has it', async (t) => {
  t.strictSame(selecting.length, Object.keys(URLS).length)
  for (const { url, fields, item } of selecting) {
    const whole = await itemsOf(url)
    t.ok(whole.length > 0, url)
    const naming = fields.find((field) => ['id', 'articleId'].includes(field)) ?? ''
    const schema = schemaOf(document, { $ref: `#/components/schemas/${item}` })
    for (const field of fields) {
      const items = await itemsOf(`${url}fields=${field}`)
      t.strictSame(
        items,
        whole.map((one) => pick(one, [naming, field])),
        `${url} ${field}`
      )
      for (const one of items) t.ok(schema.safeParse(one).success, `${url} ${field}: as documented`)
    }
    const [first, second] = fields
    const both = whole.map((one) => pick(one, [naming, first!, second!]))
    t.strictSame(await itemsOf(`${url}fields=${second},${first}`), both)
    t.strictSame(await itemsOf(`${url}fields=${first}&fields=${second}`), both)
  }
})

t.test('an unknown field is told, with the nearest one', async (t) => {
  for (const { url } of selecting) isProblem(t, await ask(`${url}fields=nothing`), 'invalid-parameter')
  const { detail } = isProblem(t, await ask('/v1/search?fields=id,titel'), 'invalid-parameter')
  t.equal(detail, 'fields: "titel" is not a field here; did you mean "title"?')
  const none = isProblem(t, await ask('/v1/search?fields=xyzzy'), 'invalid-parameter')
  t.match(none.detail, /^fields: "xyzzy" is not a field here; the fields are, nearest first: /)
})

t.test('the entity tag is of the fields; the cursor is not', async (t) => {
  const tagOf = async (url: string) => (await ask(url)).headers.etag
  for (const { url, fields } of selecting)
    t.not(await tagOf(`${url}fields=${fields[1]!}`), await tagOf(url.slice(0, -1)), url)
  t.equal(await tagOf('/v1/search?fields=title,url'), await tagOf('/v1/search?fields=url&fields=title'))
  const { links } = (await ask('/v1/search?q=vei&size=5')).json<{ links: { next: string } }>()
  const next = await itemsOf(links.next)
  t.strictSame(
    await itemsOf(`${links.next}&fields=title`),
    next.map((one) => pick(one, ['id', 'title']))
  )
})

t.test('a table has the columns of the fields', async (t) => {
  const { body } = await ask('/v1/search/export?q=vei&fields=snippets,title&format=csv')
  t.equal(body.split('\r\n')[0], 'id,title,snippets,snippetStarts,snippetEnds')
})
