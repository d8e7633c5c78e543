import { z } from 'zod'
import { ENTITY_TYPES, QUERY_FIELDS } from '../../engine/questions.js'
import { byField, FIELDS, FILTER_FIELDS, type ListedField } from '../../fields.js'
import { dayOf, instantOf } from '../../structures/dates.js'
import { LanguageSchema } from './article.js'
import { ARTICLE_ID_PATTERN } from './shared.js'
import {
  automatic,
  filledIn,
  flag,
  moment,
  typeNamed,
  oneOf,
  severalNames,
  severalOf,
  share,
  shown,
  text,
  whole,
  SPACE
} from './values.js'

/** The parameters that several operations have. */

/** @param what is left out, with a verb */
export const minConfidence = (what: string) =>
  share().describe(`Leaves out ${what} whose \`confidence\` is lower: 0–1.`).meta(shown(0.8))

/** As documents show a cursor; one that is given to be used names a generation and a query. */
export const CURSOR_EXAMPLE = 'WyJPZWJXQkZ0ZG1sZSIsIlRkWm1BSXJXMFp6WiIsMTBd'

/** How far `page` and `offset` reach: `page` with the largest `size` reaches as far as `offset`. */
const MOST_PAGES = 1000
const MOST_OFFSET = 100 * MOST_PAGES

export const PAGE = {
  size: whole(1, 100, 10).describe('Items per page.').meta(filledIn(10)),
  cursor: text(1000)
    .optional()
    .describe('Where the page begins: taken from `links.next` of the previous page. Opaque.')
    .meta(shown(CURSOR_EXAMPLE)),
  offset: whole(0, MOST_OFFSET, 0)
    .describe(
      `How many items to skip, at most ${MOST_OFFSET}. Ignored with a \`cursor\`, which reaches further and stays with the ` +
        'articles as they were when the first page was read.'
    )
    .meta(filledIn(0)),
  page: whole(1, MOST_PAGES, 1)
    .describe(
      `The number of the page, from 1 to ${MOST_PAGES}, counted from \`offset\`. Ignored with a \`cursor\`.`
    )
    .meta(filledIn(1))
}

export const q = text(2000)
  .describe(
    'The query: words; `"a phrase"` as it is written, `"a phrase"~0` in any inflection; `prefix*`; `word~` (typing errors); `AND OR NOT` (also `OG ELLER ' +
      'IKKE`), `-word`, `+word`, parentheses; ' +
      `${QUERY_FIELDS.map((field) => `\`${field}:\``).join(', ')}; ` +
      '`"a b"~5` (within 5 words). `author:` and entities are found by some words of a name, or by all of it: ' +
      '`person:"Kari Moe"`. Anything that can be typed is a valid query; ' +
      '`query.warnings` points out what was not read the way it looks.'
  )
  .meta(filledIn('digitaliseringsstrategi'))

export const MATCH = oneOf(['auto', 'all', 'any'])
  .meta(typeNamed('Match', 'How many of the words must match.'))
  .default('auto')
  .describe(
    '`all`: every word must match; `any`: one is enough; `auto`: every word, but any if no article has them all.'
  )
  .meta(filledIn('auto'))

/** Do copies of an article count once? */
export const COLLAPSE = flag(false)
  .describe(
    'Nearly identical articles (agency stories, updated versions) are counted and shown as one: the newest of those ' +
      'found. `total`, facet counts and pages follow suit.'
  )
  .meta(filledIn(false))

/** What a word finds beside itself. */
export const WORDS = {
  compounds: flag(true)
    .describe('A word finds the compounds it is part of, and a compound finds its parts near each other.')
    .meta(filledIn(true)),
  variants: flag(true)
    .describe(
      'Bokmål and nynorsk forms of a word find each other (`sykehus`, `sjukehus`), and so do spellings with ' +
        'and without marks (`alesund`, `Ålesund`). Words in quotation marks are found as they are written.'
    )
    .meta(filledIn(true)),
  fuzzy: automatic()
    .describe(
      'Allows for one typing error in a word, and two in words of eight letters or more: `auto` in words that find ' +
        'nothing as typed, `true` in all words, `false` only in those with `~`.'
    )
    .meta(filledIn('auto'))
}

/** What is no id at all is a mistake; one that is nobody's is not. */
export const ENTITY_ID = text(300)
  .trim()
  .regex(
    new RegExp(`^(?:${ENTITY_TYPES.join('|')}):[^${SPACE},]+$`),
    `must be an entity id, <type>:<name>, with one of ${ENTITY_TYPES.join(', ')}, as in person:paul-chaffey`
  )

const FIELD_EXAMPLES: Readonly<Record<ListedField, string>> = {
  source: 'NRK',
  author: 'Kari Nordmann',
  tag: 'digitalisering',
  facet: 'rettsområde:Havnerett'
}

/** Which articles are looked at. */
export const FILTER = {
  lang: severalOf(LanguageSchema)
    .describe('Only articles in any of these languages: bokmål, nynorsk or neither (their `language`).')
    .meta(shown(['nb'])),
  ...byField(FILTER_FIELDS, (field) =>
    severalNames()
      .describe(
        `Only articles with any of these values, ignoring case. ${FIELDS.find(({ name }) => name === field)!.description}`
      )
      .meta(shown([FIELD_EXAMPLES[field]]))
  ),
  entity: severalOf(ENTITY_ID)
    .describe('Only articles that mention all of these entities, given by id: `person:paul-chaffey`.')
    .meta(shown(['person:paul-chaffey'])),
  from: moment('first')
    .describe(
      'Published then or later. A date is the calendar day as the article states it; a year (`2025`) or month (`2025-03`) ' +
        'stands for its first day, a date-time for an instant (UTC if it has no offset).'
    )
    .meta(shown('2019-11-28')),
  to: moment('last')
    .describe('Published then or earlier, inclusive: a date covers the whole day, a year or month all of it.')
    .meta(shown('2026-12-31'))
}

/**
 * Refuses a range that ends before it begins. A day and an instant are not compared: a day begins where the article
 * is.
 */
export const withRange = <T extends z.ZodRawShape & typeof FILTER>(
  parameters: z.ZodObject<T, z.core.$strict>
) =>
  parameters.refine((given) => !endsBeforeItBegins(given as Range), {
    path: ['to'],
    error: 'must not be earlier than `from`'
  })

interface Range {
  readonly from?: string | undefined
  readonly to?: string | undefined
}

const isDay = (moment: string): boolean => !moment.includes('T')

const endsBeforeItBegins = ({ from, to }: Range): boolean => {
  if (from === undefined || to === undefined || isDay(from) !== isDay(to)) return false
  const timeOf = isDay(from) ? dayOf : instantOf
  return timeOf(from) > timeOf(to)
}

export const SNIPPETS = whole(0, 5, 1).describe('Snippets per hit.').meta(filledIn(1))

export const snippetLength = whole(80, 600, 240)
  .describe(
    'Target length of a snippet in characters: whole sentences where they fit, otherwise cut between words.'
  )
  .meta(filledIn(240))

export const ENTITY_PATH = z.object({
  id: text(300)
    .describe("The entity's id. An id made from another of its names works too.")
    .meta({ minLength: 1, ...filledIn('person:paul-chaffey') })
})

export const ARTICLE_PATH = z.object({
  id: text(200)
    .describe("The article's id: made from its file's path, or the id that the file states.")
    .meta({ minLength: 1, pattern: ARTICLE_ID_PATTERN, ...filledIn('001_7e20df3f18f34ccd') })
})
