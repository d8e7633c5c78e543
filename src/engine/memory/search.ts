import { parseQuery } from '../../query/language/parser.js'
import { makePlan } from '../../query/planning/make-plan.js'
import { countFacets } from '../../query/selection/facets.js'
import { explain } from '../../ranking/explain.js'
import { prepareRanking, rank, rankingWarnings } from '../../ranking/rank.js'
import type { Generation } from '../../segment/generation.js'
import { snippetReader } from '../../snippets/article-snippets.js'
import { titleMarker } from '../../snippets/title.js'
import type { Hit, SearchAnswer, SearchRequest } from '../questions.js'
import { collapseCopies } from './collapse.js'
import { queryAnswer } from './query-answer.js'
import { selectArticles } from './select.js'

/**
 * A whole search: query → plan → articles → ranking → snippets. Reads one generation, so it is consistent in itself.
 */
export const search = (generation: Generation, request: SearchRequest): SearchAnswer => {
  const plan = makePlan(generation, parseQuery(request.q), request)
  const { relaxed, warnings, ...selection } = selectArticles(generation, plan, request)
  const collapsed = request.collapse === true ? collapseCopies(generation, selection.articles) : undefined
  const { articles } = collapsed ?? selection
  const { sort, offset, size } = request
  const ranking = prepareRanking(generation, plan)
  const ranked = rank(ranking, articles, { sort, offset, count: offset + size })
  const snippetsOf = snippetReader(generation, plan, request.snippets)
  const markTitle = titleMarker(generation, plan)
  const hits = ranked.map((one) => {
    const facts = generation.segment.articles.facts(one.article)
    return {
      ...facts,
      ...markTitle?.(one.article, facts.title),
      score: one.score,
      ...copiesAnswer(generation, collapsed?.copiesOf(one.article) ?? []),
      snippets: snippetsOf(one.article),
      ...(request.explain && { explanation: explain(ranking, one) })
    }
  })
  return {
    query: queryAnswer(generation, plan, request.q, {
      relaxed,
      warnings: sort === 'relevance' ? [...warnings, ...rankingWarnings(ranking, articles)] : warnings
    }),
    total: articles.length,
    hits,
    facets: countFacets(generation, articles, request.facets, {
      size: request.facetSize,
      sort: request.facetSort
    })
  }
}

const copiesAnswer = ({ segment }: Generation, copies: readonly number[]): Pick<Hit, 'copies'> =>
  copies.length === 0
    ? {}
    : { copies: { count: copies.length, ids: copies.map((copy) => segment.articles.id(copy)) } }
