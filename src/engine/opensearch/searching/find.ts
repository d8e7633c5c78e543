import type { Clause, WeightedKey } from '../../../query/clause.js'
import type { Filter } from '../../../query/selection/filter.js'
import type { Sort } from '../../../ranking/rank.js'
import { CANDIDATES } from '../../../ranking/rank.js'
import { highestImpact } from '../../../segment/postings/bm25f.js'
import { LEVELS, type PostingKey } from '../../../segment/postings/postings.js'
import type { Vocabulary } from '../../../segment/words/vocabulary.js'
import type { Generation } from '../../../segment/generation.js'
import { clauseQuery, nameOfKey } from '../queries/clause-query.js'
import { columns } from '../connection/columns.js'
import type { SearchBody } from '../connection/search-queue.js'
import { filterQueries } from '../queries/filter-query.js'
import { searchAt } from '../connection/point-in-time.js'
import { RESULT_WINDOW } from '../layout/layout.js'
import type { Served } from '../planning/planning.js'
import { articleKey, type CachedArticle } from '../reading/article-cache.js'
import type { StoredArticle } from '../reading/stored-article.js'
import { decodeArticle } from '../layout/article-json.js'
import { decodeReading } from '../layout/stored-reading.js'
import { allOf, type Query } from '../queries/token-query.js'
import { pageAt, type Window } from './paging.js'

/** Which articles are searched for. */
export interface WantedArticles {
  readonly clause: Clause
  readonly filter: Filter
  /** Scores them. */
  readonly keys: readonly WeightedKey[]
}

/** The articles that were found, in their order. */
export interface FoundArticles<Aggregations> {
  readonly total: number
  /** The best ones, as far as they are asked for; those of the window come behind them. */
  readonly articles: readonly StoredArticle[]
  /** What each of them was found with; 0 where they were looked for in an order of dates. */
  readonly scores: readonly number[]
  readonly aggregations: Aggregations | undefined
}

export interface FindOptions {
  readonly sort: Sort
  readonly window: Window
  /** The best ones too, which are ranked anew: by close reading. */
  readonly withBest: boolean
  /** With the articles' annotations. */
  readonly withNames?: boolean
  readonly aggs?: Readonly<Record<string, object>>
  /** Articles with a lower score are none of those. */
  readonly leastScore?: number
}

/**
 * Finds articles in the cluster by what stands in its index: the best by the sum of idf times impact, or the newest or
 * oldest.
 *
 * @throws {EngineError}
 */
export const findArticles = async <Aggregations>(
  served: Served,
  query: Query,
  { sort, window, withBest, withNames = false, aggs, leastScore }: FindOptions
): Promise<FoundArticles<Aggregations>> => {
  const best = withBest ? CANDIDATES : 0
  const from = Math.max(window.offset, best)
  const size = Math.max(0, window.offset + window.size - from)
  const order = {
    ...{ query, sort: ORDERS[sort], ...searchAt(served.published.pit), ...IDENTITY_COLUMNS },
    ...(leastScore !== undefined && { min_score: leastScore * (1 - ROUNDING) })
  }
  const isDeep = from + size > RESULT_WINDOW
  const bodies: SearchBody[] = [
    {
      body: {
        ...order,
        ...{ size: best, track_total_hits: true },
        ...(aggs !== undefined && { aggs })
      }
    },
    ...(size > 0 && !isDeep ? [{ body: { ...order, from, size, track_total_hits: false } }] : [])
  ]
  const [first, second] = await served.cluster.searches<Hits<Aggregations>>(bodies)
  const further =
    size > 0 && isDeep
      ? await pageAt<FoundHit>(served.cluster, { body: order }, { offset: from, size })
      : (second?.hits.hits ?? [])
  const hits = [...first!.hits.hits, ...further]
  const articles = await readArticles(served, hits)
  return {
    total: first!.hits.total.value,
    articles: articles.map((one) => (withNames ? one.withAnnotations : one.withoutAnnotations)),
    scores: hits.map(({ _score }) => _score ?? 0),
    aggregations: first!.aggregations
  }
}

/** The articles of hits, from the cache or else from the cluster. @throws {EngineError} */
const readArticles = async (
  { cluster, published, articles: cache }: Served,
  hits: readonly FoundHit[]
): Promise<readonly CachedArticle[]> => {
  const keys = hits.map(({ fields: { id, hash } }) => articleKey(published.articlesIndex, id[0], hash[0]))
  const known = keys.map((key) => cache.get(key))
  const missing = hits.flatMap(({ fields }, i) => (known[i] === undefined ? fields.id[0] : []))
  if (missing.length === 0) return known as readonly CachedArticle[]
  const read = await readFromCluster({ cluster, published }, missing)
  return hits.map(({ fields }, i) => {
    const article = known[i] ?? read.get(fields.id[0])!
    if (known[i] === undefined) cache.set(keys[i]!, article)
    return article
  })
}

const readFromCluster = async (
  { cluster, published }: Pick<Served, 'cluster' | 'published'>,
  ids: readonly string[]
): Promise<ReadonlyMap<string, CachedArticle>> => {
  const query = { bool: { filter: [{ terms: { id: ids } }] } }
  const size = { size: ids.length, track_total_hits: false }
  const body = { ...searchAt(published.pit), query, ...size, ...ARTICLE_COLUMNS }
  const [answer] = await cluster.searches<StoredHits>([{ body }])
  return new Map(answer!.hits.hits.map(articleIn).map((one) => [one.withoutAnnotations.article.id, one]))
}

/** The number of articles that match. @throws {EngineError} */
export const countArticles = async ({ cluster, published }: Served, query: Query): Promise<number> => {
  const body = { ...searchAt(published.pit), query, size: 0, track_total_hits: true }
  const { hits } = await cluster.search<Hits<never>>({ body })
  return hits.total.value
}

/** Articles by their ids, in the order of these, with their annotations. @throws {EngineError} */
export const articlesWithIds = async (
  served: Served,
  ids: readonly string[]
): Promise<readonly StoredArticle[]> => {
  if (ids.length === 0) return []
  const read = await readFromCluster(served, ids)
  return ids.map((id) => read.get(id)!.withAnnotations)
}

/** Those of some ids that articles have; no article is read. @throws {EngineError} */
export const existingIds = async (
  { cluster, published }: Served,
  ids: readonly string[]
): Promise<ReadonlySet<string>> => {
  const query = { bool: { filter: [{ terms: { id: ids } }] } }
  const size = { size: ids.length, track_total_hits: false }
  const { hits } = await cluster.search<Pick<Hits<never>, 'hits'>>({
    body: { ...searchAt(published.pit), query, ...size, ...columns('id') }
  })
  return new Set(hits.hits.map(({ fields }) => fields.id[0]))
}

/** One by its id, or by an id that it had, where that leads to one alone. @throws {EngineError} */
export const articleWithId = async (
  { cluster, published }: Served,
  id: string
): Promise<StoredArticle | undefined> => {
  const by = (field: 'id' | 'aliases'): SearchBody => ({
    body: {
      ...searchAt(published.pit),
      query: { bool: { filter: [{ term: { [field]: id } }] } },
      size: 2,
      ...ARTICLE_COLUMNS
    }
  })
  const [own, aliased] = await cluster.searches<StoredHits>([by('id'), by('aliases')])
  const [found, ...others] = own!.hits.hits.length > 0 ? own!.hits.hits : aliased!.hits.hits
  if (found === undefined || others.length > 0) return undefined
  return articleIn(found).withAnnotations
}

/** The cluster sums up in 32 bits. */
const ROUNDING = 1e-6

/** The key of an article in the cache. */
const IDENTITY_COLUMNS = columns('id', 'hash')

/** The columns of an article. */
const ARTICLE_COLUMNS = columns('articleJson', 'reading', 'annotations')

const articleIn = ({ fields: { articleJson, reading, annotations } }: StoredHit): CachedArticle => {
  const withoutAnnotations = { article: decodeArticle(articleJson[0]), reading: decodeReading(reading[0]) }
  return {
    withoutAnnotations,
    withAnnotations: {
      ...withoutAnnotations,
      ...(annotations !== undefined && { encodedAnnotations: annotations[0] })
    }
  }
}

interface Hits<Aggregations> {
  readonly hits: { readonly total: { readonly value: number }; readonly hits: readonly FoundHit[] }
  readonly aggregations?: Aggregations
}

interface FoundHit {
  readonly _score?: number | null
  readonly fields: { readonly id: readonly [string]; readonly hash: readonly [string] }
  readonly sort: readonly unknown[]
}

interface StoredHits {
  readonly hits: { readonly hits: readonly StoredHit[] }
}

interface StoredHit {
  readonly fields: {
    readonly articleJson: readonly [string]
    readonly reading: readonly [string]
    readonly annotations?: readonly [string]
  }
}

/** Total orders: articles without a date come last in both; equal ones newest first, then by id. */
export const ORDERS: Readonly<Record<Sort, readonly object[]>> = {
  relevance: [{ _score: 'desc' }, { instant: { order: 'desc', missing: '_last' } }, { id: 'asc' }],
  newest: [{ instant: { order: 'desc', missing: '_last' } }, { id: 'asc' }],
  oldest: [{ instant: { order: 'asc', missing: '_last' } }, { id: 'asc' }]
}

/** What `impactAt` makes of a level is so many times the value that the index has of it, `2 × level + 1`. */
const IMPACT_UNIT = highestImpact() / (2 * LEVELS)

/**
 * The articles that match a clause and pass a filter, each with the sum of idf times impact as its score.
 *
 * @param generation in whose numbers the clause is
 * @throws {EngineError}
 */
export const articlesQuery = (generation: Generation, { clause, filter, keys }: WantedArticles): Query => ({
  bool: {
    filter: [allOf([clauseQuery(generation, clause), ...filterQueries(generation, filter)])],
    should: keys
      .filter(({ weight }) => weight > 0)
      .map(({ key, weight }) => impactQuery(generation.vocabulary, key, weight))
  }
})

/** The articles under a key, with `weight` times its impact as their score. */
export const impactQuery = (vocabulary: Vocabulary, key: PostingKey, weight: number): Query => ({
  rank_feature: {
    field: `impacts.${nameOfKey(vocabulary, key)}`,
    linear: {},
    boost: weight * IMPACT_UNIT
  }
})
