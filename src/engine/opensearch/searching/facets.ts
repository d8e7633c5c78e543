import { FIELDS, valuesOf, type ListedField } from '../../../fields.js'
import type { FacetCount, FacetOptions } from '../../../query/selection/facet-count.js'
import {
  inFacetOrder,
  inOwnFacets,
  isEntityFacet,
  type FacetName,
  type Facets
} from '../../../query/selection/facets.js'
import { factKey } from '../../../segment/articles/facts.js'
import type { Article } from '../../../segment/read-article.js'

/** Different values of a facet that are counted exactly; of more the frequent ones are. */
const MOST_VALUES = 10_000

/** What the cluster counts of a result. */
export type FacetAggregations = Readonly<Record<string, { readonly buckets: readonly Bucket[] }>>

interface Bucket {
  readonly key: string
  readonly doc_count: number
  /** An article that states the value, which shows how it is spelt. */
  readonly shown?: { readonly hits: { readonly hits: readonly { readonly _source: { article: Article } }[] } }
}

/** Facets of entities are counted by themselves: see `countEntityFacets`. */
export const facetAggs = (names: readonly FacetName[], options: FacetOptions): Record<string, object> => {
  return Object.fromEntries(
    names
      .filter((name) => !isEntityFacet(name))
      .map((name) => {
        // In the order of values all are needed: the cluster's order of letters is none of Norwegian.
        const size = options.sort === 'value' || name === 'facet' ? MOST_VALUES : options.size
        const terms = {
          field: name,
          size,
          shard_size: MOST_VALUES,
          order: [{ _count: 'desc' }, { _key: 'asc' }]
        }
        return [name, { terms, ...(listedKey(name) && { aggs: { shown: SPELLING } }) }]
      })
  )
}

const SPELLING = {
  top_hits: { size: 1, sort: [{ id: 'asc' }], _source: FIELDS.map(({ key }) => `article.${key}`) }
}

export const facetsOf = (
  names: readonly FacetName[],
  aggregations: FacetAggregations,
  options: FacetOptions
): Facets =>
  Object.assign(
    {},
    ...names
      .filter((name) => !isEntityFacet(name))
      .map((name): Facets => {
        const counts = aggregations[name]!.buckets.map((bucket): FacetCount => ({
          value: spelling(name, bucket),
          count: bucket.doc_count
        }))
        return name === 'facet'
          ? inOwnFacets(counts, options)
          : { [name]: inFacetOrder(name, counts, options) }
      })
  ) as Facets

const spelling = (name: FacetName, { key, shown }: Bucket): string => {
  const stated = listedKey(name)
  const article = shown?.hits.hits[0]?._source.article
  if (stated === undefined || article === undefined) return key
  return valuesOf(article, stated).find((value) => factKey(value) === key) ?? key
}

const listedKey = (name: FacetName): (typeof FIELDS)[number]['key'] | undefined =>
  FIELDS.find((field) => field.name === (name as ListedField))?.key
