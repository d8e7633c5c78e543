// - the folder that comes with the service holds five articles, each with its file's name and text, and no problem
// - files, and lines in a file, come in the order of their paths, with the place each one came from
// - the first article with an id keeps it; a later one is a problem that names the first one's place
// - two names that become the same id are such a duplicate
// - a problem in one file or line never stops the others
// - a name that makes no id is a problem, and a stated id mends it
// - at the end stands how often each key that is not known was stated, whatever it is called
// - a caller may stop after any article

import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import t from 'tap'
import type { ArticleEvent } from '../../src/articles/article.js'
import { mostFrequent } from '../../src/articles/folder/counts.js'
import { readArticles } from '../../src/articles/read-articles.js'
import { ignoredIn, readFolder } from './read-folder.js'

const REPOSITORY = join(import.meta.dirname, '..', '..')

t.test('the folder that comes with the service', async (t) => {
  const folder = join(REPOSITORY, 'articles')
  const names = (await readdir(folder)).sort()
  const expected = await Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(folder, name), 'utf8')
      return { id: name.replace(/\.txt$/, ''), text: text.replaceAll('\r\n', '\n').normalize('NFC') }
    })
  )
  const { articles, problems } = await readFolder(folder)
  t.equal(articles.length, 5)
  t.strictSame(articles, expected)
  t.strictSame(problems, [])
})

t.test('order and place', async (t) => {
  const folder = t.testdir({
    'b.txt': 'B',
    a: { 'z.md': 'Z', 'arkiv.jsonl': '{"text":"1"}\n\n{"text":"3"}\n' },
    'a.txt': 'A'
  })
  const places: unknown[] = []
  for await (const event of readArticles(folder)) {
    if (event.kind === 'article') places.push([event.file, event.line, event.article.id])
  }
  t.strictSame(places, [
    ['a.txt', undefined, 'a'],
    ['a/arkiv.jsonl', 1, 'arkiv-1'],
    ['a/arkiv.jsonl', 3, 'arkiv-3'],
    ['a/z.md', undefined, 'z'],
    ['b.txt', undefined, 'b']
  ])
})

t.test('duplicate ids', async (t) => {
  const folder = t.testdir({
    'a.jsonl': '{"id":"x","text":"first x"}\n{"id":"x","text":"second x"}\n',
    'b.txt': '---\nid: x\n---\nthird x',
    'Ås.txt': 'second As',
    'As.txt': 'first As',
    'c.txt': 'second c',
    2024: { nyheter: { 'c.md.gz': gzipSync('first c') } },
    sport: { 'c.txt': 'third c' }
  })
  const { articles, problems } = await readFolder(folder)
  t.strictSame(articles, [
    { id: 'c', text: 'first c' },
    { id: 'As', text: 'first As' },
    { id: 'x', text: 'first x' }
  ])
  t.match(problems, [
    { file: 'a.jsonl', line: 2, reason: 'The id `x` is taken by a.jsonl, line 1' },
    { file: 'b.txt', line: undefined, reason: 'The id `x` is taken by a.jsonl, line 1' },
    { file: 'c.txt', line: undefined, reason: 'taken by 2024/nyheter/c.md.gz: state another `id` or rename' },
    {
      file: 'sport/c.txt',
      line: undefined,
      reason: 'state another `id`, such as `sport-c`, or rename the file'
    },
    { file: 'Ås.txt', line: undefined, reason: 'The id `As` is taken by As.txt' }
  ])
})

t.test('a refused article does not take its id', async (t) => {
  const folder = t.testdir({ 'a.txt': '---\nid: sak\n---\n \n', 'b.txt': '---\nid: sak\n---\nText' })
  const { articles, problems } = await readFolder(folder)
  t.strictSame(articles, [{ id: 'sak', text: 'Text' }])
  t.match(problems, [{ file: 'a.txt', reason: /empty/ }])
})

t.test('names that make no id', async (t) => {
  const folder = t.testdir({
    '記事.txt': 'No id',
    '新聞.txt': '---\nid: avis\n---\nAn id',
    [`${'æ'.repeat(101)}.txt`]: 'Too long an id: 202 characters'
  })
  const { articles, problems } = await readFolder(folder)
  t.strictSame(articles, [{ id: 'avis', text: 'An id' }])
  t.match(problems, [
    { file: /æ/, reason: /at most 200 characters: rename the file/ },
    { file: '記事.txt', reason: /rename the file or state an `id`/ }
  ])
})

t.test('keys that are not known', async (t) => {
  const many = Object.fromEntries(Array.from({ length: 2000 }, (_, i) => [`key${i}`, i]))
  const folder = t.testdir({
    'a.txt': '---\nTitle: T\ndate: 2020-01-01\ntext: B\n---\nA',
    'b.md': '---\ndate: 2020-01-01\ntitle: T\npublishedAt: 2020-01-01\nauthor: Kari\n---\nB',
    'c.jsonl': '{"text":"C","date":null,"__proto__":1,"constructor":2,"url":null}\n{"text":"D","date":"x"}\n',
    'd.png': ''
  })
  const ignored = await ignoredIn(folder)
  t.strictSame([...(ignored?.keys ?? [])].sort(), [
    ['Title', 1],
    ['__proto__', 1],
    ['constructor', 1],
    ['date', 4],
    ['text', 1]
  ])
  t.strictSame(Object.entries(mostFrequent(ignored!.keys, 2)), [
    ['date', 4],
    ['Title', 1]
  ])
  t.strictSame([...ignored!.files], [['.png', 1]])
  const record = { text: 'A', ['k'.repeat(1_000_000)]: 1, ...many }
  const { keys } = (await ignoredIn(t.testdir({ 'a.jsonl': JSON.stringify(record) })))!
  t.equal(keys.size, 1000, 'no more are counted')
  t.equal(keys.get(`${'k'.repeat(60)}…`), 1, 'a long one by its start')
})

t.test('a caller may stop early', async (t) => {
  const folder = t.testdir({ 'a.jsonl': '{"text":"1"}\n{"text":"2"}\n', 'b.txt': 'B' })
  const seen: ArticleEvent[] = []
  for await (const event of readArticles(folder)) {
    seen.push(event)
    break
  }
  t.equal(seen.length, 1)
})
