import { z } from 'zod'
import { EntityMentionSchema } from './entity-mention.js'

const offset = z.number().int().min(0)

/** A span of a text, in UTF-16 code units. */
export const SpanSchema = z.object({ start: offset, end: offset }).meta({ id: 'Span' })

const snippet = {
  text: z.string().describe("Exactly `text.slice(start, end)` of the article's `text`."),
  start: offset,
  end: offset,
  highlights: z
    .array(SpanSchema)
    .describe('What matches, relative to this `text`, in order, without overlap.'),
  html: z
    .string()
    .describe(
      '`text` escaped for HTML, what matches in `<mark>`, and `…` where the passage begins or ends inside a sentence.'
    )
}

export const SnippetSchema = z.object(snippet).meta({ id: 'Snippet' })

export const ArticleSnippetSchema = z.object({ score: z.number(), ...snippet }).meta({ id: 'ArticleSnippet' })

export const CollectionSnippetSchema = z
  .object({
    articleId: z.string(),
    title: z.string(),
    score: z.number(),
    ...snippet,
    entities: z
      .array(EntityMentionSchema)
      .optional()
      .describe(
        "Who and what the passage names; offsets into the article's `text`. Absent while that is still being read."
      )
  })
  .meta({ id: 'CollectionSnippet' })
