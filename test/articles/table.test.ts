// - a row is an article; commas, semicolons, tabs and bars part values, `sep=` says which, quotes hold anything
// - any records written as a table come back the same, whatever the delimiter, plain or gzipped
// - a row has its first line, also after rows of several lines
// - a table without a column of texts is no file of articles; `fields.yaml` names a column of one's own
// - a row with more values than there are columns is read and reported, unless those are empty
// - a row without a text is a problem with its line, and the rest goes on; a quote that is never closed is told

import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import t from 'tap'
import { readArticles } from '../../src/articles/read-articles.js'
import { readFolder } from './read-folder.js'

t.test('delimiters', async (t) => {
  const { articles, problems } = await readFolder(
    t.testdir({
      'a.csv': '\uFEFFid;tittel;tekst;dato\r\n1;En, to;"Sitat ""her""";28.11.2019\r\n',
      'b.tsv': 'title\ttext\nEn\tTekst; med, alt\n',
      'c.csv': 'sep=|\r\ntext|title\r\nA, b|T\r\n',
      'd.csv': Buffer.from('title,text\nÆ,Blåbær – på øya\n'.replace('–', '\x96'), 'latin1'),
      'e.csv': '"title, lang","text"\nEn,To\n'
    })
  )
  t.match(articles, [
    { id: '1', title: 'En, to', text: 'Sitat "her"', publishedAt: '2019-11-28' },
    { id: 'b-2', title: 'En', text: 'Tekst; med, alt' },
    { id: 'c-3', title: 'T', text: 'A, b' },
    { id: 'd-2', title: 'Æ', text: 'Blåbær – på øya' },
    { id: 'e-2', text: 'To' }
  ])
  t.match(problems, [{ kind: 'changed', file: 'd.csv', reason: /WINDOWS-1252/ }])
})

t.test('any records', async (t) => {
  const value = fc
    .string({ unit: fc.constantFrom(...Array.from('aå",;\t|\n #=')), minLength: 1, maxLength: 20 })
    .map((text) => `x${text}x`)
  const records = fc.array(fc.record({ text: value, title: value }), { minLength: 1, maxLength: 8 })
  const property = fc.asyncProperty(
    records,
    fc.constantFrom(',', ';', '\t', '|'),
    fc.boolean(),
    async (rows, delimiter, zip) => {
      const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`
      const lines = [['text', 'title'], ...rows.map(({ text, title }) => [quoted(text), quoted(title)])]
      const csv = lines.map((line) => line.join(delimiter)).join('\n')
      const folder = t.testdir({})
      writeFileSync(join(folder, zip ? 'a.csv.gz' : 'a.csv'), zip ? gzipSync(csv) : csv)
      const { articles, problems } = await readFolder(folder)
      assert.deepEqual(problems, [])
      assert.deepEqual(
        articles.map(({ text, title }) => [text, title]),
        rows.map(({ text, title }) => [text, title.replace(/\s+/g, ' ').trim()])
      )
    }
  )
  await fc.assert(property, { numRuns: 40 })
})

t.test('places and problems', async (t) => {
  const folder = t.testdir({
    'a.csv': 'title,text\nEn,"A\nB\nC"\n,\nBare tittel,\nTo,D\n',
    'b.csv': 'navn,alder\nKari,3\n',
    'c.csv': 'text\n"aldri lukket\n',
    'd.csv': ''
  })
  const found: unknown[] = []
  for await (const event of readArticles(folder))
    if (event.kind !== 'ignored') found.push(event.kind === 'article' ? event.article.origin : event.problem)
  t.match(found, [
    { file: 'a.csv', line: 2 },
    { file: 'a.csv', line: 6, reason: /text is empty/ },
    { file: 'a.csv', line: 7 },
    { kind: 'no-article', file: 'b.csv', reason: /no column of texts.*navn, alder/ },
    { file: 'c.csv', line: 2, reason: /broken here.*what follows is not read/ },
    { kind: 'no-article', file: 'd.csv' }
  ])
  const own = await readFolder(
    t.testdir({ 'fields.yaml': 'text: merknad\n', 'a.csv': 'navn,merknad\nKari,Her\n' })
  )
  t.match(own, { articles: [{ title: undefined, text: 'Her' }], problems: [] })
})

t.test('too many values', async (t) => {
  const { articles, problems } = await readFolder(
    t.testdir({ 'a.csv': 'title,text\nEn,A, og mer\nTo,B,,\nTre,C\n' })
  )
  t.match(articles, [{ text: 'A' }, { text: 'B' }, { text: 'C' }])
  t.match(problems, [{ kind: 'changed', file: 'a.csv', line: 2, reason: /3 values.*2 columns/ }])
  t.equal(problems.length, 1)
})
