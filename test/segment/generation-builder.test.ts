// - equal content has an equal name, whatever the order of an article's facts; other content, or another order of the
//   articles, has another
// - an article is given back as it was, with a title, a language and a number of words where it states none
// - texts come back unchanged, whatever is in them
// - the forward index holds every token of every title and text where it is written
// - the positions of a word are where it stands
// - progress is told and ends below the number of articles, and an empty collection can be searched

import { loadModels } from '../../src/analysis/models.js'
import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { readText } from '../../src/analysis/text/reading.js'
import { articleAt, positionsOf } from '../../src/segment/positions/positions.js'
import { GenerationBuilder } from '../../src/segment/generation-builder.js'
import { buildGeneration } from './build.js'
import { search } from '../../src/engine/memory/search.js'
import { anyArticles, request } from './collection.js'

t.test('the name of a generation', async (t) => {
  const one = { id: 'a', text: 'Film.', title: 'T', tags: ['x', 'y'] }
  const two = { id: 'b', text: 'Musikk.' }
  const { name } = await buildGeneration([one, two])
  const nameOf = async (...articles: Parameters<typeof buildGeneration>[0][]): Promise<string> =>
    (await buildGeneration(articles.flatMap((list) => [...list]))).name
  t.match(name, /^[\w-]{16}$/)
  t.equal(await nameOf([one, two]), name)
  t.equal(await nameOf([{ tags: ['x', 'y'], title: 'T', text: 'Film.', id: 'a' }, two]), name)
  const others = [
    [two, one],
    [one],
    [],
    [{ ...one, text: 'Film' }, two],
    [{ ...one, title: 'U' }, two],
    [{ ...one, tags: ['y', 'x'] }, two],
    [{ ...one, tags: ['x,y'] }, two],
    [{ ...one, publishedAt: '2019-11-28' }, two]
  ]
  const names = new Set(await Promise.all(others.map((articles) => nameOf(articles))))
  t.equal(names.size, others.length, 'all differ')
  t.notOk(names.has(name))
})

t.test('articles', async (t) => {
  const text = 'Regjeringen kjem med ein ny plan\n\nDet er ikkje for seint, seier ho. Ho har 1 000 forslag.'
  const { articles } = (
    await buildGeneration([
      { id: 'a', text, source: 'NRK' },
      { id: 'b', text: 'Tekst.', title: 'Tittel', language: 'nb', publishedAt: '2019-11-28' }
    ])
  ).segment
  t.same(articles.article(0), {
    id: 'a',
    text,
    source: 'NRK',
    title: 'Regjeringen kjem med ein ny plan',
    language: 'nn',
    wordCount: 17
  })
  t.same(articles.facts(1), {
    id: 'b',
    title: 'Tittel',
    language: 'nb',
    publishedAt: '2019-11-28',
    wordCount: 1
  })
  t.equal(articles.find('b'), 1)
  t.equal(articles.find('c'), undefined)
})

t.test('any text comes back', async () => {
  const anyText = fc.string({ unit: 'binary' })
  await fc.assert(
    fc.asyncProperty(fc.array(anyText), async (texts) => {
      const { articles } = (await buildGeneration(texts.map((text, i) => ({ id: `${i}`, text })))).segment
      texts.forEach((text, i) => {
        assert.equal(articles.text(i), text)
      })
    })
  )
})

t.test('forward index', async () => {
  await fc.assert(
    fc.asyncProperty(anyArticles, async (articles) => {
      const index = await buildGeneration(articles)
      const { vocabulary, statistics } = index
      const { positions: forward } = index.segment
      for (let article = 0; article < index.segment.size; article++) {
        const { title, text } = index.segment.articles.article(article)
        for (const [field, written] of Object.entries({ title, text }) as ['title' | 'text', string][]) {
          const [from, to] = positionsOf(forward, article, field)
          const found = Array.from({ length: to - from }, (_, i) => {
            const start = forward.starts[from + i]!
            const word = vocabulary.word(forward.words[from + i]!)
            return { start, end: start + forward.lengths[from + i]!, word }
          })
          assert.deepEqual(found, readText(written).tokens)
          for (let position = from; position < to; position++)
            assert.equal(articleAt(forward, position), article)
        }
      }
      for (let word = 0; word < vocabulary.wordCount; word++) {
        const positions = [...forward.words.keys()].filter((position) => forward.words[position] === word)
        assert.deepEqual(
          index.segment.wordPositions.lists(word).flatMap((list) => [...list]),
          positions
        )
        assert.equal(statistics.wordFrequency(word), positions.length)
      }
    }),
    { numRuns: 50 }
  )
})

t.test('progress', async (t) => {
  const builder = new GenerationBuilder(loadModels())
  for (let i = 0; i < 3000; i++)
    builder.add({ id: `${i}`, text: `${i} ord og ${i * 7} andre ord om ${i % 13}` })
  const told: number[] = []
  const { tables } = await builder.finish((indexed) => told.push(indexed))
  t.equal(tables.segment.facts.languages.length, 3000)
  t.ok(told.every((indexed, i) => indexed > (told[i - 1] ?? 0) && indexed <= 3000))
})

t.test('nothing to search', async (t) => {
  const index = await buildGeneration([])
  for (const q of ['', 'film', '"film"', 'NOT film', 'f*', 'title:film'])
    t.same(search(index, request(q, { facets: ['source', 'year'] })).hits, [], q)
})

t.test('an article without words', async (t) => {
  const index = await buildGeneration([
    { id: 'a', text: '' },
    { id: 'b', text: '…' },
    { id: 'c', text: 'film' }
  ])
  t.equal(search(index, request('')).total, 3)
  t.same(
    search(index, request('film')).hits.map(({ id }) => id),
    ['c']
  )
})
