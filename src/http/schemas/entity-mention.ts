import { z } from 'zod'
import { ENTITY_TYPES } from '../../engine/questions.js'
import { QUOTED_SPAN } from './shared.js'
import { oneOf } from './values.js'

export const EntityTypeSchema = oneOf(ENTITY_TYPES).meta({
  id: 'EntityType',
  description: 'What an entity is.'
})

export const entityId = z.string().describe('`<type>:<name>`, such as `person:paul-chaffey`.')

const RoleSchema = z
  .object({
    ...QUOTED_SPAN,
    text: z.string().describe('As it is counted: `statsminister` for *Statsministeren*.')
  })
  .meta({ id: 'Role', description: 'What a text says that a person is, and where.' })

const mention = {
  entity: entityId,
  type: EntityTypeSchema,
  ...QUOTED_SPAN,
  confidence: z
    .number()
    .min(0)
    .max(1)
    .describe('How sure it is that just this is named, and that this entity is meant.'),
  role: RoleSchema.optional().describe('What the text says here that the person is.'),
  credit: z
    .literal(true)
    .optional()
    .describe('True where it only says who made the article or its pictures: it counts nowhere.')
}

export const EntityMentionSchema = z.object(mention).meta({
  id: 'EntityMention',
  description: 'A place where an article names an entity.'
})
