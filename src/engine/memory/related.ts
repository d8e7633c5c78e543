import type { EntityType } from '../../entities/entity-type.js'
import { annotationsOf } from '../../segment/annotations/annotations.js'
import { npmi, rounded } from './npmi.js'
import type { Page, PageRequest, RelatedEntity } from '../questions.js'
import type { Generation } from '../../segment/generation.js'

/** The entities that are named beside an entity, those that keep closest to it first. */
export const relatedEntities = (
  generation: Generation,
  entity: number,
  { type, offset, size }: PageRequest & { readonly type?: readonly EntityType[] | undefined }
): Page<RelatedEntity> => {
  const { entities } = annotationsOf(generation)
  const own = entities.articles(entity)
  const counts = entities.count(own)
  const related: { readonly other: number; readonly strength: number }[] = []
  counts.forEach((count, other) => {
    if (count === 0 || other === entity || !(type?.includes(entities.type(other)) ?? true)) return
    const strength =
      discount(count) *
      npmi(count, own.length, entities.articles(other).length, generation.statistics.articles)
    related.push({ other, strength })
  })
  related.sort((a, b) => b.strength - a.strength || counts[b.other]! - counts[a.other]! || a.other - b.other)
  const items = related.slice(offset, offset + size).map(({ other, strength }) => ({
    id: entities.id(other),
    type: entities.type(other),
    name: entities.name(other),
    count: counts[other]!,
    strength: rounded(strength)
  }))
  return { total: related.length, items }
}

/** Two that met in a single article may have met by chance (after Pantel and Ravichandran 2004). */
const discount = (count: number): number => count / (count + 1)
