// Runs the example against the service at NYHETSSOK_URL, which serves the articles that come along.
import assert from 'node:assert/strict'
import process from 'node:process'
import { test } from 'node:test'
import {
  createNyhetssok,
  exportCsv,
  people,
  quotesOf,
  readArticle,
  Refused,
  searchAll,
  titles,
  write,
  type Hit
} from './example.js'

const client = createNyhetssok(process.env.NYHETSSOK_URL ?? 'http://127.0.0.1:3000')

test('every article that matches', async () => {
  const hits: Hit[] = []
  for await (const hit of searchAll(client, 'digitaliseringsstrategi')) hits.push(hit)
  assert.equal(hits.length, 3)
  const [snippet] = hits[0]?.snippets ?? []
  assert.match(snippet?.html ?? '', /<mark>Digitaliseringsstrategien<\/mark>/)
})

test('one article', async () => {
  // `fields` may leave both out, so their types may be undefined.
  const { title = '', text = '' } = await readArticle(client, '001_7e20df3f18f34ccd')
  assert.ok(title.length > 0 && text.length > title.length)
})

test('titles alone', async () => {
  assert.equal((await titles(client, 'digitaliseringsstrategi')).length, 3)
})

test('who says what, and who is named', async () => {
  const [quote] = await quotesOf(client, 'person:paul-chaffey')
  assert.equal(quote?.speaker?.name, 'Paul Chaffey')
  assert.ok((await people(client)).get('person:paul-chaffey'))
})

test('a table', async () => {
  const [names] = (await exportCsv(client, 'digitaliseringsstrategi')).split('\r\n')
  assert.match(names ?? '', /^id,title,/)
})

test('a problem has a code', async () => {
  const refused = await quotesOf(client, 'nobody').catch((error: unknown) => error)
  assert.ok(refused instanceof Refused)
  assert.equal(refused.problem.code, 'invalid-parameter')
})

test('an article is written', async () => {
  const { NYHETSSOK_KEY: key = '' } = process.env
  assert.match(await write(client, key, 'ny-vei', 'Kommunen åpner veien til våren.'), /created|replaced/)
})
