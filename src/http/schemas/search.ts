import { z } from 'zod'
import { FACET_SORTS, FACETS, type FacetName } from '../../engine/questions.js'
import { HIT_FACTS, LanguageSchema } from './article.js'
import { LIST } from './answers.js'
import { QuerySchema } from './query.js'
import { fieldsOf } from './fields.js'
import { COLLAPSE, FILTER, MATCH, PAGE, q, SNIPPETS, snippetLength, withRange, WORDS } from './parameters.js'
import { count, publishedAt, SpanSchema } from './shared.js'
import { score, SnippetSchema } from './snippet.js'
import { filledIn, flag, typeNamed, oneOf, severalOf, shown, whole } from './values.js'

export const SORT = oneOf(['relevance', 'newest', 'oldest'])
  .meta(typeNamed('SearchSort', 'An order of hits.'))
  .optional()
  .describe('Default: `relevance` when `q` is given, else `newest`. Articles without a date come last.')
  .meta(shown('newest'))

const ContributionSchema = z
  .object({
    kind: oneOf(['whole', 'variant', 'compound', 'part', 'prefix', 'fuzzy', 'alias', 'signal']).meta({
      id: 'ContributionKind',
      description: 'What matches: the word, another form of it, or, as `signal`, what close reading found.'
    }),
    signal: z
      .string()
      .optional()
      .describe('For `kind` `signal`: what close reading of the article found, such as `bestWindow`.'),
    value: z.number().optional().describe('How strong the signal is, 0 to about 1.'),
    text: z.string().optional().describe('The word of the query.'),
    term: z.string().optional().describe('The form that matches.'),
    field: oneOf(['title', 'text'])
      .meta({ id: 'ContributionField', description: 'Where a word matches.' })
      .optional(),
    weight: z.number().optional().describe('What the form, or the signal, is worth.'),
    idf: z.number().optional().describe('How rare the form is.'),
    impact: z.number().optional().describe('How much of the article it is: BM25F.'),
    contribution: z.number().describe('`weight` × `idf` × `impact`; of a signal `weight` × `value`.')
  })
  .meta({ id: 'Contribution', description: 'One share of a score; together they add up to it.' })

const CopiesSchema = z
  .object({
    count: z.number().int().min(1).describe('How many there are.'),
    ids: z.array(z.string()).describe('Of those articles, newest first.')
  })
  .meta({ id: 'Copies', description: 'Articles that are nearly the same text as a hit.' })

export const HitSchema = z
  .object({
    id: z.string().describe("The article's id."),
    title: z.string().describe("The article's title."),
    titleHtml: z
      .string()
      .optional()
      .describe('`title` escaped for HTML, with matches in `<mark>`. Absent if `q` has no words.'),
    publishedAt: publishedAt.optional(),
    ...HIT_FACTS,
    url: z.string().optional().describe('Where it was published.'),
    snippets: z.array(SnippetSchema).describe('The passages that match best, in the order of the text.'),
    score,
    language: LanguageSchema,
    titleHighlights: z
      .array(SpanSchema)
      .optional()
      .describe('Matches in `title`, in order and without overlap; offsets are into `title`.'),
    titleOnly: z
      .literal(true)
      .optional()
      .describe('True if only the title has a word of the query: the snippet is the beginning of the text.'),
    copies: CopiesSchema.optional().describe(
      'With `collapse`: the other articles found that are nearly the same text.'
    ),
    explanation: z.array(ContributionSchema).optional().describe('Where the score comes from, if asked for.')
  })
  .meta({ id: 'Hit', description: 'An article that matches, with its best passages.' })

export const HIT_FIELDS = fieldsOf(HitSchema)

export const SearchParameters = withRange(
  z.strictObject({
    q: q.default(''),
    match: MATCH,
    ...FILTER,
    sort: SORT,
    facets: severalOf(oneOf(FACETS).meta({ id: 'FacetName', description: 'What can be counted.' }))
      .describe(
        'What to count over the whole result. `facet`, or the name of one of them: the facets of your own ' +
          '(`fields.yaml`), each under its name.'
      )
      .meta(filledIn(['language', 'person'])),
    facetSize: whole(1, 1000, 10).describe('How many values each facet may have.').meta(filledIn(10)),
    facetSort: oneOf(FACET_SORTS)
      .meta(typeNamed('FacetSort', 'An order of the values of a facet.'))
      .default('count')
      .describe(
        '`count`: the most frequent values first. `value`: in the order of the alphabet or the calendar; `year` and ' +
          '`month` are then a timeline, with a count of 0 for those between the first and the last that have no articles.'
      )
      .meta(filledIn('count')),
    collapse: COLLAPSE,
    snippets: SNIPPETS,
    snippetLength,
    ...WORDS,
    explain: flag(false)
      .describe('Adds `explanation` to each hit: where its score comes from.')
      .meta(filledIn(false)),
    fields: HIT_FIELDS,
    ...PAGE
  })
)

const FacetValueSchema = z
  .object({
    value: z.string().describe('A value of the facet; an entity is named by its id.'),
    label: z.string().optional().describe("An entity's name."),
    count: count('Articles of the result that have it.')
  })
  .meta({ id: 'FacetValue', description: 'A value, and how many articles of the result have it.' })

const FacetsSchema = z
  .object(
    Object.fromEntries(
      FACETS.map((name) => [
        name,
        z.array(FacetValueSchema).optional().describe(`Values of \`${name}\`, in the order of \`facetSort\`.`)
      ])
    ) as Record<FacetName, z.ZodOptional<z.ZodArray<typeof FacetValueSchema>>>
  )
  .catchall(z.array(FacetValueSchema).describe('Values of a facet of your own, under its name.'))
  .meta({ id: 'Facets', description: 'Counts over the whole result, for the facets that were asked for.' })

export const SearchResultSchema = z
  .object({
    total: LIST.total.describe('Articles that match, exactly.'),
    hits: z.array(HitSchema).describe('The hits of this page.'),
    facets: FacetsSchema.optional(),
    query: QuerySchema,
    links: LIST.links,
    tookMs: z.number().describe('How long the search took, in milliseconds.')
  })
  .meta({ id: 'SearchResult', description: 'A page of hits, with how the query was read.' })
