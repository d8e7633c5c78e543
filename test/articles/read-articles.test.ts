// - the folder that comes with the service holds five articles, each with its file's name and text and the facts beside
//   it, and no problem
// - files, and lines in a file, come in the order of their paths, with the place each one came from
// - an id is made of the path; the first article with an id keeps it, a later one has a suffix that depends on its
//   own place alone, and is reported with the first one's place
// - a problem in one file or line never stops the others
// - a post of Jekyll or Docusaurus has the date of its name, unless it states one; one in `_drafts` is withheld
// - a path that makes no id, or too long a one, has digits that depend on it; a stated id comes before
// - at the end stands how often each key that is not known was stated, whatever it is called
// - a file that goes while others are read is a problem, and they are read
// - a caller may stop after any article

import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import t from 'tap'
import type { ArticleEvent, SourceArticle } from '../../src/articles/article.js'
import { mostFrequent } from '../../src/articles/folder/counts.js'
import { readArticles } from '../../src/articles/read-articles.js'
import { ignoredIn, readFolder } from './read-folder.js'

const REPOSITORY = join(import.meta.dirname, '..', '..')

t.test('the folder that comes with the service', async (t) => {
  const folder = join(REPOSITORY, 'articles')
  const names = (await readdir(folder)).filter((name) => name.endsWith('.txt')).sort()
  const expected = await Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(folder, name), 'utf8')
      return { id: name.replace(/\.txt$/, ''), text: text.replaceAll('\r\n', '\n').normalize('NFC') }
    })
  )
  const { articles, problems } = await readFolder(folder)
  t.equal(articles.length, 5)
  t.strictSame(
    articles.map(({ id, text }) => ({ id, text })),
    expected
  )
  t.strictSame(
    articles.map(({ publishedAt, source }) => [publishedAt, source]),
    [
      ['2013', undefined],
      ['2018', 'digi.no'],
      ['2016', 'Visma'],
      [undefined, undefined],
      ['2015-01', 'digi.no']
    ]
  )
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
    ['a/arkiv.jsonl', 1, 'a-arkiv-1'],
    ['a/arkiv.jsonl', 3, 'a-arkiv-3'],
    ['a/z.md', undefined, 'a-z'],
    ['b.txt', undefined, 'b']
  ])
})

t.test('ids of paths', async (t) => {
  const folder = t.testdir({
    2019: { '05': { 'leder.txt': 'A' } },
    content: { blog: { _index: {}, poster: { 'index.md': 'B' }, '_index.md': 'C' } },
    'index.md': 'D',
    sport: { 'leder.txt': 'E' }
  })
  const { articles, problems } = await readFolder(folder)
  t.strictSame(
    articles.map(({ id }) => id),
    ['2019-05-leder', 'content-blog', 'content-blog-poster', 'index', 'sport-leder']
  )
  t.strictSame(problems, [])
})

t.test('ids that clash', async (t) => {
  const files = {
    'a.jsonl': '{"id":"x","text":"first x"}\n{"id":"x","text":"second x"}\n',
    'b.txt': '---\nid: x\n---\nthird x',
    'Ås.txt': 'second As',
    'As.txt': 'first As',
    'a b.txt': 'first a-b',
    a: { 'b.md.gz': gzipSync('second a-b') }
  }
  const { articles, problems } = await readFolder(t.testdir(files))
  t.match(
    articles,
    [
      { id: 'a-b', text: 'first a-b' },
      { id: 'x', text: 'first x' },
      { id: /^x-[0-9a-f]{8}$/, text: 'second x' },
      { id: /^a-b-[0-9a-f]{8}$/, text: 'second a-b' },
      { id: /^x-[0-9a-f]{8}$/, text: 'third x' },
      { id: 'As', text: 'first As' },
      { id: /^As-[0-9a-f]{8}$/, text: 'second As' }
    ].sort((a, b) => orderOf(articles, a.text) - orderOf(articles, b.text))
  )
  t.equal(new Set(articles.map(({ id }) => id)).size, 7)
  t.match(
    problems.find(({ file }) => file === 'b.txt'),
    { kind: 'changed', reason: 'The id `x` is taken by a.jsonl, line 1, so that this article is `x-' }
  )
  t.match(
    problems,
    Array.from({ length: 4 }, () => ({ kind: 'changed' }))
  )
  const alone = await readFolder(t.testdir({ ...files, 'c.txt': 'new', 'Z.txt': 'new' }))
  for (const { id, text } of articles) t.equal(alone.articles.find((each) => each.text === text)?.id, id)
})

const orderOf = (articles: readonly SourceArticle[], text: string): number =>
  articles.findIndex((article) => article.text === text)

t.test('posts that are dated by their names', async (t) => {
  const { articles, problems } = await readFolder(
    t.testdir({
      _posts: {
        '2019-11-28-leder.md': 'A',
        '2019-02-31-ikke.md': 'B',
        '2020-01-02-ny.md': '---\ndate: 2020-01-03\n---\nC'
      },
      blog: { '2021-08-26-hei': { 'index.md': 'D' } },
      arkiv: { '2019-11-28-leder.md': 'E' },
      _drafts: { 'kladd.md': 'F' }
    })
  )
  t.strictSame(articles.map(({ text, publishedAt }) => [text, publishedAt]).sort(), [
    ['A', '2019-11-28'],
    ['B', undefined],
    ['C', '2020-01-03'],
    ['D', '2021-08-26'],
    ['E', undefined]
  ])
  t.match(problems, [{ kind: 'withheld', file: '_drafts/kladd.md' }])
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
  t.match(
    articles,
    [
      { id: 'avis', text: 'An id' },
      { id: /^article-[0-9a-f]{8}$/, text: 'No id' },
      { id: /^(?:ae){95}a-[0-9a-f]{8}$/, text: /Too long/ }
    ].sort((a, b) => orderOf(articles, String(a.text)) - orderOf(articles, String(b.text)))
  )
  t.strictSame(problems, [])
})

t.test('keys that are not known', async (t) => {
  const many = Object.fromEntries(Array.from({ length: 2000 }, (_, i) => [`key${i}`, i]))
  const folder = t.testdir({
    'a.txt': '---\nLayout: T\nweight: 3\ntext: B\n---\nA',
    'b.md': '---\nweight: 7\ntitle: T\npublishedAt: 2020-01-01\nauthor: Kari\n---\nB',
    'c.jsonl':
      '{"text":"C","weight":null,"__proto__":1,"constructor":2,"url":null}\n{"text":"D","weight":"x"}\n',
    'd.png': ''
  })
  const ignored = await ignoredIn(folder)
  t.strictSame([...(ignored?.keys ?? [])].sort(), [
    ['Layout', 1],
    ['__proto__', 1],
    ['constructor', 1],
    ['text', 1],
    ['weight', 4]
  ])
  t.strictSame(Object.entries(mostFrequent(ignored!.keys, 2)), [
    ['weight', 4],
    ['Layout', 1]
  ])
  t.strictSame([...ignored!.files], [['.png', 1]])
  const record = { text: 'A', ['k'.repeat(1_000_000)]: 1, ...many }
  const { keys } = (await ignoredIn(t.testdir({ 'a.jsonl': JSON.stringify(record) })))!
  t.equal(keys.size, 1000, 'no more are counted')
  t.equal(keys.get(`${'k'.repeat(60)}…`), 1, 'a long one by its start')
})

t.test('a file that goes while others are read', async (t) => {
  const folder = t.testdir({ 'a.txt': 'A', 'b.jsonl': '{"text":"B"}\n', 'c.md': 'C', 'd.txt': 'D' })
  const seen: string[] = []
  for await (const event of readArticles(folder)) {
    if (event.kind === 'article') seen.push(event.article.text)
    if (event.kind === 'problem') seen.push(`${event.problem.file}: ${event.problem.reason}`)
    await Promise.all(['b.jsonl', 'c.md'].map((file) => rm(join(folder, file), { force: true })))
  }
  t.strictSame(
    seen.map((one) => one.replace(/ is not there.*/, ' is not there')),
    ['A', 'b.jsonl: The file is not there', 'c.md: The file is not there', 'D']
  )
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
