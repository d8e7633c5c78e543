import type { Clause } from '../../../query/clause.js'
import { parseQuery } from '../../../query/language/parser.js'
import type { Plan } from '../../../query/planning/plan.js'
import { isEntityFacet, type FacetName, type Facets } from '../../../query/selection/facets.js'
import { explain } from '../../../ranking/explain.js'
import { CANDIDATES, prepareRanking, rank } from '../../../ranking/rank.js'
import type { Generation } from '../../../segment/generation.js'
import { snippetReader } from '../../../snippets/article-snippets.js'
import { titleMarker } from '../../../snippets/title.js'
import { queryAnswer } from '../../memory/query-answer.js'
import type { Hit, SearchAnswer, SearchRequest } from '../../questions.js'
import { facetAggs, facetsOf, type FacetAggregations } from './facets.js'
import { collapseCopies, type CollapsedQuery } from '../copies/collapse.js'
import { articlesQuery, countArticles, findArticles, type FindOptions, type FoundArticles } from './find.js'
import { countEntityFacets } from '../names/entity-facets.js'
import { lookupIn, overArticles, withPlan, type ClusterPlan, type Served } from '../planning/planning.js'
import type { Query } from '../queries/token-query.js'

/**
 * A whole search: the query is planned with the cluster's words, the cluster finds the best articles, and these are
 * ranked, read and shown as any collection of articles is.
 */
export const search = async (served: Served, request: SearchRequest): Promise<SearchAnswer> => {
  const lookup = lookupIn(served)
  const parsed = parseQuery(request.q)
  const { sort, offset, size, facets, facetSize, facetSort } = request
  const options = { size: facetSize, sort: facetSort }
  const planning = { lookup, parsed, options: request }
  const { relaxed, found, query, copiesOf, isRead } = await withPlan(served, planning, async (planned) => {
    const isRead = sort === 'relevance' && planned.plan.terms.length > 0
    const matched = await findMatching<FacetAggregations>(served, planned, {
      ...request,
      withBest: isRead,
      withNames: asksForNames(planned.plan.clause),
      window: { offset, size },
      aggs: facetAggs(facets, options)
    })
    return { ...matched, isRead }
  })
  const ofEntities = await countEntityFacets(query, facets.filter(isEntityFacet), {
    ...{ served, lookup },
    ...options
  })
  const over = { ...planning, articles: found.articles }
  const first = isRead ? Math.min(offset, CANDIDATES) : 0
  return overArticles(served, over, (generation, plan) => {
    return {
      query: queryAnswer(generation, plan, request.q, { relaxed }),
      total: found.total,
      hits: hitsOf(generation, plan, { ...request, offset: first }).map((hit) => ({
        ...hit,
        ...copiesAnswer(copiesOf(hit.id))
      })),
      facets: inOrder(facets, { ...facetsOf(facets, found.aggregations ?? {}, options), ...ofEntities })
    }
  })
}

/** The facets in the order that was asked for; `facet` stands for those of the user's own. */
const inOrder = (names: readonly FacetName[], facets: Facets): Facets => {
  const others = new Set<string>(names.filter((name) => name !== 'facet'))
  const own = Object.entries(facets).filter(([name]) => !others.has(name))
  const inPlace = names.map((name) => (name === 'facet' ? own : [[name, facets[name]!] as const]))
  return Object.fromEntries(inPlace.flat())
}

/** Does the ranking look at who the articles name? */
const asksForNames = (clause: Clause): boolean => {
  if (clause.kind === 'all' || clause.kind === 'any') return clause.clauses.some(asksForNames)
  return clause.kind === 'entity'
}

const copiesAnswer = (ids: readonly string[]): Pick<Hit, 'copies'> =>
  ids.length === 0 ? {} : { copies: { count: ids.length, ids } }

interface Matched<Aggregations> extends CollapsedQuery {
  readonly relaxed: boolean
  readonly found: FoundArticles<Aggregations>
}

/** What the articles that match are found by; where none has every word and `match` is auto, those with any. */
export const matchingQuery = async (
  served: Served,
  { generation, plan }: ClusterPlan,
  { match, filter, collapse }: Matching
): Promise<{ readonly query: Query; readonly total: number; readonly relaxed: boolean }> => {
  const queryFor = (clause: Plan['clause']): Query => articlesQuery(generation, { clause, filter, keys: [] })
  const counted = async (
    clause: Plan['clause']
  ): Promise<{ readonly query: Query; readonly total: number }> => {
    const { query } = await collapsedWhere(served, queryFor(clause), collapse)
    return { query, total: await countArticles(served, query) }
  }
  const all = await counted(plan.clause)
  if (all.total > 0 || match !== 'auto') return { ...all, relaxed: false }
  const some = await counted(plan.relaxed)
  return { ...some, relaxed: some.total > 0 }
}

type Matching = Pick<SearchRequest, 'match' | 'filter' | 'collapse'>

const collapsedWhere = (
  served: Served,
  query: Query,
  collapse: boolean | undefined
): Promise<CollapsedQuery> | CollapsedQuery =>
  collapse === true ? collapseCopies(served, query) : { query, copiesOf: () => [] }

/** The articles that match; where none has every word and `match` is auto, those with any of them. */
export const findMatching = async <Aggregations>(
  served: Served,
  { generation, plan }: ClusterPlan,
  { match, filter, collapse, ...options }: Matching & FindOptions
): Promise<Matched<Aggregations>> => {
  const find = async (clause: Plan['clause']): Promise<Omit<Matched<Aggregations>, 'relaxed'>> => {
    const query = articlesQuery(generation, { clause, filter, keys: plan.keys })
    const collapsed = await collapsedWhere(served, query, collapse)
    return { ...collapsed, found: await findArticles<Aggregations>(served, collapsed.query, options) }
  }
  const all = await find(plan.clause)
  if (all.found.total > 0 || match !== 'auto') return { relaxed: false, ...all }
  const some = await find(plan.relaxed)
  return some.found.total > 0 ? { relaxed: true, ...some } : { relaxed: false, ...all }
}

/** @param request its offset is that among the articles of the generation */
const hitsOf = (
  generation: Generation,
  plan: Plan,
  { sort, offset, size, snippets, explain: isExplained }: SearchRequest
): Hit[] => {
  const ranking = prepareRanking(generation, plan)
  const articles = generation.segment.all().toArray()
  const snippetsOf = snippetReader(generation, plan, snippets)
  const markTitle = titleMarker(generation, plan)
  return rank(ranking, articles, { sort, offset, count: offset + size }).map((one) => {
    const facts = generation.segment.articles.facts(one.article)
    return {
      ...facts,
      ...markTitle?.(one.article, facts.title),
      score: one.score,
      snippets: snippetsOf(one.article),
      ...(isExplained && { explanation: explain(ranking, one) })
    }
  })
}
