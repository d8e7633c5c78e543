import type { SearchBody } from '../search-queue.js'
import type { Lookup } from '../lookup.js'
import type { Served } from '../planning.js'
import { searchAt } from '../point-in-time.js'
import { anyOf, type Query } from '../token-query.js'
import type { EntityRow } from './name-lookup.js'
import { namesIn } from './names-not-ready.js'
import { leastSure } from './sure-counts.js'

/** Different names of a result that are counted; of more the frequent ones are. */
export const MOST_NAMES = 10_000
/** Entities of several names that are counted in one search. */
const COUNTED = 500

/** How many articles of a result name an entity, and how often. */
export interface NamedCount {
  readonly row: EntityRow
  readonly articles: number
  readonly mentions: number
}

export interface CountOptions {
  readonly served: Served
  readonly lookup: Lookup
  /** 0–1: what is less sure does not count. */
  readonly minConfidence?: number | undefined
}

/** Counts who is named in the articles that a query finds, in no particular order. @throws {EngineError} */
export const countNamed = async (query: Query, options: CountOptions): Promise<NamedCount[]> => {
  const { served, minConfidence = 0 } = options
  const least = leastSure(minConfidence)
  const { aggregations } = await served.cluster.search<NamedAnswer>({
    body: {
      ...{ ...searchAt(served.published.pit), query, size: 0, track_total_hits: false },
      aggs: {
        named: {
          nested: { path: 'named' },
          aggs: {
            sure: {
              filter: { range: { 'named.sure': { gte: least } } },
              aggs: {
                keys: { terms: TERMS('named.key'), aggs: { mentions: { sum: { field: 'named.mentions' } } } }
              }
            }
          }
        }
      }
    }
  })
  const { buckets } = aggregations.named.sure.keys
  const groups = await byEntity(buckets, options)
  const articles = await articlesOf(groups, { ...options, query, naming: (keys) => namingQuery(keys, least) })
  return groups.map(({ row, buckets: own }, i) => ({
    row,
    articles: articles[i]!,
    mentions: own.reduce((sum, { mentions }) => sum + mentions.value, 0)
  }))
}

/** How often an entity is quoted in the articles of a result, and in how many. */
export interface SpokenCount {
  readonly row: EntityRow
  readonly articles: number
  readonly direct: number
  readonly reported: number
}

/** Counts who is quoted in the articles that a query finds, in no particular order. @throws {EngineError} */
export const countSpoken = async (query: Query, options: CountOptions): Promise<SpokenCount[]> => {
  const { served, minConfidence = 0 } = options
  const least = leastSure(minConfidence)
  const { aggregations } = await served.cluster.search<SpokenAnswer>({
    body: {
      ...{ ...searchAt(served.published.pit), query, size: 0, track_total_hits: false },
      aggs: {
        said: {
          nested: { path: 'said' },
          aggs: {
            sure: {
              filter: { range: { 'said.sure': { gte: least } } },
              aggs: {
                keys: {
                  terms: TERMS('said.by'),
                  aggs: { kinds: { terms: { field: 'said.kind' } }, articles: { reverse_nested: {} } }
                }
              }
            }
          }
        }
      }
    }
  })
  const buckets = aggregations.said.sure.keys.buckets.map((bucket) => ({
    ...bucket,
    doc_count: bucket.articles.doc_count
  }))
  const groups = await byEntity(buckets, options)
  const articles = await articlesOf(groups, {
    ...options,
    query,
    naming: (keys) => speakingQuery(keys, least)
  })
  return groups.map(({ row, buckets: own }, i) => {
    const ofKind = (kind: string): number =>
      own
        .flatMap(({ kinds }) => kinds.buckets)
        .filter(({ key }) => key === kind)
        .reduce((sum, { doc_count: count }) => sum + count, 0)
    return { row, articles: articles[i]!, direct: ofKind('direct'), reported: ofKind('reported') }
  })
}

/** The articles that name one of these so surely. @param least in hundredths */
export const namingQuery = (keys: readonly string[], least: number): Query =>
  least === 0
    ? { terms: { names: keys } }
    : {
        nested: {
          path: 'named',
          query: {
            bool: { filter: [{ terms: { 'named.key': keys } }, { range: { 'named.sure': { gte: least } } }] }
          }
        }
      }

const speakingQuery = (keys: readonly string[], least: number): Query => ({
  nested: {
    path: 'said',
    query: { bool: { filter: [{ terms: { 'said.by': keys } }, { range: { 'said.sure': { gte: least } } }] } }
  }
})

const TERMS = (field: string): object => ({
  field,
  size: MOST_NAMES,
  shard_size: MOST_NAMES,
  order: [{ _count: 'desc' }, { _key: 'asc' }]
})

interface Bucket {
  readonly key: string
  readonly doc_count: number
}

interface NamedAnswer {
  readonly aggregations: {
    readonly named: {
      readonly sure: {
        readonly keys: {
          readonly buckets: readonly (Bucket & { readonly mentions: { readonly value: number } })[]
        }
      }
    }
  }
}

type SpokenBucket = Bucket & {
  readonly kinds: { readonly buckets: readonly Bucket[] }
  readonly articles: { readonly doc_count: number }
}

interface SpokenAnswer {
  readonly aggregations: {
    readonly said: { readonly sure: { readonly keys: { readonly buckets: readonly SpokenBucket[] } } }
  }
}

interface Group<B extends Bucket> {
  readonly row: EntityRow
  /** Those of its names. */
  readonly buckets: readonly B[]
}

/** Names that nobody has are left out: hidden ones, and those of articles that came after the catalogue. */
const byEntity = async <B extends Bucket>(
  buckets: readonly B[],
  { lookup }: CountOptions
): Promise<Group<B>[]> => {
  const names = namesIn(lookup)
  const rowsOf = ({ key }: B): readonly EntityRow[] | undefined => names.rows('keys', key)
  if (buckets.map(rowsOf).includes(undefined)) await lookup.fetch()
  const groups = new Map<string, { row: EntityRow; buckets: B[] }>()
  for (const bucket of buckets)
    for (const row of rowsOf(bucket) ?? []) {
      const group = groups.get(row.id) ?? { row, buckets: [] }
      group.buckets.push(bucket)
      groups.set(row.id, group)
    }
  return [...groups.values()]
}

interface Exact extends CountOptions {
  readonly query: Query
  readonly naming: (keys: readonly string[]) => Query
}

/** Articles by group: of an entity that has several names in the result, those with any of them are counted. */
const articlesOf = async (
  groups: readonly Group<Bucket>[],
  { served, query, naming }: Exact
): Promise<number[]> => {
  const counts = groups.map(({ buckets }) => buckets[0]!.doc_count)
  const several = groups.flatMap(({ buckets }, i) => (buckets.length > 1 ? i : []))
  const bodies: SearchBody[] = []
  for (let from = 0; from < several.length; from += COUNTED) {
    const filters = several
      .slice(from, from + COUNTED)
      .map((i) => naming(groups[i]!.buckets.map(({ key }) => key)))
    bodies.push({
      body: {
        ...searchAt(served.published.pit),
        ...{ query: allNaming(query, filters), size: 0, track_total_hits: false },
        aggs: { any: { filters: { filters } } }
      }
    })
  }
  const answers = await served.cluster.searches<ExactAnswer>(bodies)
  answers
    .flatMap(({ aggregations }) => aggregations.any.buckets)
    .forEach(({ doc_count: count }, i) => (counts[several[i]!] = count))
  return counts
}

const allNaming = (query: Query, filters: readonly Query[]): Query => ({
  bool: { filter: [query, anyOf(filters)] }
})

interface ExactAnswer {
  readonly aggregations: { readonly any: { readonly buckets: readonly Pick<Bucket, 'doc_count'>[] } }
}
