// - a facet counts each article of the result once for each of its values, as a naive count does
// - the most frequent values come first, equal ones in order of the value, equal entities by mentions; no more than
//   asked for, none with no article
// - an absent fact does not count; years and months are those of the stated day

import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { byField, FIELD_NAMES, FIELDS, valuesOf as statedIn } from '../../src/fields.js'
import { annotationsOf } from '../../src/segment/annotations/annotations.js'
import { buildGeneration } from '../segment/build.js'
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
        const { entities } = annotationsOf(index)
        const result = Array.from(articles.keys()).filter((article) => article <= last)
        const mentioned = (type: EntityType, article: number): Set<string> =>
          new Set(
            entities.mentions(article).flatMap(({ entity }) => {
              const id = entities.id(entity)
              return id.startsWith(type) ? id : []
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
          month: (article) => [articles[article]!.publishedAt?.slice(0, 7) ?? []].flat(),
          person: (article) => mentioned('person', article),
          organisation: (article) => mentioned('organisation', article),
          place: (article) => mentioned('place', article),
          product: (article) => mentioned('product', article),
          event: (article) => mentioned('event', article)
        }
        // The first spelling in the collection is the one that is shown.
        for (const article of articles.keys()) {
          valuesOf.source(article)
          valuesOf.author(article)
        }
        const facets = countFacets(index, result, FACETS, size)
        for (const name of FACETS) {
          const counts = new Map<string, number>()
          for (const article of result)
            for (const value of valuesOf[name](article)) counts.set(value, (counts.get(value) ?? 0) + 1)
          const expected = [...counts]
            .sort(([a, n], [b, m]) => m - n || orderOf(a, b))
            .slice(0, size)
            .map(([value, count]) => ({ value, ...labelOf(value), count }))
          assert.deepEqual(facets[name], expected, name)
        }
      }
    )
  )
})

t.test('example', async (t) => {
  const index = await buildGeneration([
    { id: 'a', text: 'a', source: 'VG', tags: ['sport'], publishedAt: '2019-12-31T23:30:00-05:00' },
    { id: 'b', text: 'b', source: 'NRK', tags: ['kultur', 'sport'], publishedAt: '2020-01-01' },
    { id: 'c', text: 'c', source: 'nrk' }
  ])
  t.same(countFacets(index, [0, 1, 2], ['source', 'tag', 'year', 'month'], 2), {
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
  t.same(countFacets(index, [2], ['tag', 'year'], 10), { tag: [], year: [] })
  t.same(countFacets(index, [0], [], 10), {})
})
