import { ENTITY_TYPES, type EntityType } from '../../entities/entity-type.js'
import { annotationsOf } from '../../segment/annotations/annotations.js'
import type { SearchIndex } from '../../segment/search-index.js'
import type { FacetCount } from './facet-count.js'

export const isEntityFacet = (name: string): name is EntityType =>
  (ENTITY_TYPES as readonly string[]).includes(name)

/** The `size` entities of each type that most of the articles mention; of equal ones those with most mentions in the collection. */
export const countEntities = (
  index: SearchIndex,
  articles: readonly number[],
  types: readonly EntityType[],
  size: number
): Partial<Record<EntityType, FacetCount[]>> => {
  if (types.length === 0) return {}
  const { entities } = annotationsOf(index)
  const counts = entities.count(articles)
  const most = new Map(types.map((type) => [type, [] as number[]]))
  // The more frequent ones come first, so the best are soon found, and the others need one comparison.
  for (let entity = 0; entity < counts.length; entity++) {
    const count = counts[entity]!
    const best = count > 0 ? most.get(entities.type(entity)) : undefined
    if (best === undefined || (best.length === size && counts[best.at(-1)!]! >= count)) continue
    if (best.length === size) best.pop()
    const place = best.findIndex((other) => counts[other]! < count)
    best.splice(place < 0 ? best.length : place, 0, entity)
  }
  return Object.fromEntries(
    Array.from(most, ([type, best]) => [
      type,
      best.map((entity) => ({
        value: entities.id(entity),
        label: entities.name(entity),
        count: counts[entity]!
      }))
    ])
  )
}
