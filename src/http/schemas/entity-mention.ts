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
  .meta({ id: 'Role', description: 'What a text calls a person, and where.' })

const mention = {
  entity: entityId,
  type: EntityTypeSchema,
  ...QUOTED_SPAN,
  confidence: z
    .number()
    .min(0)
    .max(1)
    .describe('How certain it is that exactly this is a name, and that this entity is meant.'),
  role: RoleSchema.optional().describe('What the text calls the person here.'),
  credit: z
    .literal(true)
    .optional()
    .describe('True if it only says who made the article or its pictures. It is not counted anywhere.')
}

export const EntityMentionSchema = z.object(mention).meta({
  id: 'EntityMention',
  description: 'A place where an article names an entity.'
})
