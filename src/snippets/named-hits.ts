import type { Clause } from '../query/clause.js'
import { annotationsOf } from '../segment/annotations/annotations.js'
import type { Generation } from '../segment/generation.js'
import { spanHit, type Hit } from './hit.js'

/**
 * Where an article mentions the entities that a clause asks for (`person:berg`), in the order of the text. Prepared
 * once for a query; undefined for one that asks for none.
 */
export const namedHits = (
  generation: Generation,
  clause: Clause
): ((article: number) => Hit[]) | undefined => {
  const asked = new Set(entitiesIn(generation, clause))
  if (asked.size === 0) return undefined
  const { entities } = annotationsOf(generation)
  return (article) =>
    entities
      .mentions(article)
      .filter(({ entity, credit }) => !credit && asked.has(entity))
      .map(spanHit)
}

const entitiesIn = (generation: Generation, clause: Clause): number[] => {
  if (clause.kind === 'all' || clause.kind === 'any')
    return clause.clauses.flatMap((one) => entitiesIn(generation, one))
  if (clause.kind !== 'entity') return []
  return annotationsOf(generation).entities.withWordsOfType(clause.type, clause.value, clause.prefix)
}
