import { z } from 'zod'
import { EntityMentionSchema } from './entity-mention.js'
import { articleId, publishedAt, QUOTED_SPAN, SpanSchema } from './shared.js'

/** Of a passage, and of an article that matches. */
export const score = z.number().describe('How well it matches. Comparable only within one answer.')

const snippet = {
  ...QUOTED_SPAN,
  highlights: z
    .array(SpanSchema)
    .describe('Matches, in order and without overlap; offsets are into this `text`.'),
  html: z
    .string()
    .describe(
      '`text` escaped for HTML, with matches in `<mark>`, and `…` where the passage begins or ends inside a sentence.'
    )
}

export const SnippetSchema = z
  .object(snippet)
  .meta({ id: 'Snippet', description: 'A passage of an article.' })

export const ArticleSnippetSchema = z
  .object({ score, ...snippet })
  .meta({ id: 'ArticleSnippet', description: 'A passage of the article, and how well it matches.' })

export const CollectionSnippetSchema = z
  .object({
    articleId,
    title: z.string().describe("The article's title."),
    publishedAt: publishedAt.optional(),
    source: z.string().optional().describe('Who published it, such as a newspaper.'),
    url: z.string().optional().describe('Where it was published.'),
    score,
    ...snippet,
    entities: z
      .array(EntityMentionSchema)
      .optional()
      .describe(
        "Who and what the passage names; offsets are into the article's `text`. Absent while names are still being read."
      )
  })
  .meta({ id: 'CollectionSnippet', description: 'A passage, with its article and who and what it names.' })
