import { z } from 'zod'
import { LanguageSchema } from './article.js'
import { QUOTED_SPAN, SpanSchema } from './shared.js'
import { filledIn, typeNamed, oneOf, shown, text } from './values.js'

export const AnalyzeParameters = z.strictObject({
  text: text(10_000)
    .describe('The text to analyse.')
    .meta(filledIn('Regjeringens digitaliseringsstrategi kom kl. 18. Kommunene fikk 1,7 milliarder.')),
  lang: oneOf(['nb', 'nn'])
    .meta(typeNamed('Norwegian', 'Bokmål or nynorsk.'))
    .optional()
    .describe('The language of the text, if known; otherwise it is detected.')
    .meta(shown('nb'))
})

const term = z.string().describe('The form that is indexed: folded, stemmed.')

const CompoundPartSchema = z
  .object({ ...QUOTED_SPAN, term })
  .meta({ id: 'CompoundPart', description: 'A part of a compound; a joint belongs to the part before it.' })

const TokenSchema = z
  .object({
    ...QUOTED_SPAN,
    term,
    stop: z.boolean().describe('Left out of queries that have other words.'),
    compound: z.array(CompoundPartSchema).optional().describe('The parts of a compound, in order.'),
    variants: z
      .array(z.string())
      .optional()
      .describe('Terms of the collection that are other spellings of the word: bokmål, nynorsk.')
  })
  .meta({ id: 'Token', description: 'A word or number of the text.' })

export const AnalysisSchema = z
  .object({
    language: LanguageSchema,
    sentences: z.array(SpanSchema).describe('The sentences, in order.'),
    tokens: z.array(TokenSchema).describe('The words and numbers, in order.')
  })
  .meta({ id: 'Analysis', description: 'What the index sees of a text, which is first normalised to NFC.' })
