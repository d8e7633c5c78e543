import { z } from 'zod'
import { count } from './shared.js'
import { filledIn, NOT_BLANK, oneOf, text, whole } from './values.js'

export const SuggestParameters = z.strictObject({
  prefix: text(200)
    .refine((prefix) => new RegExp(NOT_BLANK).test(prefix), { error: 'must not be empty' })
    .describe(
      'What has been typed so far, in any case; `o` finds `ø` too, after what begins with `o`. Of several ' +
        'words the last is completed, and names that have and titles that begin with all of them.'
    )
    .meta({ minLength: 1, pattern: NOT_BLANK, ...filledIn('digital') }),
  size: whole(1, 100, 10).describe('Suggestions at most.').meta(filledIn(10))
})

const SuggestionSchema = z
  .object({
    text: z.string().describe('As it is written; with the words that were typed before the last.'),
    kind: oneOf(['title', 'word', 'entity']).meta({
      id: 'SuggestionKind',
      description: 'What is suggested: the title of an article, a word, or the name of an entity.'
    }),
    count: count(
      'Occurrences of a word, after the one before it if there is one; articles with a title; mentions of an entity.'
    ),
    entity: z.string().optional().describe('The id of the entity.')
  })
  .meta({ id: 'Suggestion', description: 'What may be meant by what has been typed.' })

export const SuggestionListSchema = z
  .object({ items: z.array(SuggestionSchema).describe('The likeliest first.') })
  .meta({
    id: 'SuggestionList',
    description:
      'An entity that is called just so; words, the most frequent first; other names; titles. Of several words names first.'
  })
