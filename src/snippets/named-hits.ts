import type { Clause } from '../query/clause.js'
import { askedEntities } from '../query/selection/asked-entities.js'
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
  const asked = new Set(askedEntities(generation, clause).flatMap((one) => [...one.entities]))
  if (asked.size === 0) return undefined
  const { entities } = annotationsOf(generation)
  return (article) =>
    entities
      .mentions(article)
      .filter(({ entity, credit }) => !credit && asked.has(entity))
      .map(spanHit)
}
