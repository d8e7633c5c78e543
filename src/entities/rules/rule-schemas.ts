import { z } from 'zod'
import { parseId } from '../name-key.js'
import { ENTITY_TYPES } from '../entity-type.js'

const id = z.string('must be an entity id').transform((text, context) => {
  const parsed = parseId(text)
  if (parsed !== undefined) return parsed
  const types = ENTITY_TYPES.join(', ')
  context.addIssue(
    `"${text}" is no entity id: write <type>:<name>, with one of ${types}, as in person:kari-nordmann`
  )
  return z.NEVER
})

const name = z
  .string('must be a text')
  .trim()
  .min(1, 'must not be empty')
  .max(100, 'must be at most 100 characters')

const listOf = <T extends z.ZodType>(item: T) => z.array(item, 'must be a list').min(1, 'must not be empty')

const rule = <Shape extends z.ZodRawShape>(shape: Shape) => {
  const keys = Object.keys(shape).join(', ')
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `has no key ${issue.keys.map((key) => `"${key}"`).join(', ')}: the keys are ${keys}`
        : `must be written with the keys ${keys}`
  })
}

/** One rule under each heading of `entities.yaml`. */
export const RULES = {
  /** All of `from` are `into`; their ids answer with it. */
  merge: rule({ into: id, from: listOf(id) }),
  /** What is called `from` in these articles is another: `into`. */
  split: rule({
    from: id,
    into: id,
    name: name.optional(),
    articles: listOf(z.string('must be an article id'))
  }),
  /** A name that is nothing but itself, whatever the articles seem to say of it. */
  separate: id,
  rename: rule({ entity: id, name }),
  type: rule({
    entity: id,
    type: z.enum(ENTITY_TYPES, `must be one of ${ENTITY_TYPES.join(', ')}`)
  }),
  /** Not served at all. */
  hide: id
} as const
