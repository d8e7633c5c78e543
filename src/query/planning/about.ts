import { QUERIED_FIELDS } from '../../fields.js'
import type { Clause } from '../clause.js'
import { entityFields, type QueryField } from '../language/ast.js'

/** Fields that say what an article is or is about, and not which words it has. */
export type AboutField = (typeof QUERIED_FIELDS)[number] | (typeof entityFields)[number]

export const isAbout = (field: QueryField | undefined): field is AboutField =>
  field !== undefined && (isListed(field) || isEntity(field))

const isListed = (field: QueryField): field is (typeof QUERIED_FIELDS)[number] =>
  (QUERIED_FIELDS as readonly string[]).includes(field)

const isEntity = (field: QueryField): field is (typeof entityFields)[number] =>
  (entityFields as readonly string[]).includes(field)

/** `source:NRK` is all of the source's name; `person:Solberg` a word of the person's, or several beside each other. */
export const aboutClause = (field: AboutField, value: string, prefix: boolean): Clause => {
  const begins = prefix && { prefix }
  return isListed(field)
    ? { kind: 'fact', fact: field, value, ...begins }
    : { kind: 'entity', type: field, value, ...begins }
}
