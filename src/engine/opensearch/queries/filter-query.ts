import { FILTER_FIELDS, filterGroups } from '../../../fields.js'
import type { Filter } from '../../../query/selection/filter.js'
import type { Generation } from '../../../segment/generation.js'
import { factKey } from '../../../segment/articles/facts.js'
import { dayOf, instantOf } from '../../../structures/dates.js'
import { mentionQuery } from './clause-query.js'
import type { Query } from './token-query.js'

/** What a filter asks for, each a query that is not scored. @throws {NotAnnotatedError} for entities */
export const filterQueries = (
  generation: Pick<Generation, 'annotations'>,
  { lang, entity, from, to, ...listed }: Filter
): Query[] => {
  return [
    ...(entity ?? []).map((id) => mentionQuery(generation, id)),
    ...(lang === undefined ? [] : [{ terms: { language: lang } }]),
    ...FILTER_FIELDS.flatMap((field) => {
      const values = listed[field]
      return filterGroups(field, values ?? []).flatMap((group) =>
        group.length === 0 ? [] : [{ terms: { [field]: group.map(factKey) } }]
      )
    }),
    ...dateQuery(from, 'gte'),
    ...dateQuery(to, 'lte')
  ]
}

/** A date is the calendar day as the article states it; a date-time is an instant. */
const dateQuery = (bound: string | undefined, side: 'gte' | 'lte'): Query[] => {
  if (bound === undefined) return []
  const [column, limit] = bound.includes('T')
    ? (['instant', instantOf(bound)] as const)
    : (['day', dayOf(bound)] as const)
  return [{ range: { [column]: { [side]: limit } } }]
}
