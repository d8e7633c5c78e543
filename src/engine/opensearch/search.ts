import { parseQuery } from '../../query/language/parser.js'
import { didYouMean } from '../../query/planning/corrections.js'
import { listExpansions } from '../../query/planning/expansions.js'
import type { Plan } from '../../query/planning/plan.js'
import { explain } from '../../ranking/explain.js'
import { CANDIDATES, prepareRanking, rank } from '../../ranking/rank.js'
import type { Generation } from '../../segment/generation.js'
import { snippetReader } from '../../snippets/article-snippets.js'
import { titleMarker } from '../../snippets/title.js'
import { EngineError } from '../engine.js'
import type { Hit, SearchAnswer, SearchRequest } from '../questions.js'
import { facetAggs, facetsOf, type FacetAggregations } from './facets.js'
import { articlesQuery, countArticles, findArticles, type FindOptions, type FoundArticles } from './find.js'
import { lookupIn, overArticles, planQuery, type ClusterPlan, type Served } from './planning.js'
import type { Query } from './token-query.js'

/**
 * A whole search: the query is planned with the cluster's words, the cluster finds the best articles, and these are
 * ranked, read and shown as any collection of articles is.
 */
export const search = async (served: Served, request: SearchRequest): Promise<SearchAnswer> => {
  if (request.collapse === true) throw withoutCopies()
  const lookup = lookupIn(served)
  const parsed = parseQuery(request.q)
  const planned = await planQuery(served, lookup, parsed, request)
  const { sort, offset, size, facets, facetSize, facetSort } = request
  const options = { size: facetSize, sort: facetSort }
  const isRead = sort === 'relevance' && planned.plan.terms.length > 0
  const { relaxed, found } = await findMatching<FacetAggregations>(served, planned, {
    ...request,
    withBest: isRead,
    window: { offset, size },
    aggs: facetAggs(facets, options)
  })
  const over = { lookup, parsed, options: request, articles: found.articles }
  const first = isRead ? Math.min(offset, CANDIDATES) : 0
  return overArticles(served, over, (generation, plan) => {
    const corrected = didYouMean(request.q, plan.corrections)
    return {
      query: {
        terms: plan.terms.map((term) => {
          const expansions = listExpansions(generation, term)
          return { text: term.text, term: term.term, ...(expansions.length > 0 && { expansions }) }
        }),
        relaxed,
        warnings: plan.warnings,
        ...(corrected !== undefined && { didYouMean: corrected })
      },
      total: found.total,
      hits: hitsOf(generation, plan, { ...request, offset: first }),
      facets: facetsOf(facets, found.aggregations ?? {}, options)
    }
  })
}

const withoutCopies = (): EngineError =>
  new EngineError(
    'not-answered',
    'The engine on OpenSearch does not tell which articles are nearly the same text: ask without collapse.'
  )

type Matching = FindOptions & Pick<SearchRequest, 'match' | 'filter'>

/** The articles that match; where none has every word and `match` is auto, those with any of them. */
export const findMatching = async <Aggregations>(
  served: Served,
  { generation: { vocabulary }, plan }: ClusterPlan,
  { match, filter, ...options }: Matching
): Promise<{ readonly relaxed: boolean; readonly found: FoundArticles<Aggregations> }> => {
  const queryFor = (clause: Plan['clause']): Query =>
    articlesQuery(vocabulary, { clause, filter, keys: plan.keys })
  const found = await findArticles<Aggregations>(served, queryFor(plan.clause), options)
  if (found.total > 0 || match !== 'auto') return { relaxed: false, found }
  const relaxed = queryFor(plan.relaxed)
  if ((await countArticles(served, relaxed)) === 0) return { relaxed: false, found }
  return { relaxed: true, found: await findArticles<Aggregations>(served, relaxed, options) }
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
