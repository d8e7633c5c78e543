import { z } from 'zod'
import { count } from './shared.js'
import { filledIn, NOT_BLANK, oneOf, text, whole } from './values.js'

export const SuggestParameters = z.strictObject({
  prefix: text(200)
    .refine((prefix) => new RegExp(NOT_BLANK).test(prefix), { error: 'must not be empty' })
    .describe(
      'What has been typed so far, in upper or lower case; `o` also finds `ø`, after what begins with `o`. Of several ' +
        'words the last is completed; names that contain and titles that begin with all of them are suggested too.'
    )
    .meta({ minLength: 1, pattern: NOT_BLANK, ...filledIn('digital') }),
  size: whole(1, 100, 10).describe('How many suggestions at most.').meta(filledIn(10))
})

const SuggestionSchema = z
  .object({
    text: z.string().describe('As it is written, with the words typed before the last one.'),
    kind: oneOf(['title', 'word', 'entity']).meta({
      id: 'SuggestionKind',
      description: 'What is suggested: the title of an article, a word, or the name of an entity.'
    }),
    count: count(
      'Occurrences of a word, after the one before it if there is one; articles with a title; mentions of an entity.'
    ),
    entity: z.string().optional().describe('The id of the entity.')
  })
  .meta({ id: 'Suggestion', description: 'What may be meant.' })

export const SuggestionListSchema = z
  .object({ items: z.array(SuggestionSchema).describe('The likeliest first.') })
  .meta({
    id: 'SuggestionList',
    description:
      'An entity with exactly this name, then words, the most frequent first, other names and titles. For several words, names come first.'
  })
