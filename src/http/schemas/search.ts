import { z } from 'zod'
import { FACET_SORTS, FACETS } from '../../engine/questions.js'
import { HIT_FACTS, LanguageSchema } from './article.js'
import { LIST } from './answers.js'
import {
  commaSeparated,
  FILTER,
  flag,
  MATCH,
  PAGE,
  q,
  snippetLength,
  whole,
  withRange,
  WORDS
} from './parameters.js'
import { SnippetSchema, SpanSchema } from './snippet.js'

export const SearchParameters = withRange(
  z.strictObject({
    q: q.default(''),
    match: MATCH,
    ...FILTER,
    sort: z
      .enum(['relevance', 'newest', 'oldest'])
      .optional()
      .describe('Default: `relevance` when `q` is given, else `newest`. Articles without a date come last.'),
    facets: commaSeparated(FACETS, 'language,year')
      .optional()
      .describe(`Counts over the whole result: some of \`${FACETS.join(',')}\`, with commas between.`),
    facetSize: whole(1, 1000, 10).describe('Values a facet, at most.'),
    facetSort: z
      .enum(FACET_SORTS)
      .default('count')
      .describe(
        '`count`: the most frequent values first. `value`: the first values by the alphabet or the calendar; ' +
          '`year` and `month` then are a timeline, with a count of 0 where no article between the first and the last is.'
      ),
    collapse: flag(false).describe(
      'Articles that are nearly the same text (stories of an agency, updated versions) count and show as one, the ' +
        'newest of those found, with `copies`; `total`, facets and pages follow.'
    ),
    snippets: whole(0, 5, 1).describe('Snippets a hit.'),
    snippetLength,
    ...WORDS,
    explain: flag(false).describe('Adds `explanation` to each hit: where its score comes from.'),
    ...PAGE
  })
)

const ExpansionSchema = z.object({
  term: z.string(),
  kind: z
    .enum(['compound', 'variant', 'fuzzy', 'prefix', 'alias'])
    .describe('`alias`: another name of what is named, such as `Ap` for *Arbeiderpartiet*.'),
  weight: z.number().describe('What such a match is worth beside the whole word (1).')
})

const QueryTermSchema = z
  .object({
    text: z.string().describe('As typed.'),
    term: z.string().describe('The form that is indexed.'),
    expansions: z
      .array(ExpansionSchema)
      .optional()
      .describe('Other forms that are searched too, the most frequent ones.')
  })
  .meta({ id: 'QueryTerm' })

const QuerySchema = z
  .object({
    q: z.string(),
    terms: z
      .array(QueryTermSchema)
      .describe('The words that are searched, without stop words and excluded words.'),
    didYouMean: z
      .string()
      .optional()
      .describe('The query with other words in the place of those that find nothing as they were typed.'),
    relaxed: z.boolean().describe('No article has every word, so any of them was enough.'),
    warnings: z.array(z.string()).describe('What was read otherwise than it looks.')
  })
  .meta({ id: 'Query', description: 'How the query was read.' })

const ContributionSchema = z
  .object({
    kind: z.enum(['whole', 'variant', 'compound', 'part', 'prefix', 'fuzzy', 'alias', 'signal']),
    signal: z
      .string()
      .optional()
      .describe('For `kind` `signal`: what close reading of the article found, such as `bestWindow`.'),
    value: z.number().optional().describe('How strong the signal is, 0 to about 1.'),
    text: z.string().optional(),
    term: z.string().optional(),
    field: z.enum(['title', 'text']).optional(),
    weight: z.number().optional(),
    idf: z.number().optional(),
    impact: z.number().optional(),
    contribution: z.number().describe('`weight` × `idf` × `impact`; of a signal `weight` × `value`.')
  })
  .meta({ id: 'Contribution', description: 'One share of a score; all of them sum to it.' })

const HitSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    titleHtml: z
      .string()
      .optional()
      .describe('`title` escaped for HTML, what matches in `<mark>`. Absent where `q` asks for no words.'),
    titleHighlights: z
      .array(SpanSchema)
      .optional()
      .describe('What matches in `title`, relative to it, in order, without overlap.'),
    titleOnly: z
      .literal(true)
      .optional()
      .describe('The title has a word of the query and the text has none: the snippet is its beginning.'),
    language: LanguageSchema,
    publishedAt: z.string().optional(),
    ...HIT_FACTS,
    score: z.number(),
    copies: z
      .object({
        count: z.number().int().min(1),
        ids: z.array(z.string()).describe('Of those articles, newest first.')
      })
      .optional()
      .describe('With `collapse`: the other articles found that are nearly the same text.'),
    snippets: z.array(SnippetSchema),
    explanation: z.array(ContributionSchema).optional()
  })
  .meta({ id: 'Hit' })

const FacetSchema = z
  .array(
    z.object({
      value: z.string().describe('An entity is named by its id.'),
      label: z.string().optional().describe("An entity's name."),
      count: z.number().int()
    })
  )
  .meta({ id: 'Facet', description: 'In the order of `facetSort`.' })

export const SearchResultSchema = z
  .object({
    query: QuerySchema,
    total: LIST.total,
    hits: z.array(HitSchema),
    facets: z.partialRecord(z.enum(FACETS), FacetSchema).optional(),
    links: LIST.links,
    tookMs: z.number()
  })
  .meta({ id: 'SearchResult' })
