// - a filter passes the articles that a naive check of their facts passes, in the same order
// - several values of one fact: any of them; several facts: all of them; an absent fact passes no filter of it
// - values are the same whatever their case
// - a date is the calendar day as the article states it, both ends included; a date-time is an instant

import { matchClause } from '../../src/query/selection/match.js'
import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { buildGeneration } from '../segment/build.js'
import { filterArticles, type Filter } from '../../src/query/selection/filter.js'
import { listedNames } from '../entities/listed-names.js'
import { anyArticles, planOf } from '../segment/collection.js'

const ids = async (articles: Parameters<typeof buildGeneration>[0], filter: Filter): Promise<string[]> => {
  const index = await buildGeneration(articles)
  const all = Array.from({ length: index.segment.size }, (_, i) => i)
  return filterArticles(index, all, filter).map((article) => index.segment.articles.facts(article).id)
}

t.test('any filter', async () => {
  const anyFilter = fc.record(
    {
      lang: fc.subarray(['nb', 'nn'] as const, { minLength: 1 }),
      source: fc.subarray(['Nrk', 'VG', 'Dagbladet'], { minLength: 1 }),
      author: fc.subarray(['ola', 'Åse', 'Per'], { minLength: 1 }),
      from: fc.constantFrom('2018-02-03', '2019-11-29'),
      to: fc.constantFrom('2018-02-03', '2019-11-28')
    },
    { requiredKeys: [] }
  )
  const isAny = (values: readonly (string | undefined)[], wanted: readonly string[] | undefined): boolean =>
    wanted?.some((name) => values.some((value) => value?.toLowerCase() === name.toLowerCase())) ?? true
  await fc.assert(
    fc.asyncProperty(anyArticles, anyFilter, async (articles, filter) => {
      const index = await buildGeneration(articles)
      const expected = articles.filter(({ id, source, authors, publishedAt }) => {
        const { language } = index.segment.articles.facts(index.segment.articles.find(id)!)
        const day = publishedAt?.slice(0, 10)
        return (
          isAny([language], filter.lang) &&
          isAny([source], filter.source) &&
          isAny(authors ?? [], filter.author) &&
          (filter.from === undefined || (day !== undefined && day >= filter.from)) &&
          (filter.to === undefined || (day !== undefined && day <= filter.to))
        )
      })
      const found = await ids(articles, filter)
      assert.deepEqual(
        found,
        expected.map(({ id }) => id)
      )
    })
  )
})

t.test('dates', async (t) => {
  const articles = [
    { id: 'evening', text: 'a', publishedAt: '2019-11-28T23:30:00-05:00' },
    { id: 'day', text: 'a', publishedAt: '2019-11-28' },
    { id: 'next', text: 'a', publishedAt: '2019-11-29T00:10:00+01:00' },
    { id: 'none', text: 'a' }
  ]
  t.same(
    await ids(articles, { from: '2019-11-28', to: '2019-11-28' }),
    ['evening', 'day'],
    'the day as written'
  )
  t.same(await ids(articles, { from: '2019-11-29' }), ['next'])
  t.same(await ids(articles, { to: '2019-11-28' }), ['evening', 'day'])
  t.same(await ids(articles, { from: '2019-11-28T23:10:00Z' }), ['evening', 'next'], 'the instant, included')
  t.same(await ids(articles, { from: '2019-11-28T23:10:01Z' }), ['evening'])
  t.same(await ids(articles, { to: '2019-11-28T00:00:00Z' }), ['day'], 'a date alone is its midnight')
  t.same(await ids(articles, {}), ['evening', 'day', 'next', 'none'])
})

t.test('authors by words of their names', async (t) => {
  const authors = ['Kari Nordmann', 'Åse Moe', "Ola Nordmann-O'Brien", 'Karianne Nord']
  const index = await buildGeneration(
    authors.map((one, i) => ({ id: `${i}`, text: 'a', source: one, authors: [one] }))
  )
  const matching = (q: string): number[] => matchClause(index, planOf(index, q).clause).toArray()
  t.same(matching('author:nordmann'), [0, 2])
  t.same(matching('author:KARI'), [0], 'whole words')
  t.same(matching('author:"kari nordmann"~0'), [0])
  t.same(matching('author:"nordmann kari"~0'), [], 'in their order')
  t.same(matching('author:nord*'), [0, 2, 3])
  t.same(matching("author:O'Brien"), [2])
  t.same(matching('author:aase'), [1], 'other spellings of the same letters')
  t.same(matching('author:"nordmann"'), [], 'in quotation marks: all of the name')
  t.same(matching('author:"åse moe"'), [1])
  t.same(matching('source:nordmann'), [], 'a source is always all of its name')
  t.same(matching('source:"Kari Nordmann"'), [0])
  t.same(matching('author:-'), [])
})

t.test('entities', async (t) => {
  const findNames = listedNames({ 'Kari Berg': 'person', Berg: 'person', Oslo: 'place' })
  const texts = { a: 'Kari Berg i Oslo.', b: 'Oslo.', c: 'Kari Berg. Berg.', d: 'Ingen.' }
  const index = await buildGeneration(
    Object.entries(texts).map(([id, text]) => ({ id, text })),
    { findNames }
  )
  const passing = (entity: readonly string[]): readonly number[] =>
    filterArticles(index, [0, 1, 2, 3], { entity })
  t.same(passing(['person:kari-berg']), [0, 2])
  t.same(passing(['person:berg']), [0, 2], 'by another of its names')
  t.same(passing(['person:kari-berg', 'place:oslo']), [0], 'all of them')
  t.same(passing(['person:ingen']), [])
  const matching = (q: string): number[] => matchClause(index, planOf(index, q).clause).toArray()
  t.same(matching('person:berg'), [0, 2])
  t.same(matching('person:"Kari Berg" -place:oslo'), [2])
  t.same(matching('place:os*'), [0, 1])
  t.same(matching('organisation:oslo'), [], 'another type')
  t.same(matching('person:kar'), [], 'whole words')
  t.same(matching('person:"Berg"'), [0, 2], 'one of its names, all of it')
  t.same(matching('person:"Kari"'), [], 'not all of any name')
  t.same(matching('person:"kari"~0'), [0, 2], 'in any form: some of its words')
  const many = planOf(index, Array.from({ length: 17 }, (_, i) => `-person:p${i}`).join(' '))
  t.match(many.warnings, [/more than 16 different sources, authors and entities/])
  t.same(matching('person:(berg ingen) OR place:oslo'), [0, 1])
})

t.test('no such value', async (t) => {
  t.same(await ids([{ id: 'a', text: 'a' }], { source: ['NRK'] }), [])
  t.same(await ids([{ id: 'a', text: 'a', tags: ['Kultur'] }], { tag: ['kultur', 'sport'] }), ['a'])
})
