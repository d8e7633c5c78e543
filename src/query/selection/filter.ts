import { LANGUAGES } from '../../articles/article.js'
import type { Language } from '../../articles/article.js'
import { articlesNamingId } from './asked-entities.js'
import { FILTER_FIELDS, filterGroups, type ListedField } from '../../fields.js'
import type { Facts } from '../../segment/articles/facts.js'
import { dayOf, instantOf } from '../../structures/dates.js'
import type { Generation } from '../../segment/generation.js'

type ListedFilter = Partial<Readonly<Record<(typeof FILTER_FIELDS)[number], readonly string[] | undefined>>>

/** Which articles a search is limited to. Several values of one fact: any of them; several facts: all of them. */
export interface Filter extends ListedFilter {
  readonly lang?: readonly Language[] | undefined
  /** Ids; all of them. */
  readonly entity?: readonly string[] | undefined
  /** Inclusive, ISO 8601. A date is the calendar day as the article states it; a date-time is an instant. */
  readonly from?: string | undefined
  readonly to?: string | undefined
}

type Test = (article: number) => boolean

/** The articles that pass, in the same order. */
export const filterArticles = (
  generation: Generation,
  articles: readonly number[],
  filter: Filter
): readonly number[] => {
  const { facts } = generation.segment
  const tests = [
    ...languageTest(facts, filter.lang),
    ...FILTER_FIELDS.flatMap((field) => listedTest(facts, field, filter[field])),
    ...(filter.entity ?? []).map((id) => entityTest(generation, id)),
    ...dateTest(facts, filter.from, (published, from) => published >= from),
    ...dateTest(facts, filter.to, (published, to) => published <= to)
  ]
  return tests.length === 0 ? articles : articles.filter((article) => tests.every((test) => test(article)))
}

const languageTest = ({ languages }: Facts, wanted: readonly Language[] | undefined): Test[] => {
  if (wanted === undefined) return []
  const numbers = new Set(wanted.map((language) => LANGUAGES.indexOf(language)))
  return [(article) => numbers.has(languages[article]!)]
}

const listedTest = ({ listed }: Facts, field: ListedField, wanted: readonly string[] | undefined): Test[] => {
  if (wanted === undefined) return []
  return filterGroups(field, wanted).map((group) => {
    const values = listed[field].find(group)
    return (article) => listed[field].hasAny(article, values)
  })
}

const entityTest = (generation: Generation, id: string): Test => {
  const naming = articlesNamingId(generation, id)
  return (article) => naming.has(article)
}

/** Articles without a date pass no test of it: NaN compares false. */
const dateTest = (
  facts: Facts,
  bound: string | undefined,
  holds: (published: number, bound: number) => boolean
): Test[] => {
  if (bound === undefined) return []
  const [column, limit] = bound.includes('T')
    ? [facts.instants, instantOf(bound)]
    : [facts.days, dayOf(bound)]
  return [(article) => holds(column[article]!, limit)]
}
