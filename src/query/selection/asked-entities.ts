import { annotationsOf } from '../../segment/annotations/annotations.js'
import type { Generation } from '../../segment/generation.js'
import type { Clause, EntityClause } from '../clause.js'

/** What a query asks for by a field: `person:berg`, with the entities of that name. */
export interface AskedEntities {
  readonly clause: EntityClause
  readonly entities: ReadonlySet<number>
}

/** The entities that a clause asks for, by field; not the excluded ones. */
export const askedEntities = (generation: Generation, clause: Clause): AskedEntities[] => {
  if (clause.kind === 'all' || clause.kind === 'any')
    return clause.clauses.flatMap((one) => askedEntities(generation, one))
  if (clause.kind !== 'entity') return []
  const { entities } = annotationsOf(generation)
  return [{ clause, entities: new Set(entities.withWordsOfType(clause.type, clause.value, clause)) }]
}
