import { annotationsOf } from '../../segment/annotations/annotations.js'
import type { EntityIndex } from '../../segment/annotations/entity-index.js'
import type { Generation } from '../../segment/generation.js'
import { Bitset } from '../../structures/bitset.js'
import type { Clause, EntityClause } from '../clause.js'

/** What a query asks for by a field: `person:berg`, with the entities of that name. */
export interface AskedEntities {
  readonly clause: EntityClause
  /** Those with most mentions first. */
  readonly entities: readonly number[]
}

/** The entities that a clause asks for, by field; not the excluded ones. */
export const askedEntities = (generation: Generation, clause: Clause): AskedEntities[] => {
  if (clause.kind === 'all' || clause.kind === 'any')
    return clause.clauses.flatMap((one) => askedEntities(generation, one))
  if (clause.kind !== 'entity') return []
  return [{ clause, entities: entitiesFor(generation, clause) }]
}

interface Found {
  readonly among: EntityIndex
  readonly found: readonly number[]
}

/** The articles that name any of these entities. */
export const articlesNaming = (
  generation: Pick<Generation, 'segment' | 'annotations'>,
  entities: readonly number[]
): Bitset => {
  const index = annotationsOf(generation).entities
  const naming = new Bitset(generation.segment.size)
  for (const entity of entities) for (const article of index.articles(entity)) naming.add(article)
  return naming
}

/** The articles that name the entity with an id; none where there is no such entity. */
export const articlesNamingId = (
  generation: Pick<Generation, 'segment' | 'annotations'>,
  id: string
): Bitset => {
  const entity = annotationsOf(generation).entities.find(id)
  return articlesNaming(generation, entity === undefined ? [] : [entity])
}

/** What was looked for, by clauses, each of which is of one query: selection, ranking and snippets ask for it. */
const latest = new WeakMap<EntityClause, Found>()

/** The entities that have what a clause asks for as a name, those with most mentions first. */
export const entitiesFor = (
  generation: Pick<Generation, 'annotations'>,
  clause: EntityClause
): readonly number[] => {
  const { entities: among } = annotationsOf(generation)
  const known = latest.get(clause)
  if (known?.among === among) return known.found
  const found = among.withWordsOfType(clause.type, clause.value, clause)
  latest.set(clause, { among, found })
  return found
}
