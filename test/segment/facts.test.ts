// - a date-time without an offset is UTC, a date is its midnight; the calendar day is the one that is written
// - newestRank is a total order: newest first, then by id, those without a date last
// - values that differ only in case, composition or outer space are one, under the first spelling

import t from 'tap'
import { dayOf, instantOf, isoDay } from '../../src/structures/dates.js'
import { buildGeneration } from './build.js'

t.test('dates', (t) => {
  t.equal(instantOf('2019-11-28'), Date.UTC(2019, 10, 28))
  t.equal(instantOf('2019-11-28T10:00'), Date.UTC(2019, 10, 28, 10))
  t.equal(instantOf('2019-11-28T10:00:00Z'), Date.UTC(2019, 10, 28, 10))
  t.equal(instantOf('2019-11-28T10:00:00+01:00'), Date.UTC(2019, 10, 28, 9))
  t.equal(isoDay(dayOf('2019-11-28T23:59:00-08:00')), '2019-11-28', 'next day in UTC')
  t.equal(isoDay(dayOf('2020-01-01T00:30:00+01:00')), '2020-01-01', 'the year before in UTC')
  t.end()
})

t.test('newestRank', async (t) => {
  const dates = {
    c: undefined,
    b: '2019-11-28',
    z: '2019-11-28T00:00:00Z',
    a: undefined,
    later: '2019-11-28T08:00:00+01:00',
    later2: '2019-11-28T07:00:00Z',
    oldest: '1905-06-07'
  }
  const articles = Object.entries(dates).map(([id, publishedAt]) => ({
    id,
    text: 'film',
    ...(publishedAt !== undefined && { publishedAt })
  }))
  const { facts } = (await buildGeneration(articles)).segment
  const order = articles
    .map(({ id }, i) => ({ id, rank: facts.newestRank[i]! }))
    .sort((a, b) => a.rank - b.rank)
  t.same(
    order.map(({ id }) => id),
    ['later', 'later2', 'b', 'z', 'oldest', 'a', 'c']
  )
})

t.test('values', async (t) => {
  const { facts } = (
    await buildGeneration([
      { id: 'a', text: 'film', source: 'NRK', authors: ['Åse', 'ÅSE', 'Bo'] },
      { id: 'b', text: 'film', source: 'nrk', authors: ['A\u030ase'] },
      { id: 'c', text: 'film', source: 'NRK Sport' }
    ])
  ).segment
  const { source, author } = facts.listed
  t.same(
    [...source.find(['Nrk '])].map((value) => source.name(value)),
    ['NRK']
  )
  t.same(
    [...source.findPrefix('nrk')].map((value) => source.name(value)),
    ['NRK', 'NRK Sport']
  )
  t.same([...source.find(['VG'])], [])
  t.same([...source.count([0, 1, 2])], [2, 1])
  t.same([...author.count([0, 1, 2])], [2, 1], 'an article counts once for an author')
  t.ok(author.hasAny(1, author.find(['åse'])))
  t.notOk(author.hasAny(2, author.find(['åse', 'bo'])))
})
