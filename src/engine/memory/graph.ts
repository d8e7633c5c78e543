import { parseQuery } from '../../query/language/parser.js'
import { makePlan } from '../../query/planning/make-plan.js'
import { annotationsOf } from '../../segment/annotations/annotations.js'
import type { EntityIndex } from '../../segment/annotations/entity-index.js'
import { countMentions } from '../../segment/annotations/mention-counts.js'
import type { Generation } from '../../segment/generation.js'
import { top } from '../../structures/top.js'
import type { Graph, GraphEdge, GraphRequest } from '../questions.js'
import { selectCounted } from './collapse.js'
import { npmi, rounded } from './npmi.js'
import { queryAnswer } from './query-answer.js'

/** The names that most articles of a result have, and which of them stand in the same articles. */
export const drawGraph = (generation: Generation, request: GraphRequest): Graph => {
  const { entities } = annotationsOf(generation)
  const plan = makePlan(generation, parseQuery(request.q), request)
  const { articles, ...selection } = selectCounted(generation, plan, request)
  const counts = countMentions(entities, articles)
  const named: number[] = []
  counts.articles.forEach((count, entity) => {
    if (count > 0 && (request.type?.includes(entities.type(entity)) ?? true)) named.push(entity)
  })
  const order = (a: number, b: number): number =>
    counts.articles[b]! - counts.articles[a]! || counts.mentions[b]! - counts.mentions[a]! || a - b
  const nodes = top(named, request.size, order)
  return {
    query: queryAnswer(generation, plan, request.q, selection),
    total: articles.length,
    nodes: nodes.map((entity) => ({
      id: entities.id(entity),
      type: entities.type(entity),
      name: entities.name(entity),
      articles: counts.articles[entity]!,
      mentions: counts.mentions[entity]!
    })),
    edges: edgesBetween(entities, nodes, articles)
  }
}

/** Those that most articles draw come first. */
const edgesBetween = (
  entities: EntityIndex,
  nodes: readonly number[],
  articles: readonly number[]
): GraphEdge[] => {
  const both = countPairs(entities, nodes, articles)
  const pairs = nodes.flatMap((_, one) =>
    nodes.slice(0, one).flatMap((_, other) => {
      const count = both[one * nodes.length + other]!
      return count === 0 ? [] : { one, other, count }
    })
  )
  const own = (node: number): number => both[node * nodes.length + node]!
  return pairs
    .map(({ one, other, count }) => ({
      source: entities.id(nodes[other]!),
      target: entities.id(nodes[one]!),
      articles: count,
      strength: rounded(npmi(count, own(one), own(other), articles.length))
    }))
    .sort((a, b) => b.articles - a.articles || b.strength - a.strength)
}

/** Articles by pair of nodes, `size` × `size`, the later one first; of a node with itself those that name it. */
const countPairs = (
  entities: EntityIndex,
  nodes: readonly number[],
  articles: readonly number[]
): Uint32Array => {
  const size = nodes.length
  const both = new Uint32Array(size * size)
  const nodeOf = new Int32Array(entities.size).fill(-1)
  nodes.forEach((entity, node) => (nodeOf[entity] = node))
  const here: number[] = []
  for (const article of articles) {
    here.length = 0
    for (const entity of entities.entities(article)) if (nodeOf[entity]! >= 0) here.push(nodeOf[entity]!)
    for (const one of here) for (const other of here) if (other <= one) both[one * size + other]!++
  }
  return both
}
