import { z } from 'zod'
import { LanguageSchema } from './article.js'
import { SpanSchema } from './snippet.js'

export const AnalyzeParameters = z.strictObject({
  text: z
    .string()
    .max(10_000, 'must be at most 10000 characters')
    .describe('The text to analyse.')
    .meta({ examples: ['Regjeringens digitaliseringsstrategi kom kl. 18. Kommunene fikk 1,7 milliarder.'] }),
  lang: z
    .enum(['nb', 'nn'])
    .optional()
    .describe('The language of the text, where it is known; else it is detected.')
})

const offset = z.number().int().min(0)

export const AnalysisSchema = z
  .object({
    language: LanguageSchema,
    sentences: z.array(SpanSchema),
    tokens: z.array(
      z.object({
        text: z.string(),
        start: offset,
        end: offset,
        term: z.string().describe('The form that is indexed.'),
        stop: z.boolean().describe('Left out of queries that have other words.'),
        variants: z
          .array(z.string())
          .optional()
          .describe('Terms of the collection that are other spellings of the word: bokmål, nynorsk.'),
        compound: z
          .array(z.object({ text: z.string(), start: offset, end: offset, term: z.string() }))
          .optional()
          .describe(
            'The parts of a compound, in order; offsets as in the text, a joint belongs to the part before it.'
          )
      })
    )
  })
  .meta({ id: 'Analysis', description: 'What the index sees of a text.' })
