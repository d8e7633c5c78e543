import type { Clause } from '../query/clause.js'
import { askedEntities, type AskedEntities } from '../query/selection/asked-entities.js'
import { annotationsOf } from '../segment/annotations/annotations.js'
import type { Generation } from '../segment/generation.js'
import { Bitset } from '../structures/bitset.js'
import { spanHit, type Hit } from './hit.js'

/**
 * Where an article mentions the entities that a clause asks for (`person:berg`), in the order of the text. Prepared
 * once for a query; undefined for one that asks for none.
 */
export const namedHits = (
  generation: Generation,
  clause: Clause
): ((article: number) => Hit[]) | undefined => {
  const asked = askedEntities(generation, clause)
  if (asked.every((one) => one.entities.length === 0)) return undefined
  const { entities } = annotationsOf(generation)
  /** Made for the first article without words of the query in its text: it may be of a hundred thousand entities. */
  let set: Bitset | undefined
  return (article) => {
    const wanted = (set ??= setOf(asked, entities.size))
    return entities
      .mentions(article)
      .filter(({ entity, credit }) => !credit && wanted.has(entity))
      .map(spanHit)
  }
}

const setOf = (asked: readonly AskedEntities[], size: number): Bitset => {
  const set = new Bitset(size)
  for (const { entities } of asked) for (const entity of entities) set.add(entity)
  return set
}
