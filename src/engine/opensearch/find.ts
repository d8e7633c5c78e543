import type { Clause, WeightedKey } from '../../query/clause.js'
import type { Filter } from '../../query/selection/filter.js'
import type { Sort } from '../../ranking/rank.js'
import { CANDIDATES } from '../../ranking/rank.js'
import { highestImpact } from '../../segment/postings/bm25f.js'
import { LEVELS, type PostingKey } from '../../segment/postings/postings.js'
import type { Vocabulary } from '../../segment/words/vocabulary.js'
import type { Generation } from '../../segment/generation.js'
import { clauseQuery, nameOfKey } from './clause-query.js'
import { columns } from './columns.js'
import type { SearchBody } from './search-queue.js'
import { filterQueries } from './filter-query.js'
import { searchAt } from './point-in-time.js'
import { RESULT_WINDOW } from './layout.js'
import type { Served } from './planning.js'
import { articleKey, type RememberedArticle } from './article-memory.js'
import type { StoredArticle } from './stored-article.js'
import { decodeStated } from './stated.js'
import { decodeReading } from './stored-reading.js'
import { allOf, type Query } from './token-query.js'

/** What articles are looked for by. */
export interface Wanted {
  readonly clause: Clause
  readonly filter: Filter
  /** What they are scored by. */
  readonly keys: readonly WeightedKey[]
}

/** Places in the order of the articles: from, and to before. */
export interface Window {
  readonly offset: number
  readonly size: number
}

/** A stored article as it was read, in the order in which it was found. */
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
  /** What the articles tell of names too. */
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
    ...{ query, sort: ORDERS[sort], ...searchAt(served.published.pit), ...NAMED },
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
  const rest =
    size > 0 && isDeep
      ? await walkTo<FoundHit>(served.cluster, { body: order }, { offset: from, size })
      : (second?.hits.hits ?? [])
  const hits = [...first!.hits.hits, ...rest]
  const articles = await readArticles(served, hits)
  return {
    total: first!.hits.total.value,
    articles: articles.map(({ named, bare }) => (withNames ? named : bare)),
    scores: hits.map(({ _score }) => _score ?? 0),
    aggregations: first!.aggregations
  }
}

/** The articles that were found, those that are not remembered read from the cluster. @throws {EngineError} */
const readArticles = async (
  { cluster, published, articles: memory }: Served,
  hits: readonly FoundHit[]
): Promise<readonly RememberedArticle[]> => {
  const keys = hits.map(({ fields: { id, hash } }) => articleKey(published.articlesIndex, id[0], hash[0]))
  const known = keys.map((key) => memory.get(key))
  const missing = hits.flatMap(({ fields }, i) => (known[i] === undefined ? fields.id[0] : []))
  if (missing.length === 0) return known as readonly RememberedArticle[]
  const read = await readFromCluster({ cluster, published }, missing)
  return hits.map(({ fields }, i) => {
    const article = known[i] ?? read.get(fields.id[0])!
    if (known[i] === undefined) memory.set(keys[i]!, article)
    return article
  })
}

const readFromCluster = async (
  { cluster, published }: Pick<Served, 'cluster' | 'published'>,
  ids: readonly string[]
): Promise<ReadonlyMap<string, RememberedArticle>> => {
  const query = { bool: { filter: [{ terms: { id: ids } }] } }
  const size = { size: ids.length, track_total_hits: false }
  const body = { ...searchAt(published.pit), query, ...size, ...KEPT }
  const [answer] = await cluster.searches<Kept>([{ body }])
  return new Map(answer!.hits.hits.map(articleIn).map((one) => [one.bare.article.id, one]))
}

/** The number of articles that match. @throws {EngineError} */
export const countArticles = async ({ cluster, published }: Served, query: Query): Promise<number> => {
  const body = { ...searchAt(published.pit), query, size: 0, track_total_hits: true }
  const { hits } = await cluster.search<Hits<never>>({ body })
  return hits.total.value
}

/** Articles by their ids, in the order of these; with what they tell of names. @throws {EngineError} */
export const articlesWithIds = async (
  served: Served,
  ids: readonly string[]
): Promise<readonly StoredArticle[]> => {
  if (ids.length === 0) return []
  const read = await readFromCluster(served, ids)
  return ids.map((id) => read.get(id)!.named)
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
export const articleNamed = async (
  { cluster, published }: Served,
  id: string
): Promise<StoredArticle | undefined> => {
  const by = (field: 'id' | 'aliases'): SearchBody => ({
    body: {
      ...searchAt(published.pit),
      query: { bool: { filter: [{ term: { [field]: id } }] } },
      size: 2,
      ...KEPT
    }
  })
  const [own, aliased] = await cluster.searches<Kept>([by('id'), by('aliases')])
  const [found, ...others] = own!.hits.hits.length > 0 ? own!.hits.hits : aliased!.hits.hits
  if (found === undefined || others.length > 0) return undefined
  return articleIn(found).named
}

/** The cluster sums up in 32 bits. */
const ROUNDING = 1e-6

/** What of an article tells whether it is remembered. */
const NAMED = columns('id', 'hash')

/** What is read of one. */
const KEPT = columns('stated', 'reading', 'told')

const NOTHING_KEPT = columns()

const articleIn = ({ fields: { stated, reading, told } }: KeptHit): RememberedArticle => {
  const bare = { article: decodeStated(stated[0]), reading: decodeReading(reading[0]) }
  return { bare, named: { ...bare, ...(told !== undefined && { told: told[0] }) } }
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

interface Kept {
  readonly hits: { readonly hits: readonly KeptHit[] }
}

interface KeptHit {
  readonly fields: {
    readonly stated: readonly [string]
    readonly reading: readonly [string]
    readonly told?: readonly [string]
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
export const articlesQuery = (generation: Generation, { clause, filter, keys }: Wanted): Query => ({
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

/** What is searched in a total order: `index` where no point in time is in the body. */
export interface OrderedSearch {
  readonly index?: string
  /** With a query and a total order. */
  readonly body: Readonly<Record<string, unknown>>
}

/** Goes along the order to places further down than the cluster counts off, as far as there are any. */
export const walkTo = async <Hit extends Sorted>(
  cluster: Served['cluster'],
  search: OrderedSearch,
  { offset, size }: Window
): Promise<readonly Hit[]> => {
  const passing = { ...search, body: { ...search.body, ...NOTHING_KEPT } }
  let after: readonly unknown[] | undefined
  for (let at = 0; at < offset;) {
    const step = Math.min(RESULT_WINDOW, offset - at)
    const page = await stepOf<Hit>(cluster, passing, { size: step, after })
    if (page.length < step) return []
    after = page.at(-1)!.sort
    at += step
  }
  return stepOf(cluster, search, { size, after })
}

/** The next ones in an order. @param after the `sort` of the last one before */
export const stepOf = async <Hit extends Sorted>(
  cluster: Served['cluster'],
  { body, ...where }: OrderedSearch,
  { size, after }: { readonly size: number; readonly after: readonly unknown[] | undefined }
): Promise<readonly Hit[]> => {
  const { hits } = await cluster.search<{ readonly hits: { readonly hits: readonly Hit[] } }>({
    ...where,
    body: {
      ...body,
      ...{ size, track_total_hits: false },
      ...(after !== undefined && { search_after: after })
    }
  })
  return hits.hits
}

interface Sorted {
  readonly sort: readonly unknown[]
}
