import { z } from 'zod'
import { entityId, EntityTypeSchema } from './entity-mention.js'
import { HIT_FACTS } from './article.js'

const offset = z.number().int().min(0)

const span = {
  text: z.string().describe("Exactly `text.slice(start, end)` of the article's `text`."),
  start: offset,
  end: offset
}

const QuotedSpanSchema = z.object(span).meta({ id: 'QuotedSpan' })

const QuoteSpeakerSchema = z
  .object({
    entity: z.string().optional().describe("The entity's id, where the name is one's."),
    name: z.string().optional().describe("The entity's name."),
    ...span
  })
  .meta({ id: 'QuoteSpeaker' })

export const QuoteKindSchema = z
  .enum(['direct', 'reported'])
  .describe(
    '`direct`: between quotation marks or after a speech dash; `reported`: *X sier at …*, *ifølge X*.'
  )

export const QuoteSchema = z
  .object({
    articleId: z.string(),
    title: z.string().describe("The article's, as are `publishedAt` and `source`."),
    publishedAt: z.string().optional(),
    source: HIT_FACTS.source,
    ...span,
    kind: QuoteKindSchema,
    speaker: QuoteSpeakerSchema.optional().describe(
      'The name, or the noun (`politiet`), that tells who speaks; for a pronoun, the name that it stands ' +
        'for. Absent where it is not sure.'
    ),
    cue: QuotedSpanSchema.optional().describe('The word that announces the speech: `sier`, `ifølge`.'),
    confidence: z.number().min(0).max(1).describe('How sure it is that this is a quote.')
  })
  .meta({
    id: 'Quote',
    description:
      'What somebody said, without quotation marks, speech dash, and the comma or *at* beside the cue.'
  })

export const SpeakerSchema = z
  .object({
    id: entityId,
    type: EntityTypeSchema,
    name: z.string(),
    quotes: z.number().int().describe('Its quotes in the result: `direct` + `reported`.'),
    direct: z.number().int(),
    reported: z.number().int(),
    articles: z.number().int().describe('Articles of the result that quote it.')
  })
  .meta({ id: 'Speaker', description: 'Somebody who is quoted in a result.' })
