import type { SearchBody } from '../connection/search-queue.js'
import type { Lookup } from '../lookup/lookup.js'
import type { Served } from '../planning/planning.js'
import { searchAt } from '../connection/point-in-time.js'
import { anyOf, type Query } from '../queries/token-query.js'
import type { EntityRow } from './name-lookup.js'
import { namesIn } from './names-not-ready.js'
import { leastConfidence } from './confidence-counts.js'

/** Different names of a result that are counted; of more the frequent ones are. */
export const MOST_NAMES = 10_000
/** Entities of several names that are counted in one search. */
const COUNTED = 500

/** How many articles of a result mention an entity, and how often. */
export interface MentionedCount {
  readonly row: EntityRow
  readonly articles: number
  readonly mentions: number
}

export interface CountOptions {
  readonly served: Served
  readonly lookup: Lookup
  /** 0–1: mentions and quotes of less confidence do not count. */
  readonly minConfidence?: number | undefined
}

/** Counts the entities that the articles of a result mention, in no order. @throws {EngineError} */
export const countMentioned = async (query: Query, options: CountOptions): Promise<MentionedCount[]> => {
  const { served, minConfidence = 0 } = options
  const least = leastConfidence(minConfidence)
  const { aggregations } = await served.cluster.search<MentionedAnswer>({
    body: {
      ...{ ...searchAt(served.published.pit), query, size: 0, track_total_hits: false },
      aggs: {
        mentions: {
          nested: { path: 'mentions' },
          aggs: {
            confident: {
              filter: { range: { 'mentions.confidence': { gte: least } } },
              aggs: {
                keys: { terms: TERMS('mentions.key'), aggs: { count: { sum: { field: 'mentions.count' } } } }
              }
            }
          }
        }
      }
    }
  })
  const { buckets } = aggregations.mentions.confident.keys
  const groups = await byEntity(buckets, options)
  const articles = await articlesOf(groups, {
    ...options,
    query,
    containing: (keys) => mentioningQuery(keys, least)
  })
  return groups.map(({ row, buckets: own }, i) => ({
    row,
    articles: articles[i]!,
    mentions: own.reduce((sum, { count }) => sum + count.value, 0)
  }))
}

/** How often an entity is quoted in the articles of a result, and in how many. */
export interface SpeakerCount {
  readonly row: EntityRow
  readonly articles: number
  readonly direct: number
  readonly reported: number
}

/** Counts the entities that the articles of a result quote, in no order. @throws {EngineError} */
export const countSpeakers = async (query: Query, options: CountOptions): Promise<SpeakerCount[]> => {
  const { served, minConfidence = 0 } = options
  const least = leastConfidence(minConfidence)
  const { aggregations } = await served.cluster.search<SpeakerAnswer>({
    body: {
      ...{ ...searchAt(served.published.pit), query, size: 0, track_total_hits: false },
      aggs: {
        quotes: {
          nested: { path: 'quotes' },
          aggs: {
            confident: {
              filter: { range: { 'quotes.confidence': { gte: least } } },
              aggs: {
                keys: {
                  terms: TERMS('quotes.speaker'),
                  aggs: { kinds: { terms: { field: 'quotes.kind' } }, articles: { reverse_nested: {} } }
                }
              }
            }
          }
        }
      }
    }
  })
  const buckets = aggregations.quotes.confident.keys.buckets.map((bucket) => ({
    ...bucket,
    doc_count: bucket.articles.doc_count
  }))
  const groups = await byEntity(buckets, options)
  const articles = await articlesOf(groups, {
    ...options,
    query,
    containing: (keys) => quotingQuery(keys, least)
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

/** The articles that mention one of these names. @param least confidence, in hundredths */
export const mentioningQuery = (keys: readonly string[], least: number): Query =>
  least === 0
    ? { terms: { names: keys } }
    : {
        nested: {
          path: 'mentions',
          query: {
            bool: {
              filter: [
                { terms: { 'mentions.key': keys } },
                { range: { 'mentions.confidence': { gte: least } } }
              ]
            }
          }
        }
      }

const quotingQuery = (keys: readonly string[], least: number): Query => ({
  nested: {
    path: 'quotes',
    query: {
      bool: {
        filter: [{ terms: { 'quotes.speaker': keys } }, { range: { 'quotes.confidence': { gte: least } } }]
      }
    }
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

interface MentionedAnswer {
  readonly aggregations: {
    readonly mentions: {
      readonly confident: {
        readonly keys: {
          readonly buckets: readonly (Bucket & { readonly count: { readonly value: number } })[]
        }
      }
    }
  }
}

type SpeakerBucket = Bucket & {
  readonly kinds: { readonly buckets: readonly Bucket[] }
  readonly articles: { readonly doc_count: number }
}

interface SpeakerAnswer {
  readonly aggregations: {
    readonly quotes: { readonly confident: { readonly keys: { readonly buckets: readonly SpeakerBucket[] } } }
  }
}

interface Group<B extends Bucket> {
  readonly row: EntityRow
  /** Those of its names. */
  readonly buckets: readonly B[]
}

/** Names of no entity are left out: hidden ones, and those of articles that came after the catalogue. */
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

interface ExactCount extends CountOptions {
  readonly query: Query
  readonly containing: (keys: readonly string[]) => Query
}

/** Articles by group: of an entity that has several names in the result, those with any of them are counted. */
const articlesOf = async (
  groups: readonly Group<Bucket>[],
  { served, query, containing }: ExactCount
): Promise<number[]> => {
  const counts = groups.map(({ buckets }) => buckets[0]!.doc_count)
  const several = groups.flatMap(({ buckets }, i) => (buckets.length > 1 ? i : []))
  const bodies: SearchBody[] = []
  for (let from = 0; from < several.length; from += COUNTED) {
    const filters = several
      .slice(from, from + COUNTED)
      .map((i) => containing(groups[i]!.buckets.map(({ key }) => key)))
    bodies.push({
      body: {
        ...searchAt(served.published.pit),
        ...{ query: allContaining(query, filters), size: 0, track_total_hits: false },
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

const allContaining = (query: Query, filters: readonly Query[]): Query => ({
  bool: { filter: [query, anyOf(filters)] }
})

interface ExactAnswer {
  readonly aggregations: { readonly any: { readonly buckets: readonly Pick<Bucket, 'doc_count'>[] } }
}
