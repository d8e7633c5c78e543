import { LANGUAGES } from '../../articles/article.js'
import { FACET_FIELDS, facetOf } from '../../fields.js'
import type { FactColumn, Facts } from '../../segment/articles/facts.js'
import { isoDay } from '../../structures/dates.js'
import type { Generation } from '../../segment/generation.js'
import type { FacetCount, FacetOptions } from './facet-count.js'
import { countEntities, ENTITY_FACETS, type EntityFacet } from './entity-facets.js'

/** In the order that the documents name them in: the source, the dates, the other fields, entities, who is quoted. */
export const FACETS = [
  ...FACET_FIELDS.slice(0, 1),
  'language',
  'year',
  'month',
  ...FACET_FIELDS.slice(1),
  ...ENTITY_FACETS
] as const
export type FacetName = (typeof FACETS)[number]

/** By `FacetName`, and those of the user's own by their names. */
export type Facets = Readonly<Record<string, readonly FacetCount[]>>

/**
 * The first `size` values of each facet over the articles: the most frequent ones, equal counts by value (entities: by
 * mentions); or by value (entities: by name), where years and months that no article has stand between the first and
 * the last of those that some have. Absent facts do not count.
 */
export const countFacets = (
  generation: Generation,
  articles: readonly number[],
  names: readonly FacetName[],
  options: FacetOptions
): Facets => {
  const ofEntities = countEntities(generation, articles, names.filter(isEntityFacet), options)
  const { facts } = generation.segment
  const counted = (name: FacetName): Facets => {
    if (isEntityFacet(name)) return { [name]: ofEntities[name]! }
    if (name === 'facet')
      return inOwnFacets(countListed(facts.listed.facet, { articles, ...options, size: Infinity }), options)
    return { [name]: inFacetOrder(name, countValues(facts, name, { articles, ...options }), options) }
  }
  return Object.assign({}, ...names.map(counted)) as Facets
}

/** The values of the field `facet`, as a facet under each of their names. */
export const inOwnFacets = (counts: readonly FacetCount[], options: FacetOptions): Facets => {
  const groups = new Map<string, FacetCount[]>()
  for (const { value, count } of counts) {
    const name = facetOf(value)
    const one = { value: name === undefined ? value : value.slice(name.length + 1), count }
    const group = name ?? 'facet'
    groups.set(group, [...(groups.get(group) ?? []), one])
  }
  if (groups.size === 0) return { facet: [] }
  return Object.fromEntries(
    [...groups].map(([name, values]) => [name, inFacetOrder('facet', values, options)] as const)
  )
}

export const isEntityFacet = (name: FacetName): name is EntityFacet =>
  (ENTITY_FACETS as readonly string[]).includes(name)

const { compare } = new Intl.Collator('nb')

/** The first values of a facet, in the order that is asked for. */
export const inFacetOrder = (
  name: FacetName,
  counts: readonly FacetCount[],
  { size, sort }: FacetOptions
): readonly FacetCount[] => {
  const found = counts.filter(({ count }) => count > 0)
  if (sort === 'count')
    return found.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)).slice(0, size)
  const sorted = found.sort((a, b) => compare(a.value, b.value) || (a.value < b.value ? -1 : 1))
  return (name === 'year' || name === 'month' ? withGaps(sorted, size) : sorted).slice(0, size)
}

/** Years or months in order, with those between them that no article has. @param size so many are enough */
const withGaps = (counts: readonly FacetCount[], size: number): FacetCount[] => {
  const filled: FacetCount[] = []
  for (const one of counts) {
    for (let next = after(filled); next < one.value && filled.length < size; next = after(filled))
      filled.push({ value: next, count: 0 })
    filled.push(one)
  }
  return filled
}

/** The year or the month after the last of a list: `2019-12` → 2020-01; behind all others where there is none. */
const after = (counts: readonly FacetCount[]): string => {
  const last = counts.at(-1)?.value
  if (last === undefined) return '\uffff'
  const [year, month] = last.split('-').map(Number) as [number, number?]
  const yearText = (number: number): string => String(number).padStart(YEAR_CHARACTERS, '0')
  if (month === undefined) return yearText(year + 1)
  return month === 12 ? `${yearText(year + 1)}-01` : `${yearText(year)}-${String(month + 1).padStart(2, '0')}`
}

interface Counted extends FacetOptions {
  readonly articles: readonly number[]
}

/** Values beyond the first `size` may be left out. */
const countValues = (
  facts: Facts,
  name: Exclude<FacetName, EntityFacet>,
  counted: Counted
): readonly FacetCount[] => {
  const { articles } = counted
  if (name === 'language') return countBy(articles, facts.languages, (language) => LANGUAGES[language]!)
  if (name === 'year') return countDates(facts, articles, YEAR_CHARACTERS)
  if (name === 'month') return countDates(facts, articles, MONTH_CHARACTERS)
  return countListed(facts.listed[name], counted)
}

/** Where the most frequent values are wanted, the names of rarer ones are not decoded. */
const countListed = (column: FactColumn, { articles, size, sort }: Counted): FacetCount[] => {
  const counts = column.count(articles)
  const least = sort === 'count' && size < counts.length ? counts.slice().sort().at(-size)! : 1
  return Array.from(counts.keys())
    .filter((value) => counts[value]! >= Math.max(1, least))
    .map((value) => ({ value: column.name(value), count: counts[value]! }))
}

const YEAR_CHARACTERS = '2019'.length
const MONTH_CHARACTERS = '2019-11'.length

/** By the first characters of the stated day; a year alone has no month. */
const countDates = (
  { days, dayCharacters }: Facts,
  articles: readonly number[],
  length: number
): FacetCount[] => {
  const dated = articles.filter((article) => dayCharacters[article]! >= length)
  return countBy(dated, days, (day) => isoDay(day).slice(0, length))
}

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
