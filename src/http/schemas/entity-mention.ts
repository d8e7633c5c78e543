import { z } from 'zod'
import { ENTITY_TYPES } from '../../engine/questions.js'

export const EntityTypeSchema = z.enum(ENTITY_TYPES).meta({ id: 'EntityType' })

export const entityId = z.string().describe('`<type>:<name>`, such as `person:paul-chaffey`.')

const mention = {
  entity: entityId,
  type: EntityTypeSchema,
  text: z.string().describe("Exactly `text.slice(start, end)` of the article's `text`."),
  start: z.number().int().min(0),
  end: z.number().int().min(0),
  confidence: z
    .number()
    .min(0)
    .max(1)
    .describe('How sure it is that just this is named, and that this entity is meant.'),
  role: z
    .object({ text: z.string(), start: z.number().int().min(0), end: z.number().int().min(0) })
    .optional()
    .describe('What the text says here that the person is, and where; `text` as it is counted.'),
  credit: z
    .literal(true)
    .optional()
    .describe('It only says who made the article or its pictures, and counts nowhere.')
}

export const EntityMentionSchema = z.object(mention).meta({
  id: 'EntityMention',
  description: 'A place where an article names an entity.'
})
