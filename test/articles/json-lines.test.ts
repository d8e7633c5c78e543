// - any articles written one a line come back the same, plain or gzipped
// - lines are told apart wherever the disk's chunks end; blank lines are skipped and counted
// - a bad line is a problem with its number, and the rest goes on
// - a line that states no id is named by its file and number
// - one author or tag needs no list; `publishedAt` is `published`; a number is an id
// - a gzipped file that is cut short gives every article that it still holds, then one problem
// - a damaged one, or one that is not gzip, is a problem and does not stop the folder
// - the text stands under the names of other programs too; HTML and character references are read; a lead comes first
// - a line above 100 MB is a problem, and the rest goes on

import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync, constants } from 'node:zlib'
import fc from 'fast-check'
import t from 'tap'
import type { SourceArticle } from '../../src/articles/article.js'
import { urlSafeId } from '../../src/articles/article-id.js'
import { UNREADABLE } from '../../src/articles/text/article-text.js'
import { readFolder } from './read-folder.js'

const words = fc
  .string({ unit: 'grapheme', minLength: 1 })
  .map((value) => value.normalize('NFC').trim())
  .filter((value) => value !== '' && !UNREADABLE.test(value))
/** What facts keep as it is: see facts.test.ts for the rest. */
const fact = fc
  .string({ unit: fc.constantFrom(...Array.from('abæøÅé-– .')), minLength: 1 })
  .map((value) => value.replace(/\s+/g, ' ').trim())
  .filter((value) => value !== '')
const factList = fc.uniqueArray(fact, {
  minLength: 1,
  maxLength: 3,
  selector: (value) => value.toLowerCase()
})
const day = fc
  .date({ min: new Date('1763-05-25'), max: new Date('2026-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString())

const article: fc.Arbitrary<SourceArticle> = fc.record(
  {
    id: words.map(urlSafeId).filter((id) => /[a-z]/i.test(id)),
    text: words.map((value) => `\n ${value}\n`),
    title: fact,
    source: fact,
    authors: factList,
    tags: factList,
    url: fc.webUrl(),
    language: fc.constantFrom('nb', 'nn', 'und'),
    publishedAt: fc.oneof(
      day,
      day.map((time) => time.slice(0, 10))
    )
  },
  { requiredKeys: ['id', 'text'], noNullPrototype: true }
)
const articles = fc.uniqueArray(article, { selector: ({ id }) => id, maxLength: 20 })

const jsonLines = (records: readonly unknown[]): string => {
  return records.map((record) => `${JSON.stringify(record)}\n`).join('')
}

t.test('written and read', async (t) => {
  const plain = t.testdir({ plain: {}, gzipped: {} })
  await fc.assert(
    fc.asyncProperty(articles, async (written) => {
      writeFileSync(join(plain, 'plain', 'a.jsonl'), jsonLines(written))
      writeFileSync(join(plain, 'gzipped', 'a.ndjson.gz'), gzipSync(jsonLines(written)))
      for (const folder of ['plain', 'gzipped']) {
        const read = await readFolder(join(plain, folder))
        assert.deepEqual(read.articles, written)
        assert.deepEqual(
          read.problems.map(({ kind }) => kind),
          written.length > 0 ? [] : ['no-article']
        )
      }
    })
  )
})

t.test('chunks', async (t) => {
  // A chunk from the disk is 64 KiB: lines that are shorter, as long and longer, of letters that take two bytes.
  const written = [1, 100, 32_000, 32_757, 32_768, 200_000, 5].map((length, index) => ({
    id: `a${index}`,
    text: 'å'.repeat(length)
  }))
  const folder = t.testdir({ 'a.jsonl': jsonLines(written).trimEnd() })
  t.strictSame(await readFolder(folder), { articles: written, problems: [] })
})

t.test('bad lines', async (t) => {
  const lines = [
    '\ufeff{"id":"first","text":"A"}\r',
    '',
    '{"id":"cut","text":"B',
    '["id","text"]',
    'null',
    '{"id":"none"}',
    '{"id":"typed","text":["B"]}',
    '{"id":"titled","text":"B","title":5}',
    Buffer.from('{"id":"latin1","text":"blå"}', 'latin1'),
    '{"id":"white","text":" \\n"}',
    '{"id":"nul","text":"a\\n\\u0000"}',
    '{"id":"half","text":"\\ud83d"}',
    '{"id":"..","text":"B"}',
    ' \t ',
    '{"id":"last","text":"C"}'
  ]
  const folder = t.testdir({
    'a.jsonl': Buffer.concat(lines.flatMap((line) => [Buffer.from(line), Buffer.from('\n')]))
  })
  const { articles, problems } = await readFolder(folder)
  t.strictSame(articles, [
    { id: 'first', text: 'A' },
    { id: 'titled', title: '5', text: 'B' },
    { id: 'latin1', text: 'blå' },
    { id: 'a-13', text: 'B' },
    { id: 'last', text: 'C' }
  ])
  t.match(problems, [
    { file: 'a.jsonl', line: 3, reason: /not valid JSON/ },
    { file: 'a.jsonl', line: 4, reason: /no object/ },
    { file: 'a.jsonl', line: 5, reason: /no object/ },
    { file: 'a.jsonl', line: 6, reason: /no `text`/ },
    { file: 'a.jsonl', line: 7, reason: /is no string/ },
    { kind: 'changed', file: 'a.jsonl', line: 9, reason: /not UTF-8/ },
    { file: 'a.jsonl', line: 10, reason: /text is empty/ },
    { file: 'a.jsonl', line: 11, reason: /control character U\+0000/ },
    { file: 'a.jsonl', line: 12, reason: /half a surrogate pair/ },
    { file: 'a.jsonl', line: 13, kind: 'fact', reason: '`id` must not be a dot or two: it is left out' }
  ])
  t.equal(problems.length, 10)
})

t.test('names of facts', async (t) => {
  const folder = t.testdir({
    'arkiv på nett.jsonl': jsonLines([
      { text: 'A', publishedAt: '2019-11-28', authors: 'Kari Nordmann', tags: 'KMD' },
      { text: 'B', published: '2019-11-28', publishedAt: '2020-01-01', extra: { a: 1 } },
      { text: 'C', id: 17, title: null, authors: [null, ' '], source: ' E24 ' }
    ])
  })
  t.strictSame((await readFolder(folder)).articles, [
    {
      id: 'arkiv-pa-nett-1',
      text: 'A',
      publishedAt: '2019-11-28',
      authors: ['Kari Nordmann'],
      tags: ['KMD']
    },
    { id: 'arkiv-pa-nett-2', text: 'B', publishedAt: '2019-11-28' },
    { id: '17', text: 'C', source: 'E24' }
  ])
})

t.test('gzip cut short', async (t) => {
  const demo = readFileSync(join(import.meta.dirname, '../../articles/002_f94d05b196fe580e.txt'), 'utf8')
  // Digits in other places each time keep gzip from making them all one, so that the file spans several chunks.
  const written = Array.from({ length: 400 }, (_, index) => ({
    id: `a${index}`,
    text: demo.replace(/\w/g, (letter, at: number) => ((at * (index + 1)) % 7 === 0 ? String(index) : letter))
  }))
  const whole = gzipSync(jsonLines(written))
  t.ok(whole.length > 3 * 65_536, 'the file spans several chunks')
  for (const size of [2, 5_000, 65_536, 70_001, 131_072, 150_000, whole.length - 4]) {
    const cut = whole.subarray(0, size)
    const left = gunzipSync(cut, { finishFlush: constants.Z_SYNC_FLUSH })
    const lines = left.toString('utf8').split('\n').length - 1
    const { articles, problems } = await readFolder(t.testdir({ 'a.jsonl.gz': cut }))
    t.strictSame(articles, written.slice(0, lines), `${lines} articles of ${size} bytes`)
    t.match(problems, [
      { file: 'a.jsonl.gz', line: lines === 0 ? undefined : lines + 1, reason: /cut short/ }
    ])
    t.equal(problems.length, 1)
  }
})

t.test('gzip damaged, or no gzip', async (t) => {
  const written = Array.from({ length: 2_000 }, (_, index) => ({
    id: `a${index}`,
    text: `${Math.sin(index)}`
  }))
  const damaged = gzipSync(jsonLines(written))
  damaged.fill(0xff, damaged.length - 2_000, damaged.length - 1_000)
  const folder = t.testdir({ 'a.jsonl.gz': damaged, 'b.jsonl.gz': '{"text":"B"}\n', 'c.txt': 'C' })
  const { articles, problems } = await readFolder(folder)
  t.strictSame(articles.slice(0, -1), written.slice(0, articles.length - 1), 'what comes before is good')
  t.strictSame(articles.at(-1), { id: 'c', text: 'C' })
  t.match(problems.at(-2), { file: 'a.jsonl.gz', reason: /damaged/ })
  t.match(problems.at(-1), { file: 'b.jsonl.gz', line: undefined, reason: /damaged/ })
})

t.test('a line too long', async (t) => {
  const long = JSON.stringify({ text: 'x'.repeat(100_000_000) })
  const { articles, problems } = await readFolder(
    t.testdir({ 'a.jsonl': `{"text":"A"}\n${long}\n{"text":"C"}\n` })
  )
  t.strictSame(articles, [
    { id: 'a-1', text: 'A' },
    { id: 'a-3', text: 'C' }
  ])
  t.match(problems, [{ file: 'a.jsonl', line: 2, reason: /larger than 100 MB/ }])
})

t.test('text', async (t) => {
  const cases: [record: object, text: string][] = [
    [{ tekst: 'A' }, 'A'],
    [{ brødtekst: 'A', body: '' }, 'A'],
    [{ articleBody: '<p>En</p><p>To &amp; tre</p>' }, 'En\n\nTo & tre'],
    [{ content: { rendered: '<p>En</p>\n' } }, 'En'],
    [{ body: ['En', 'To'] }, 'En\n\nTo'],
    [{ ingress: 'Først', text: 'så' }, 'Først\n\nså'],
    [{ ingress: 'Først', text: 'Først\n\nså' }, 'Først\n\nså'],
    [{ text: 'Sm&aring; 1 < 2 <navn>' }, 'Små 1 < 2 <navn>']
  ]
  const { articles } = await readFolder(t.testdir({ 'a.jsonl': jsonLines(cases.map(([record]) => record)) }))
  t.strictSame(
    articles.map(({ text }) => text),
    cases.map(([, text]) => text)
  )
})
