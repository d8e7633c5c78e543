// - a facet counts each article of the result once for each of its values, as a naive count does
// - the most frequent values come first, equal ones in order of the value, equal entities by mentions; no more than
//   asked for, none with no article
// - or all in the order of their values, the first ones if there are more, years and months with those between them
// - an absent fact does not count; years and months are those of the stated day, a year alone has no month

import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { byField, FIELD_NAMES, FIELDS, valuesOf as statedIn } from '../../src/fields.js'
import { annotationsOf } from '../../src/segment/annotations/annotations.js'
import { buildGeneration } from '../segment/build.js'
import type { FacetCount } from '../../src/query/selection/facet-count.js'
import { countFacets, FACETS, type FacetName } from '../../src/query/selection/facets.js'
import type { EntityType } from '../../src/entities/entity-type.js'
import { listedNames } from '../entities/listed-names.js'
import { anyArticles } from '../segment/collection.js'

const NAMES: Readonly<Record<string, EntityType>> = {
  Norge: 'place',
  IKT: 'organisation',
  film: 'person',
  bok: 'person'
}
const findNames = listedNames(NAMES)

t.test('any articles', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyArticles,
      fc.nat(11),
      fc.integer({ min: 1, max: 3 }),
      async (articles, last, size) => {
        const index = await buildGeneration(articles, { findNames })
        const { entities, quotes } = annotationsOf(index)
        const result = Array.from(articles.keys()).filter((article) => article <= last)
        const mentioned = (type: EntityType, article: number): Set<string> =>
          new Set(
            entities.mentions(article).flatMap(({ entity, credit }) => {
              const id = entities.id(entity)
              // A credit is no mention: a line of a name alone is a byline.
              return id.startsWith(type) && !credit ? id : []
            })
          )
        const entityOf = (value: string): number | undefined =>
          value.includes(':') ? entities.find(value) : undefined
        const orderOf = (a: string, b: string): number =>
          (entityOf(a) ?? 0) - (entityOf(b) ?? 0) || (a < b ? -1 : 1)
        const labelOf = (value: string): object => {
          const entity = entityOf(value)
          return entity === undefined ? {} : { label: entities.name(entity) }
        }
        const spelling = new Map<string, string>()
        const named = (names: readonly string[]): Set<string> =>
          new Set(
            names.map((name) => {
              const key = name.toLowerCase()
              return spelling.get(key) ?? (spelling.set(key, name), name)
            })
          )
        const valuesOf: Record<FacetName, (article: number) => Iterable<string>> = {
          ...byField(
            FIELD_NAMES,
            (name) => (article: number) =>
              named(
                FIELDS.filter((field) => field.name === name).flatMap(({ key }) =>
                  statedIn(articles[article]!, key)
                )
              )
          ),
          language: (article) => [index.segment.articles.facts(article).language],
          year: (article) => [articles[article]!.publishedAt?.slice(0, 4) ?? []].flat(),
          month: (article) => [/^\d{4}-\d\d/.exec(articles[article]!.publishedAt ?? '')?.[0] ?? []].flat(),
          person: (article) => mentioned('person', article),
          organisation: (article) => mentioned('organisation', article),
          place: (article) => mentioned('place', article),
          product: (article) => mentioned('product', article),
          event: (article) => mentioned('event', article),
          speaker: (article) => {
            const numbers = Array.from({ length: quotes.first(article + 1) }, (_, quote) => quote)
            return new Set(
              numbers.slice(quotes.first(article)).flatMap((quote) => {
                const entity = quotes.speaker(quote)
                return entity === undefined ? [] : entities.id(entity)
              })
            )
          }
        }
        // The first spelling in the collection is the one that is shown.
        for (const article of articles.keys()) {
          valuesOf.source(article)
          valuesOf.author(article)
        }
        const facets = countFacets(index, result, FACETS, { size, sort: 'count' })
        const sorted = countFacets(index, result, FACETS, { size: 1000, sort: 'value' })
        for (const name of FACETS) {
          const counts = new Map<string, number>()
          for (const article of result)
            for (const value of valuesOf[name](article)) counts.set(value, (counts.get(value) ?? 0) + 1)
          const expected = [...counts]
            .sort(([a, n], [b, m]) => m - n || orderOf(a, b))
            .map(([value, count]) => ({ value, ...labelOf(value), count }))
          assert.deepEqual(facets[name], expected.slice(0, size), name)
          checkSorted(name, sorted[name]!, expected)
          const few = countFacets(index, result, [name], { size, sort: 'value' })
          assert.deepEqual(few[name], sorted[name]!.slice(0, size))
        }
      }
    )
  )
})

/** The same counts in order; years and months without a hole, and what fills one is in no article. */
const checkSorted = (
  name: FacetName,
  sorted: readonly FacetCount[],
  expected: readonly FacetCount[]
): void => {
  const shown = sorted.map(({ value, label }) => label ?? value)
  assert.deepEqual(shown, shown.toSorted(new Intl.Collator('nb').compare))
  const byValue = (a: FacetCount, b: FacetCount): number => (a.value < b.value ? -1 : 1)
  assert.deepEqual(sorted.filter(({ count }) => count > 0).toSorted(byValue), expected.toSorted(byValue))
  if (name !== 'year' && name !== 'month') assert.equal(sorted.length, expected.length)
  else {
    const months = sorted.map(({ value }) => {
      const [year = 0, month = 1] = value.split('-').map(Number)
      return name === 'year' ? year : year * 12 + month
    })
    months.forEach((month, i) => {
      assert.ok(i === 0 || month === months[i - 1]! + 1)
    })
    assert.ok(sorted.length === 0 || (sorted[0]!.count > 0 && sorted.at(-1)!.count > 0))
  }
}

t.test('example', async (t) => {
  const index = await buildGeneration([
    { id: 'a', text: 'a', source: 'VG', tags: ['sport'], publishedAt: '2019-12-31T23:30:00-05:00' },
    { id: 'b', text: 'b', source: 'NRK', tags: ['kultur', 'sport'], publishedAt: '2020-01-01' },
    { id: 'c', text: 'c', source: 'nrk' }
  ])
  t.same(countFacets(index, [0, 1, 2], ['source', 'tag', 'year', 'month'], { size: 2, sort: 'count' }), {
    source: [
      { value: 'NRK', count: 2 },
      { value: 'VG', count: 1 }
    ],
    tag: [
      { value: 'sport', count: 2 },
      { value: 'kultur', count: 1 }
    ],
    year: [
      { value: '2019', count: 1 },
      { value: '2020', count: 1 }
    ],
    month: [
      { value: '2019-12', count: 1 },
      { value: '2020-01', count: 1 }
    ]
  })
  t.same(countFacets(index, [2], ['tag', 'year'], { size: 10, sort: 'value' }), { tag: [], year: [] })
  t.same(countFacets(index, [0], [], { size: 10, sort: 'count' }), {})
})

t.test('a timeline, and who is quoted', async (t) => {
  const said = '– Vi vant kampen i dag, sier Kari Moe.'
  const index = await buildGeneration(
    [
      { id: 'a', text: `${said} Per Lie kom.`, publishedAt: '2019-11-30' },
      { id: 'b', text: `${said}\n\n${said}`, publishedAt: '2020-02-01' },
      { id: 'c', text: 'Kari Moe kom.' }
    ],
    { findNames: listedNames({ 'Kari Moe': 'person', 'Per Lie': 'person' }) }
  )
  const values = { size: 1000, sort: 'value' } as const
  t.same(countFacets(index, [0, 1, 2], ['month', 'year', 'speaker'], values), {
    month: [
      { value: '2019-11', count: 1 },
      { value: '2019-12', count: 0 },
      { value: '2020-01', count: 0 },
      { value: '2020-02', count: 1 }
    ],
    year: [
      { value: '2019', count: 1 },
      { value: '2020', count: 1 }
    ],
    speaker: [{ value: 'person:kari-moe', label: 'Kari Moe', count: 2 }]
  })
  t.same(countFacets(index, [0, 1], ['month'], { size: 2, sort: 'value' }).month?.length, 2)
})
