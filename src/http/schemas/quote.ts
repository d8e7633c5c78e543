import { z } from 'zod'
import { HIT_FACTS } from './article.js'
import { entityId, EntityTypeSchema } from './entity-mention.js'
import { articleId, count, publishedAt, QUOTED_SPAN, QuotedSpanSchema } from './shared.js'
import { oneOf } from './values.js'

const QuoteSpeakerSchema = z
  .object({
    entity: z.string().optional().describe("The entity's id, if the name belongs to one."),
    name: z.string().optional().describe("The entity's name."),
    ...QUOTED_SPAN
  })
  .meta({ id: 'QuoteSpeaker', description: 'The phrase that says who is speaking.' })

export const QUOTE_KINDS = ['direct', 'reported'] as const

const QuoteKindSchema = oneOf(QUOTE_KINDS).meta({
  id: 'QuoteKind',
  description:
    '`direct`: between quotation marks or after a speech dash; `reported`: *X sier at …*, *ifølge X*.'
})

export const QuoteSchema = z
  .object({
    articleId,
    title: z.string().describe("The article's title."),
    publishedAt: publishedAt.optional(),
    source: HIT_FACTS.source,
    ...QUOTED_SPAN,
    kind: QuoteKindSchema,
    speaker: QuoteSpeakerSchema.optional().describe(
      'The name or noun (`politiet`) that says who is speaking; for a pronoun, the name it stands for. Absent if ' +
        'it is not certain.'
    ),
    cue: QuotedSpanSchema.optional().describe('The word that announces the speech: `sier`, `ifølge`.'),
    denied: z
      .boolean()
      .optional()
      .describe('`true` if the speaker denies or doubts it: *avviser at*, *tviler på at*; else absent.'),
    confidence: z.number().min(0).max(1).describe('How certain it is that this is a quote.')
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
    name: z.string().describe('Its name.'),
    quotes: count('Its quotes in the result: `direct` + `reported`.'),
    direct: count('Direct quotes among them.'),
    reported: count('Reported speech among them.'),
    articles: count('Articles of the result that quote it.')
  })
  .meta({ id: 'Speaker', description: 'Somebody who is quoted in a result.' })
