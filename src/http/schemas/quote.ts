import { z } from 'zod'

const offset = z.number().int().min(0)

const span = {
  text: z.string().describe("Exactly `text.slice(start, end)` of the article's `text`."),
  start: offset,
  end: offset
}

const QuotedSpanSchema = z.object(span).meta({ id: 'QuotedSpan' })

const SpeakerSchema = z
  .object({ entity: z.string().optional().describe("The entity's id, where the name is one's."), ...span })
  .meta({ id: 'Speaker' })

export const QuoteSchema = z
  .object({
    articleId: z.string(),
    ...span,
    kind: z
      .enum(['direct', 'reported'])
      .describe(
        '`direct`: between quotation marks or after a speech dash; `reported`: *X sier at …*, *ifølge X*.'
      ),
    speaker: SpeakerSchema.optional().describe(
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
