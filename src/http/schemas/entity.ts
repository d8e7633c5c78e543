import { z } from 'zod'
import { entityId, EntityMentionSchema, EntityTypeSchema } from './entity-mention.js'
import { SnippetSchema } from './snippet.js'

const RoleCountSchema = z.object({ text: z.string(), count: z.number().int() }).meta({ id: 'RoleCount' })

export const EntitySchema = z
  .object({
    id: entityId,
    type: EntityTypeSchema,
    name: z.string(),
    aliases: z
      .array(z.string())
      .describe(
        'How else the articles write it, the most frequent first: surnames, abbreviations, spellings.'
      ),
    articleCount: z.number().int(),
    mentionCount: z.number().int(),
    creditCount: z
      .number()
      .int()
      .describe('Credits that name it (photo credits, bylines, marks of agencies); they are no mentions.'),
    quoteCount: z
      .number()
      .int()
      .describe('Its quotes, direct and reported: the `total` of `/v1/entities/{id}/quotes`.'),
    firstSeen: z
      .string()
      .optional()
      .describe('`publishedAt` of the oldest article that names it and states a date.'),
    lastSeen: z.string().optional(),
    roles: z
      .array(RoleCountSchema)
      .optional()
      .describe('What the articles say that a person is, the most frequent first; `mentions` has where.')
  })
  .meta({ id: 'Entity', description: 'Someone or something that the articles name.' })

export const FoundMentionSchema = z
  .object({
    articleId: z.string(),
    title: z.string(),
    publishedAt: z.string().optional(),
    ...EntityMentionSchema.shape,
    snippet: SnippetSchema
  })
  .meta({ id: 'FoundMention' })

const articles = z.number().int().describe('Articles of the result that name it.')

const GraphNodeSchema = z
  .object({
    id: entityId,
    type: EntityTypeSchema,
    name: z.string(),
    articles,
    mentions: z.number().int().describe('Places where they name it, credits aside.')
  })
  .meta({ id: 'GraphNode' })

const GraphEdgeSchema = z
  .object({
    source: entityId,
    target: entityId,
    articles: articles.describe('Articles of the result that name both.'),
    strength: z
      .number()
      .describe(
        'Normalised pointwise mutual information within the result: 0 if both are named as often as chance would ' +
          'have it, 1 if neither is named without the other, below 0 if they avoid each other.'
      )
  })
  .meta({ id: 'GraphEdge' })

export const GraphSchema = z
  .object({
    total: z.number().int().min(0).describe('Articles in the result.'),
    nodes: z.array(GraphNodeSchema).describe('Those that most articles name come first.'),
    edges: z
      .array(GraphEdgeSchema)
      .describe('Between all nodes that an article names both of, those of most articles first.')
  })
  .meta({ id: 'Graph', description: 'Who is named with whom in a result.' })

export const RelatedEntitySchema = z
  .object({
    id: entityId,
    type: EntityTypeSchema,
    name: z.string(),
    count: z.number().int().describe('Articles that name both.'),
    strength: z
      .number()
      .describe(
        'Normalised pointwise mutual information times `count / (count + 1)`: 0 if they meet as often as ' +
          'chance would have it, towards 1 the less one is named without the other.'
      )
  })
  .meta({ id: 'RelatedEntity' })
