import { parseQuery } from '../../../query/language/parser.js'
import { npmi, rounded } from '../../memory/npmi.js'
import { queryAnswer } from '../../memory/query-answer.js'
import type { Graph, GraphEdge, GraphRequest } from '../../questions.js'
import { lookupIn, planQuery, type Served } from '../planning/planning.js'
import { searchAt } from '../connection/point-in-time.js'
import { matchingQuery } from '../searching/search.js'
import type { Query } from '../queries/token-query.js'
import { countMentioned, mentioningQuery, type MentionedCount } from './count-entities.js'
import { byMentions } from './name-lookup.js'
import { namesIn } from './names-not-ready.js'

/**
 * The names that most articles of a result have, and which of them stand in the same articles.
 *
 * @throws {EngineError}
 */
export const drawGraph = async (served: Served, request: GraphRequest): Promise<Graph> => {
  const lookup = lookupIn(served)
  namesIn(lookup)
  const planned = await planQuery(served, lookup, parseQuery(request.q), request)
  const { query, total, relaxed } = await matchingQuery(served, planned, request)
  const counted = await countMentioned(query, { served, lookup })
  const nodes = counted
    .filter(({ row }) => request.type?.includes(row.type) ?? true)
    .sort((a, b) => b.articles - a.articles || b.mentions - a.mentions || byMentions(a.row, b.row))
    .slice(0, request.size)
  const edges = await edgesBetween(served, query, { nodes, total })
  return {
    query: queryAnswer(planned.generation, planned.plan, request.q, { relaxed }),
    total,
    nodes: nodes.map(({ row: { id, type, name }, articles, mentions }) => ({
      id,
      type,
      name,
      articles,
      mentions
    })),
    edges
  }
}

interface GraphNodes {
  readonly nodes: readonly MentionedCount[]
  /** Articles in the result. */
  readonly total: number
}

/** Those that most articles draw come first. */
const edgesBetween = async (
  served: Served,
  query: Query,
  { nodes, total }: GraphNodes
): Promise<GraphEdge[]> => {
  const both = await countPairs(served, query, nodes)
  return nodes
    .flatMap((one, i) =>
      nodes.slice(0, i).flatMap((other, j): GraphEdge[] => {
        const count = both(j, i)
        if (count === 0) return []
        const strength = rounded(npmi(count, one.articles, other.articles, total))
        return [{ source: other.row.id, target: one.row.id, articles: count, strength }]
      })
    )
    .sort((a, b) => b.articles - a.articles || b.strength - a.strength)
}

/** How many articles of a result name two nodes, for all pairs of them in one search. */
const countPairs = async (
  { cluster, published }: Served,
  query: Query,
  nodes: readonly MentionedCount[]
): Promise<(before: number, node: number) => number> => {
  if (nodes.length < 2) return () => 0
  const filters = Object.fromEntries(
    nodes.map(({ row }, node) => [nameOfNode(node), mentioningQuery(row.keys, 0)] as const)
  )
  const { aggregations } = await cluster.search<Pairs>({
    body: {
      ...searchAt(published.pit),
      ...{ query, size: 0, track_total_hits: false },
      aggs: { pairs: { adjacency_matrix: { filters } } }
    }
  })
  const counts = new Map(aggregations.pairs.buckets.map((one) => [one.key, one.doc_count] as const))
  return (before, node) => counts.get(`${nameOfNode(before)}&${nameOfNode(node)}`) ?? 0
}

/** The cluster names a pair in the order of its names. */
const nameOfNode = (node: number): string => String(node).padStart(3, '0')

interface Pairs {
  readonly aggregations: {
    readonly pairs: { readonly buckets: readonly { readonly key: string; readonly doc_count: number }[] }
  }
}
