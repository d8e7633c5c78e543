import { z } from 'zod'

/** What the answers' schemas share. */

export const count = (description: string) => z.number().int().min(0).describe(description)

const OFFSETS = {
  start: z.number().int().min(0).describe('Where it begins, in UTF-16 code units.'),
  end: z.number().int().min(0).describe('Where it ends, exclusive.')
}

/** A span of a text, in UTF-16 code units. */
export const SpanSchema = z
  .object(OFFSETS)
  .meta({ id: 'Span', description: 'A part of a text, in UTF-16 code units.' })

/** A span of the article's text, with what stands there. */
export const QUOTED_SPAN = {
  text: z.string().describe("Exactly `text.slice(start, end)` of the article's `text`."),
  ...OFFSETS
}

export const QuotedSpanSchema = z
  .object(QUOTED_SPAN)
  .meta({ id: 'QuotedSpan', description: "A part of an article's text, and what stands there." })

export const publishedAt = z
  .string()
  .describe('ISO 8601, as the file states it and as precise: a date-time, a date, a month or a year.')
  .meta({ pattern: '^[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2}(?:T.+)?)?)?$' })

/** Of every id that the service gives; another one is nobody's. */
export const ARTICLE_ID_PATTERN = '^[A-Za-z0-9._~-]+$'

export const articleId = z.string().describe("The article's id.")
