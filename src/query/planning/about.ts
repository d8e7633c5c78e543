import { FIELDS_BY_WORD, QUERIED_FIELDS } from '../../fields.js'
import type { Clause } from '../clause.js'
import { ENTITY_FIELDS, type QueryField } from '../language/ast.js'

/** Fields that say what an article is or is about, and not which words it has. */
export type AboutField = (typeof QUERIED_FIELDS)[number] | (typeof ENTITY_FIELDS)[number]

export const isAbout = (field: QueryField | undefined): field is AboutField =>
  field !== undefined && (isListed(field) || isEntity(field))

const isListed = (field: QueryField): field is (typeof QUERIED_FIELDS)[number] =>
  (QUERIED_FIELDS as readonly string[]).includes(field)

const isEntity = (field: QueryField): field is (typeof ENTITY_FIELDS)[number] =>
  (ENTITY_FIELDS as readonly string[]).includes(field)

/** How a value is meant: `person:berg`, `person:"Kari Berg"`, `person:ber*`. */
export type ValueForm = 'words' | 'whole' | 'prefix'

/**
 * `person:berg` and `author:berg` are some words of a name, beside each other; `person:"Kari Berg"` is all of it, and
 * so is `source:NRK`.
 */
export const aboutClause = (field: AboutField, value: string, form: ValueForm): Clause => {
  const begins = form === 'prefix' && { prefix: true }
  if (!isListed(field))
    return { kind: 'entity', type: field, value, ...begins, ...(form === 'whole' && { whole: true }) }
  const isByWord = form !== 'whole' && FIELDS_BY_WORD.includes(field)
  return { kind: 'fact', fact: field, value, ...begins, ...(isByWord && { words: true }) }
}
