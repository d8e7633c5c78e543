import { z } from 'zod'
import { LIST } from './answers.js'
import { oneOf } from './values.js'

const ExpansionSchema = z
  .object({
    term: z.string().describe('The form that is also searched.'),
    kind: oneOf(['compound', 'variant', 'fuzzy', 'prefix', 'alias']).meta({
      id: 'ExpansionKind',
      description:
        'Why it is searched: `compound`, a compound with the word; `variant`, another spelling; `fuzzy`, a typing error ' +
        'away; `prefix`, a word that begins so; `alias`, another name of the same entity (`Ap` for *Arbeiderpartiet*).'
    }),
    weight: z.number().describe('What such a match is worth, compared with the whole word (1).')
  })
  .meta({ id: 'Expansion', description: 'A form that is searched beside a word.' })

const QueryTermSchema = z
  .object({
    text: z.string().describe('As typed.'),
    term: z.string().describe('The form that is indexed.'),
    expansions: z
      .array(ExpansionSchema)
      .optional()
      .describe('Other forms that are searched too, the most frequent ones.')
  })
  .meta({ id: 'QueryTerm', description: 'A word of the query.' })

export const QuerySchema = z
  .object({
    q: z.string().describe('As it was given.'),
    terms: z
      .array(QueryTermSchema)
      .describe('The words that are searched, without stop words and excluded words.'),
    relaxed: z.boolean().describe('True if no article has every word, so that any of them was enough.'),
    didYouMean: z
      .string()
      .optional()
      .describe(
        'The query with likelier words in place of those that find nothing as typed, or hardly anything.'
      ),
    warnings: z
      .array(z.string())
      .describe('What was not read the way it looks, or was left out because it would take too long.')
  })
  .meta({ id: 'Query', description: 'How the query was read.' })

/** A page of a list that a query asks for. @param id the schema's name in the OpenAPI document */
export const queriedListOf = <T extends z.ZodType>(item: T, id: string) =>
  z
    .object({
      total: LIST.total,
      items: z.array(item).describe('The items of this page.'),
      query: QuerySchema,
      links: LIST.links
    })
    .meta({ id, description: 'A page of a list, with how the query was read.' })
