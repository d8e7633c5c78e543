import { z } from 'zod'
import { articleId, count, publishedAt } from './shared.js'
import { entityId, EntityMentionSchema, EntityTypeSchema } from './entity-mention.js'
import { QuerySchema } from './query.js'
import { SnippetSchema } from './snippet.js'

const RoleCountSchema = z
  .object({ text: z.string().describe('The role.'), count: count('Mentions that say so.') })
  .meta({ id: 'RoleCount', description: 'A role, and how often it is said.' })

const name = z.string().describe('Its most frequent full name.')

export const EntitySchema = z
  .object({
    id: entityId,
    type: EntityTypeSchema,
    name,
    aliases: z
      .array(z.string())
      .describe(
        'How else the articles write it, the most frequent first: surnames, abbreviations, spellings.'
      ),
    articleCount: count('Articles that name it.'),
    mentionCount: count('Places where articles name it.'),
    creditCount: count('Credits that name it (photo credits, bylines, agency marks); they are not mentions.'),
    quoteCount: count('Its quotes, direct and reported: the `total` of `/v1/entities/{id}/quotes`.'),
    firstSeen: publishedAt
      .optional()
      .describe('`publishedAt` of the oldest article that names it and states a date.'),
    lastSeen: publishedAt.optional().describe('The same for the newest one.'),
    roles: z
      .array(RoleCountSchema)
      .optional()
      .describe('What the articles call the person, the most frequent first; `/mentions` shows where.')
  })
  .meta({ id: 'Entity', description: 'Someone or something that the articles name.' })

export const FoundMentionSchema = z
  .object({
    articleId,
    title: z.string().describe("The article's title."),
    publishedAt: publishedAt.optional(),
    ...EntityMentionSchema.shape,
    snippet: SnippetSchema.describe('The passage around it.')
  })
  .meta({ id: 'FoundMention', description: 'A mention with its article and the passage around it.' })

const articles = count('Articles of the result that name it.')

const GraphNodeSchema = z
  .object({
    id: entityId,
    type: EntityTypeSchema,
    name,
    articles,
    mentions: count('Places where they name it, credits aside.')
  })
  .meta({ id: 'GraphNode', description: 'A name of the result.' })

const GraphEdgeSchema = z
  .object({
    source: entityId.describe('The id of one node.'),
    target: entityId.describe('The id of the other.'),
    articles: articles.describe('Articles of the result that name both.'),
    strength: z
      .number()
      .describe(
        'Normalised pointwise mutual information within the result: 0 if they are named together as often as chance ' +
          'would have it, 1 if neither is named without the other, below 0 if they avoid each other.'
      )
  })
  .meta({ id: 'GraphEdge', description: 'Two names that appear in the same article.' })

export const GraphSchema = z
  .object({
    query: QuerySchema,
    total: count('Articles in the result.'),
    nodes: z.array(GraphNodeSchema).describe('The names in most articles come first.'),
    edges: z
      .array(GraphEdgeSchema)
      .describe('Between nodes that appear in the same article, those with most articles first.')
  })
  .meta({ id: 'Graph', description: 'Who is named with whom in a result.' })

export const RelatedEntitySchema = z
  .object({
    id: entityId,
    type: EntityTypeSchema,
    name,
    count: count('Articles that name both.'),
    strength: z
      .number()
      .describe(
        'Normalised pointwise mutual information times `count / (count + 1)`: 0 if they meet as often as ' +
          'chance would have it, towards 1 the less one is named without the other.'
      )
  })
  .meta({ id: 'RelatedEntity', description: 'An entity that is named in the same articles as another.' })
