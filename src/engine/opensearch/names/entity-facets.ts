import type { FacetCount, FacetOptions } from '../../../query/selection/facet-count.js'
import type { EntityFacet } from '../../../query/selection/entity-facets.js'
import type { Facets } from '../../../query/selection/facets.js'
import type { Query } from '../queries/token-query.js'
import { countMentioned, countSpeakers, type CountOptions } from './count-entities.js'
import { byMentions, type EntityRow } from './name-lookup.js'

interface Counted {
  readonly row: EntityRow
  readonly articles: number
}

/** The first `size` entities of each facet, with how many of the articles that a query finds name or quote them. */
export const countEntityFacets = async (
  query: Query,
  names: readonly EntityFacet[],
  { size, sort, ...options }: CountOptions & FacetOptions
): Promise<Facets> => {
  const mentioned = names.some((name) => name !== 'speaker') ? await countMentioned(query, options) : []
  const speakers = names.includes('speaker') ? await countSpeakers(query, options) : []
  const order = sort === 'value' ? byName : byCount
  const facetOf = (name: EntityFacet): FacetCount[] =>
    (name === 'speaker' ? speakers : mentioned.filter(({ row }) => row.type === name))
      .toSorted(order)
      .slice(0, size)
      .map(({ row, articles }) => ({ value: row.id, label: row.name, count: articles }))
  return Object.fromEntries(names.map((name) => [name, facetOf(name)]))
}

const byName = (a: Counted, b: Counted): number =>
  a.row.collationKey < b.row.collationKey
    ? -1
    : a.row.collationKey > b.row.collationKey
      ? 1
      : byMentions(a.row, b.row)

const byCount = (a: Counted, b: Counted): number => b.articles - a.articles || byMentions(a.row, b.row)
