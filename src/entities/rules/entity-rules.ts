import { z } from 'zod'
import { parseId } from '../catalogue/name-key.js'
import { ENTITY_KINDS } from '../entity-type.js'

const id = z.string('must be an entity id').transform((text, context) => {
  const parsed = parseId(text)
  if (parsed !== undefined) return parsed
  const types = ENTITY_KINDS.join(', ')
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

/** One rule under each heading of `entities.yaml`. */
export const RULES = {
  /** All of `from` are `into`; their ids answer with it. */
  merge: z.strictObject({ into: id, from: listOf(id) }),
  /** What is called `from` in these articles is another: `into`. */
  split: z.strictObject({
    from: id,
    into: id,
    name: name.optional(),
    articles: listOf(z.string('must be an article id'))
  }),
  /** A name that is nothing but itself, whatever the articles seem to say of it. */
  separate: id,
  rename: z.strictObject({ entity: id, name }),
  type: z.strictObject({
    entity: id,
    type: z.enum(ENTITY_KINDS, `must be one of ${ENTITY_KINDS.join(', ')}`)
  }),
  /** Not served at all. */
  hide: id
} as const

/** What the user decides of entities, whatever the articles say. */
export type EntityRules = {
  readonly [Heading in keyof typeof RULES]: readonly z.output<(typeof RULES)[Heading]>[]
}

export const NO_RULES: EntityRules = { merge: [], split: [], separate: [], rename: [], type: [], hide: [] }
