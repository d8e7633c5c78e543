import { ENTITY_TYPES } from '../../entities/entity-type.js'
import { annotationsOf } from '../../segment/annotations/annotations.js'
import { countSpeakers } from '../../segment/annotations/speaker-counts.js'
import type { Generation } from '../../segment/generation.js'
import { top } from '../../structures/top.js'
import type { FacetCount, FacetOptions } from './facet-count.js'

/** Facets whose values are entities: those of a type that articles name, and those whose words are in them. */
export const ENTITY_FACETS = [...ENTITY_TYPES, 'speaker'] as const
export type EntityFacet = (typeof ENTITY_FACETS)[number]

/** The first `size` entities of each facet, with how many of the articles name or quote them. */
export const countEntities = (
  generation: Generation,
  articles: readonly number[],
  names: readonly EntityFacet[],
  { size, sort }: FacetOptions
): Partial<Record<EntityFacet, FacetCount[]>> => {
  if (names.length === 0) return {}
  const annotations = annotationsOf(generation)
  const { entities } = annotations
  const isNamed = names.some((name) => name !== 'speaker')
  const named = isNamed ? entities.count(articles) : new Uint32Array()
  const facetOf = (name: EntityFacet): FacetCount[] => {
    const counts = name === 'speaker' ? countSpeakers(annotations, articles).articles : named
    const counted: number[] = []
    for (let entity = 0; entity < counts.length; entity++)
      if (counts[entity]! > 0 && (name === 'speaker' || entities.type(entity) === name)) counted.push(entity)
    const order = sort === 'value' ? byName : (a: number, b: number) => counts[b]! - counts[a]! || a - b
    return top(counted, size, order).map((entity) => ({
      value: entities.id(entity),
      label: entities.name(entity),
      count: counts[entity]!
    }))
  }
  const byName = (a: number, b: number): number => entities.alphabetic(a) - entities.alphabetic(b)
  return Object.fromEntries(names.map((name) => [name, facetOf(name)]))
}
