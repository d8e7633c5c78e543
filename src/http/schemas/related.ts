import { z } from 'zod'
import { HIT_FACTS, LanguageSchema } from './article.js'
import { entityId, EntityTypeSchema } from './entity-mention.js'
import { articleId, publishedAt } from './shared.js'

const share = z.number().describe('Its part of the score.')

const TermTieSchema = z
  .object({ text: z.string().describe('A word that both have, as the collection writes it.'), share })
  .meta({ id: 'TermTie', description: 'A word that ties two articles.' })

const EntityTieSchema = z
  .object({ id: entityId, type: EntityTypeSchema, name: z.string().describe('Its name.'), share })
  .meta({ id: 'EntityTie', description: 'A name that ties two articles.' })

const TiesSchema = z
  .object({
    terms: z.array(TermTieSchema).describe('At most ten, the strongest first.'),
    entities: z
      .array(EntityTieSchema)
      .describe('At most ten, the strongest first; none while names are being read.')
  })
  .meta({ id: 'Ties', description: 'What two articles have in common.' })

export const RelatedArticleSchema = z
  .object({
    id: articleId,
    title: z.string().describe("The article's title."),
    publishedAt: publishedAt.optional(),
    ...HIT_FACTS,
    url: z.string().optional().describe('Where it was published.'),
    language: LanguageSchema,
    score: z
      .number()
      .describe('How much of what sets the other article apart (rare words and names) this one shares, 0–1.'),
    ties: TiesSchema
  })
  .meta({ id: 'RelatedArticle', description: 'An article that is about the same as another.' })
