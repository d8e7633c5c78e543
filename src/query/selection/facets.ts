import { ENTITY_TYPES, type EntityType } from '../../entities/entity-type.js'
import { isoDay, LANGUAGES, type Facts } from '../../segment/articles/facts.js'
import type { SearchIndex } from '../../segment/search-index.js'
import { countEntities, isEntityFacet } from './entity-facets.js'
import type { FacetCount } from './facet-count.js'

export const FACETS = ['source', 'language', 'year', 'month', 'author', 'tag', ...ENTITY_TYPES] as const
export type FacetName = (typeof FACETS)[number]

export type Facets = Partial<Record<FacetName, readonly FacetCount[]>>

/** The `size` most frequent values of each facet over the articles; equal counts by value (entities: by mentions). Absent facts do not count. */
export const countFacets = (
  index: SearchIndex,
  articles: readonly number[],
  names: readonly FacetName[],
  size: number
): Facets => {
  const ofEntities = countEntities(index, articles, names.filter(isEntityFacet), size)
  return Object.fromEntries(
    names.map((name) => [
      name,
      isEntityFacet(name) ? ofEntities[name]! : mostFrequent(countValues(index.facts, name, articles), size)
    ])
  )
}

const countValues = (
  facts: Facts,
  name: Exclude<FacetName, EntityType>,
  articles: readonly number[]
): FacetCount[] => {
  switch (name) {
    case 'language':
      return countBy(articles, facts.languages, (language) => LANGUAGES[language]!)
    case 'year':
      return countDates(facts, articles, 4)
    case 'month':
      return countDates(facts, articles, 7)
    case 'source':
    case 'author':
    case 'tag': {
      const column = facts.listed[name]
      return Array.from(column.count(articles), (count, value) => ({ value: column.name(value), count }))
    }
  }
}

/** By the first characters of the stated day: `2019`, `2019-11`. */
const countDates = ({ days }: Facts, articles: readonly number[], length: number): FacetCount[] =>
  countBy(articles, days, (day) => (Number.isNaN(day) ? undefined : isoDay(day).slice(0, length)))

/** @param nameOf is asked once for each number in the column; several may have one name */
const countBy = (
  articles: readonly number[],
  column: ArrayLike<number>,
  nameOf: (value: number) => string | undefined
): FacetCount[] => {
  const byNumber = new Map<number, number>()
  for (const article of articles) byNumber.set(column[article]!, (byNumber.get(column[article]!) ?? 0) + 1)
  const byName = new Map<string, number>()
  for (const [number, count] of byNumber) {
    const name = nameOf(number)
    if (name !== undefined) byName.set(name, (byName.get(name) ?? 0) + count)
  }
  return Array.from(byName, ([value, count]) => ({ value, count }))
}

const mostFrequent = (counts: readonly FacetCount[], size: number): FacetCount[] =>
  counts
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, size)
