import { z } from 'zod'
import { whole } from './parameters.js'

export const SuggestParameters = z.strictObject({
  prefix: z
    .string()
    .max(200, 'must be at most 200 characters')
    .refine((prefix) => prefix.trim() !== '', { error: 'must not be empty' })
    .describe(
      'What has been typed so far, in any case; `o` finds `ø` too, after what begins with `o`. Of several ' +
        'words the last is completed, and names that have and titles that begin with all of them.'
    )
    .meta({ examples: ['digital'] }),
  size: whole(1, 100, 10).describe('Suggestions at most.')
})

export const SuggestionListSchema = z
  .object({
    items: z.array(
      z.object({
        text: z.string().describe('As it is written; with the words that were typed before the last.'),
        kind: z.enum(['title', 'word', 'entity']),
        count: z
          .number()
          .int()
          .describe(
            'Occurrences of a word, after the one before it if there is one; articles with a title; mentions of an entity.'
          ),
        entity: z.string().optional().describe('The id of the entity.')
      })
    )
  })
  .meta({
    id: 'SuggestionList',
    description:
      'An entity that is called just so; words, the most frequent first; other names; titles. Of several words names first.'
  })
