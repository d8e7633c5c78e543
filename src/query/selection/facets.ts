import { LANGUAGES } from '../../articles/article.js'
import { ENTITY_TYPES, type EntityType } from '../../entities/entity-type.js'
import { annotationsOf } from '../../segment/annotations/annotations.js'
import { FACET_FIELDS } from '../../fields.js'
import type { FactColumn, Facts } from '../../segment/articles/facts.js'
import { isoDay } from '../../structures/dates.js'
import type { Generation } from '../../segment/generation.js'

/** In the order that the documents name them in: the source, the dates, the other fields, entities. */
export const FACETS = [
  ...FACET_FIELDS.slice(0, 1),
  'language',
  'year',
  'month',
  ...FACET_FIELDS.slice(1),
  ...ENTITY_TYPES
] as const
export type FacetName = (typeof FACETS)[number]

/** How many articles of a result have a value. */
export interface FacetCount {
  readonly value: string
  /** The name of an entity, whose id is the value. */
  readonly label?: string
  readonly count: number
}

export type Facets = Partial<Record<FacetName, readonly FacetCount[]>>

/**
 * The `size` most frequent values of each facet over the articles; equal counts by value (entities: by mentions).
 * Absent facts do not count.
 */
export const countFacets = (
  generation: Generation,
  articles: readonly number[],
  names: readonly FacetName[],
  size: number
): Facets => {
  const ofEntities = countEntities(generation, articles, names.filter(isEntityFacet), size)
  const counted = (name: FacetName): readonly FacetCount[] =>
    isEntityFacet(name)
      ? ofEntities[name]!
      : mostFrequent(countValues(generation.segment.facts, name, { articles, size }), size)
  return Object.fromEntries(names.map((name) => [name, counted(name)]))
}

const isEntityFacet = (name: string): name is EntityType => (ENTITY_TYPES as readonly string[]).includes(name)

interface Counted {
  readonly articles: readonly number[]
  /** So many of the most frequent values are wanted; the others may be left out. */
  readonly size: number
}

const countValues = (
  facts: Facts,
  name: Exclude<FacetName, EntityType>,
  { articles, size }: Counted
): FacetCount[] => {
  if (name === 'language') return countBy(articles, facts.languages, (language) => LANGUAGES[language]!)
  if (name === 'year') return countDates(facts, articles, YEAR_CHARACTERS)
  if (name === 'month') return countDates(facts, articles, MONTH_CHARACTERS)
  return countListed(facts.listed[name], articles, size)
}

/** At least the `size` most frequent values. The names of rarer ones are not decoded. */
const countListed = (column: FactColumn, articles: readonly number[], size: number): FacetCount[] => {
  const counts = column.count(articles)
  const least = counts.slice().sort().at(-size) ?? 1
  return Array.from(counts.keys())
    .filter((value) => counts[value]! >= Math.max(1, least))
    .map((value) => ({ value: column.name(value), count: counts[value]! }))
}

const YEAR_CHARACTERS = '2019'.length
const MONTH_CHARACTERS = '2019-11'.length

/** By the first characters of the stated day. */
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

/**
 * The `size` entities of each type that most of the articles mention; of equal ones those with most mentions in the
 * collection.
 */
const countEntities = (
  generation: Generation,
  articles: readonly number[],
  types: readonly EntityType[],
  size: number
): Partial<Record<EntityType, FacetCount[]>> => {
  if (types.length === 0) return {}
  const { entities } = annotationsOf(generation)
  const counts = entities.count(articles)
  const most = new Map(types.map((type) => [type, [] as number[]]))
  // The more frequent ones come first, so the best are soon found, and the others need one comparison.
  for (let entity = 0; entity < counts.length; entity++) {
    const count = counts[entity]!
    const best = count > 0 ? most.get(entities.type(entity)) : undefined
    if (best === undefined || (best.length === size && counts[best.at(-1)!]! >= count)) continue
    if (best.length === size) best.pop()
    const place = best.findIndex((other) => counts[other]! < count)
    best.splice(place < 0 ? best.length : place, 0, entity)
  }
  return Object.fromEntries(
    Array.from(most, ([type, best]) => [
      type,
      best.map((entity) => ({
        value: entities.id(entity),
        label: entities.name(entity),
        count: counts[entity]!
      }))
    ])
  )
}
