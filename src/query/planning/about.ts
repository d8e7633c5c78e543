import type { EntityType } from '../../entities/entity-type.js'
import type { Clause } from '../../segment/clause.js'
import type { ListedFact } from '../../segment/articles/facts.js'
import type { QueryField } from '../language/ast.js'

const FACTS = ['source', 'author'] as const satisfies readonly ListedFact[]
const ENTITIES = ['person', 'organisation', 'place'] as const satisfies readonly EntityType[]

/** Fields that say what an article is or is about, and not which words it has. */
export type AboutField = (typeof FACTS)[number] | (typeof ENTITIES)[number]

export const isAbout = (field: QueryField | undefined): field is AboutField =>
  ([...FACTS, ...ENTITIES] as readonly (string | undefined)[]).includes(field)

const isFact = (field: AboutField): field is (typeof FACTS)[number] =>
  (FACTS as readonly string[]).includes(field)

/** `source:NRK` is all of the source's name; `person:Solberg` a word of the person's, or several beside each other. */
export const aboutClause = (field: AboutField, value: string, prefix: boolean): Clause => {
  const begins = prefix && { prefix }
  return isFact(field)
    ? { kind: 'fact', fact: field, value, ...begins }
    : { kind: 'entity', type: field, value, ...begins }
}
