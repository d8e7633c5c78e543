/*
 * The whole of a result as one answer:
 * - has every hit that the pages of the search have, in their order, however many portions it takes;
 * - JSON Lines are hits as searches have them; CSV is read back to the same facts, quoted as RFC 4180 says, and no cell
 *   begins as a formula does; a line break of any kind in a cell is quoted, so that no reader ends a row there;
 * - `format` decides, and without it what `Accept` likes best; HEAD has no body;
 * - what is wrong is told as a problem, before the answer begins;
 * - is all of one generation, also when another has taken its place;
 * - is made as it is taken: nothing is asked for a client that has hung up;
 * - breaks off where the engine fails, so that nobody takes a part for the whole.
 */
import { parse } from 'csv-parse/sync'
import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { setImmediate } from 'node:timers/promises'
import t from 'tap'
import { Collection } from '../../src/collection/collection.js'
import { EngineError, type Engine } from '../../src/engine/engine.js'
import { exportFormat, TYPE_OF_FORMAT } from '../../src/http/export-format.js'
import { annotateHere } from '../collection/annotate-here.js'
import { listedNames } from '../entities/listed-names.js'
import { isProblem, startService } from './service.js'

const SIZE = 700
const FORMULAS = ['=1+1', '+47 22 33', '-5 grader', '@dag', '\t=1']
/** As Excel, Python and the like read a table. */
const ANY_LINE_END = ['\r\n', '\n', '\r']
const WORDS = 'Mange, "svært" mange; har ventet på veien. '.repeat(8)
const article = (i: number, more: object = {}): string =>
  JSON.stringify({
    id: `sak-${i}`,
    title: i < FORMULAS.length ? `${FORMULAS[i]!} vei` : `Vei, "ny" ${i}`,
    text: `Kommunen åpner vei ${i}.\n\n${WORDS} Det tok ${i % 7} år.`,
    authors: ['Kari Nordmann', 'Ola Hansen'],
    ...(i % 3 === 0 && { published: '2019-05-17', source: 'Avisa' }),
    ...more
  })
const ARTICLES = Array.from({ length: SIZE }, (_, i) => article(i)).join('\n')

/** What the engine is asked, and what happens before it answers. */
let asked = 0
let before: () => void = () => undefined
const counting = (engine: Engine): Engine => ({
  ...engine,
  get generation() {
    return engine.generation
  },
  ask: (verb, question, at) => {
    asked++
    before()
    return engine.ask(verb, question, at)
  }
})
const { app, ask, collection } = await startService(t, {
  collection: new Collection({ annotate: annotateHere(listedNames({})) }),
  folder: t.testdir({ 'news.jsonl': ARTICLES }),
  engineOf: counting
})
await app.listen({ port: 0, host: '127.0.0.1' })
const { port } = app.server.address() as AddressInfo

interface Hit {
  readonly id: string
  readonly title: string
  readonly snippets: readonly { readonly text: string; readonly start: number; readonly end: number }[]
}

interface Page {
  readonly hits: Hit[]
  readonly links: { readonly next?: string }
}

const pages = async (parameters: string): Promise<Hit[]> => {
  const hits: Hit[] = []
  let next: string | undefined = `/v1/search?${parameters}&size=100`
  while (next !== undefined) {
    const page: Page = (await ask(next)).json<Page>()
    hits.push(...page.hits)
    next = page.links.next
  }
  return hits
}

t.test('JSON Lines have every hit as the pages have it', async (t) => {
  for (const parameters of ['q=vei', 'q=vei&source=Avisa&snippets=2', 'q=&sort=oldest', 'q=finsikkje']) {
    const answer = await ask(`/v1/search/export?${parameters}`)
    t.equal(answer.statusCode, 200)
    t.match(answer.headers, {
      'content-type': 'application/x-ndjson',
      'content-disposition': 'attachment; filename="nyhetssok.jsonl"',
      etag: /^W/
    })
    const lines = answer.body.split('\n').slice(0, -1)
    t.strictSame(
      lines.map((line) => JSON.parse(line) as unknown),
      await pages(parameters),
      parameters
    )
  }
})

t.test('CSV is read back to the same', async (t) => {
  const answer = await ask('/v1/search/export?q=vei&format=csv&snippets=2')
  t.match(answer.headers, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="nyhetssok.csv"'
  })
  const rows = parse<Record<string, string>>(answer.body, { columns: true, record_delimiter: ANY_LINE_END })
  const hits = await pages('q=vei&snippets=2')
  t.equal(rows.length, SIZE)
  const isFormula = /^[=+\-@\t\r]/
  t.notOk(rows.some((row) => Object.values(row).some((cell) => isFormula.test(cell))))
  t.equal(rows.filter(({ title }) => title!.startsWith("'")).length, FORMULAS.length)
  t.strictSame(
    rows.map(({ id, title, authors, snippets, snippetStarts, snippetEnds }) => ({
      id,
      title: title!.replace(/^'/, ''),
      authors,
      snippets,
      snippetStarts,
      snippetEnds
    })),
    hits.map(({ id, title, snippets }) => ({
      id,
      title,
      authors: 'Kari Nordmann; Ola Hansen',
      snippets: snippets.map(({ text }) => text).join(' … '),
      snippetStarts: snippets.map(({ start }) => start).join('; '),
      snippetEnds: snippets.map(({ end }) => end).join('; ')
    }))
  )
})

t.test('a line break in a cell ends no row', (t) => {
  const titles = ['En\nto', 'En\rto', 'En\r\nto', '\nEn', 'En\n\n', 'En']
  const { head, write } = exportFormat(TYPE_OF_FORMAT.csv, { bom: false, fields: ['title'] })
  const hits = titles.map((title, i) => ({
    id: `sak-${i}`,
    title,
    language: 'nb' as const,
    charCount: 2,
    wordCount: 1,
    score: 1,
    snippets: []
  }))
  const rows = parse(head + write(hits), { record_delimiter: ANY_LINE_END })
  t.strictSame(rows, [['id', 'title'], ...titles.map((title, i) => [`sak-${i}`, title])])
  t.end()
})

t.test('a table without rows has its names, after a byte order mark where it is asked for', async (t) => {
  const names =
    'id,title,publishedAt,source,authors,tags,url,language,score,snippets,snippetStarts,snippetEnds,copies\r\n'
  t.equal((await ask('/v1/search/export?q=finsikkje&format=csv')).body, names)
  t.equal((await ask('/v1/search/export?q=finsikkje&format=csv&bom=true')).body, `\ufeff${names}`)
})

t.test('the format is the one that is asked for', async (t) => {
  const typeOf = async (parameters: string, accept: string) =>
    (await ask(`/v1/search/export?q=vei${parameters}`, { accept }, 'HEAD')).headers['content-type']
  t.equal(await typeOf('', 'text/csv'), 'text/csv; charset=utf-8')
  t.equal(await typeOf('', 'application/jsonl'), 'application/jsonl')
  t.equal(await typeOf('', '*/*'), 'application/x-ndjson')
  t.equal(await typeOf('&format=csv', '*/*'), 'text/csv; charset=utf-8')
  t.equal(await typeOf('&format=jsonl', 'text/html'), 'application/x-ndjson')
  const head = await ask('/v1/search/export?q=vei', {}, 'HEAD')
  t.strictSame([head.statusCode, head.body], [200, ''])
  const { etag } = head.headers
  t.equal((await ask('/v1/search/export?q=vei', { 'if-none-match': String(etag) })).statusCode, 304)
  t.not((await ask('/v1/search/export?q=vei&format=csv', {}, 'HEAD')).headers.etag, etag)
})

t.test('what is wrong is a problem', async (t) => {
  isProblem(t, await ask('/v1/search/export?q=vei&format=xml'), 'invalid-parameter')
  isProblem(t, await ask('/v1/search/export?q=vei&size=5'), 'invalid-parameter')
  isProblem(t, await ask('/v1/search/export?q=vei', { accept: 'text/html' }), 'not-acceptable')
})

const startReading = async (): Promise<IncomingMessage> => {
  const [answer] = (await once(
    get({ port, host: '127.0.0.1', path: '/v1/search/export?q=vei&snippets=5', agent: false }),
    'response'
  )) as [IncomingMessage]
  return answer
}

t.test('it is of the articles that were there when it began', async (t) => {
  const whole = (await ask('/v1/search/export?q=vei&snippets=5')).body
  const answer = await startReading()
  await collection.load(t.testdir({ 'news.jsonl': article(0) }))
  t.equal(await text(answer), whole)
  t.equal((await ask('/v1/search/export?q=vei')).body.split('\n').length, 2)
  await collection.load(t.testdir({ 'news.jsonl': ARTICLES }))
})

t.test('a client that hangs up is made nothing for', async (t) => {
  const closed = once(app.server, 'request').then(([, response]) =>
    once(response as NodeJS.EventEmitter, 'close')
  )
  asked = 0
  const answer = await startReading()
  answer.destroy()
  await closed
  await setImmediate()
  const then = asked
  await ask('/v1/search?q=vei')
  t.equal(asked, then + 1, 'nothing was asked beside that')
})

t.test('it breaks off where the engine fails', async (t) => {
  asked = 0
  before = () => {
    if (asked > 1) throw new EngineError('generation-gone', 'The generation is gone.')
  }
  t.teardown(() => (before = () => undefined))
  const answer = await startReading()
  await t.rejects(text(answer), { code: 'ECONNRESET' })
})
