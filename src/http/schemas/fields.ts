import { z } from 'zod'
import { byNearness, nearestOf } from '../../structures/nearest.js'
import { severalOf, shown } from './values.js'

/** The properties that name an answer: they always come. */
const NAMING = ['id', 'articleId']

/** The parameter with the names of the properties that are answered with. @param item what is answered with */
export const fieldsOf = (item: z.ZodObject) => {
  const known = Object.keys(item.shape)
  const name = item.meta()?.id ?? 'Item'
  const always = known.find((field) => NAMING.includes(field))
  const field = z
    .enum(known, { error: ({ input }) => unknownField(String(input), known) })
    .meta({ id: `${name}Field`, description: `A property of \`${name}\`.` })
  return severalOf(field)
    .describe(
      `Which properties of each \`${name}\` to answer with, to keep the answer small; all of them by default.` +
        (always === undefined ? '' : ` \`${always}\` is always included.`)
    )
    .meta(shown(known.slice(0, 2)))
}

/** `"titel" is not a field here; did you mean "title"?` */
const unknownField = (given: string, known: readonly string[]): string => {
  const nearest = nearestOf(given, known)
  const name = `"${given.slice(0, 100)}" is not a field here`
  return nearest === undefined
    ? `${name}; the fields are, nearest first: ${byNearness(given, known).join(', ')}`
    : `${name}; did you mean "${nearest}"?`
}

/**
 * What `fields` leaves of an answer. Its type stays that of the whole; in the OpenAPI document what may be left out is
 * not required (`openapi/fields.ts`).
 *
 * @param fields absent: all
 */
export const selectFields = (fields: readonly string[] | undefined): (<T extends object>(answer: T) => T) => {
  if (fields === undefined) return (answer) => answer
  const kept = new Set([...fields, ...NAMING])
  return <T extends object>(answer: T) =>
    Object.fromEntries(Object.entries(answer).filter(([name]) => kept.has(name))) as T
}

/** Of a schema in the OpenAPI document: the properties that come whatever `fields` says. */
export const isAlwaysThere = (property: string): boolean => NAMING.includes(property)
