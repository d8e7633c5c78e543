import type { EntityType } from '../../entities/entity-type.js'
import type { EntityIndex } from '../../segment/annotations/entity-index.js'
import { annotationsOf } from '../../segment/annotations/annotations.js'
import { discount, npmi, rounded } from './npmi.js'
import type { Page, PageRequest, RelatedEntity } from '../questions.js'
import type { Generation } from '../../segment/generation.js'

interface RelatedRequest extends PageRequest {
  readonly type?: readonly EntityType[] | undefined
  /** 0–1: articles that name either with less are left out. */
  readonly minConfidence?: number | undefined
}

/** The entities that are named beside an entity, those that keep closest to it first. */
export const relatedEntities = (
  generation: Generation,
  entity: number,
  { type, offset, size, minConfidence = 0 }: RelatedRequest
): Page<RelatedEntity> => {
  const { entities } = annotationsOf(generation)
  const { own, counts } = meetings(entities, entity, minConfidence)
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

/** The articles that name an entity, and in how many of them each entity is named. */
const meetings = (
  entities: EntityIndex,
  entity: number,
  minConfidence: number
): { readonly own: Uint32Array; readonly counts: Uint32Array } => {
  const all = entities.articles(entity)
  if (minConfidence === 0) return { own: all, counts: entities.count(all) }
  const own = all.filter((article) => entities.isSurelyIn(article, entity, minConfidence))
  const counts = new Uint32Array(entities.size)
  for (const article of own)
    for (const other of entities.entities(article))
      if (entities.isSurelyIn(article, other, minConfidence)) counts[other]!++
  return { own, counts }
}
