import { z } from 'zod'
import { ENTITY_TYPES, LANGUAGES, queryFields } from '../../engine/questions.js'
import { byField, FILTER_FIELDS } from '../../fields.js'
import { dayOf, instantOf } from '../../structures/dates.js'

/** Building blocks of query strings: what comes in is text, or a list of texts where a parameter is repeated. */

/** A parameter that may be repeated: any of the values. */
export const repeatable = <T extends z.ZodType>(value: T) =>
  z.preprocess(
    (given) => (given === undefined || Array.isArray(given) ? given : [given]),
    z.array(value).min(1).max(100, 'may be given at most 100 times').optional()
  )

/** `true` or `false`. */
export const flag = (fallback: boolean) =>
  z.preprocess(
    (given) => (given === 'true' ? true : given === 'false' ? false : given),
    z.boolean({ error: 'must be true or false' }).default(fallback)
  )

/** A whole number in decimal digits: `10`, and neither `1e1`, `0x0A` nor nothing at all. */
export const whole = (min: number, max: number, fallback: number) => {
  const error = `must be a whole number from ${min} to ${max}`
  return z.preprocess(
    (given) => (typeof given === 'string' && /^\d{1,9}$/.test(given) ? Number(given) : given),
    z.number({ error }).int({ error }).min(min, { error }).max(max, { error }).default(fallback)
  )
}

/** A number from 0 to 1 in decimal digits: `0.8`. */
const share = z.preprocess(
  (given) => (typeof given === 'string' && /^\d{0,9}\.?\d{1,9}$/.test(given) ? Number(given) : given),
  z
    .number({ error: 'must be a number from 0 to 1, such as 0.8' })
    .min(0, { error: 'must be a number from 0 to 1, such as 0.8' })
    .max(1, { error: 'must be a number from 0 to 1, such as 0.8' })
    .optional()
)

/** @param what is left out, with a verb */
export const minConfidence = (what: string) =>
  share.describe(`Leaves out ${what} whose \`confidence\` is lower: 0–1.`)

/** `year,source` → a list of some of `values`. */
export const commaSeparated = <const T extends readonly string[]>(values: T, example: string) => {
  const item = z.enum(values, {
    error: ({ input }) => `"${String(input)}" is not one of ${values.join(', ')}`
  })
  return (
    z
      .string()
      // Here, not on the whole: JSON schema leaves out the examples of what is transformed.
      .meta({ examples: [example] })
      .transform((text) => text.split(',').map((one) => one.trim()))
      .pipe(z.array(item))
  )
}

/** A plus sign that was not percent-encoded arrives as a space: `10:00 01:00`. */
const plusRestored = (given: unknown): unknown =>
  typeof given === 'string' ? given.replace(/ (?=\d{2}:\d{2}$)/, '+') : given

/** As articles may state it: seconds and offset may be left out. */
const MOMENT = z.union([
  z.iso.date(),
  z.iso.datetime({ offset: true, local: true }),
  z.iso.datetime({ offset: true, local: true, precision: -1 })
])

const noMoment = (given: string): string => {
  const day = /^\d{4}-\d{2}-\d{2}(?=T|$)/.exec(given)?.[0]
  return day !== undefined && !z.iso.date().safeParse(day).success
    ? `names a day that the calendar does not have: there is no ${day}`
    : 'must be an ISO 8601 date or date-time, such as 2019-11-28 or 2019-11-28T10:00:00+01:00'
}

/** An ISO 8601 date or date-time. */
export const moment = z.preprocess(
  plusRestored,
  z
    .string()
    .refine((given) => MOMENT.safeParse(given).success, {
      error: ({ input }) => noMoment(input as string)
    })
    .optional()
)

export const PAGE = {
  size: whole(1, 100, 10).describe('Items a page.'),
  cursor: z
    .string()
    .max(1000)
    .optional()
    .describe('Where the page begins: from `links.next` of the page before. Opaque.')
}

export const q = z
  .string()
  .max(2000, 'must be at most 2000 characters')
  .describe(
    'The query: words; `"a phrase"` as it is written, `"a phrase"~0` in any inflection; `prefix*`; `word~` (typing errors); `AND OR NOT` (also `OG ELLER ' +
      'IKKE`), `-word`, `+word`, parentheses; ' +
      `${queryFields.map((field) => `\`${field}:\``).join(', ')}; ` +
      '`"a b"~5` (within 5 words). Anything that can be typed is a valid query; ' +
      '`query.warnings` says what was read otherwise than it looks.'
  )
  .meta({ examples: ['digitaliseringsstrategi'] })

export const MATCH = z
  .enum(['auto', 'all', 'any'])
  .default('auto')
  .describe(
    '`all`: every word must match; `any`: one is enough; `auto`: every word, but any if no article has them all.'
  )

/** What a word finds beside itself. */
export const WORDS = {
  compounds: flag(true).describe(
    'A word finds the compounds it is part of, and a compound finds its parts near each other.'
  ),
  variants: flag(true).describe(
    'Bokmål and nynorsk forms of a word find each other (`sykehus`, `sjukehus`), and so do spellings with ' +
      'and without marks (`alesund`, `Ålesund`). Words in quotation marks are found as they are written.'
  ),
  fuzzy: z
    .preprocess(
      (given) => (given === 'true' ? true : given === 'false' ? false : given),
      z.union([z.boolean(), z.literal('auto')], { error: 'must be auto, true or false' }).default('auto')
    )
    .describe(
      'Words with one typing error, of eight letters and more with two: `auto` where a word finds nothing as ' +
        'it was typed, `true` for all words, `false` for those with `~` only.'
    )
}

const name = z.string().min(1, 'must not be empty')

const language = z.enum(LANGUAGES, {
  error: ({ input }) =>
    `must be one of ${LANGUAGES.join(', ')}` +
    (String(input).includes(',') ? '; for several repeat the parameter: lang=nn&lang=nb' : '')
})

/** What is no id at all is a mistake; one that is nobody's is not. */
export const ENTITY_ID = z
  .string()
  .max(300, 'must be at most 300 characters')
  .regex(
    new RegExp(`^(?:${ENTITY_TYPES.join('|')}):.`),
    `must be an entity id, <type>:<name>, with one of ${ENTITY_TYPES.join(', ')}, as in person:paul-chaffey`
  )

/** Which articles are looked at. */
export const FILTER = {
  lang: repeatable(language).describe('Bokmål, nynorsk, or neither.'),
  ...byField(FILTER_FIELDS, () => repeatable(name).describe('Exact but for case.')),
  entity: repeatable(ENTITY_ID).describe(
    'Entity id, such as `person:paul-chaffey`; the article mentions all of them.'
  ),
  from: moment.describe(
    'Published then or later. A date is the calendar day as the article states it, a date-time an instant ' +
      '(UTC where it has no offset).'
  ),
  to: moment.describe('Published then or earlier; inclusive, so a date is the whole day.')
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

export const snippetLength = whole(80, 600, 240).describe(
  'Target length of a snippet in characters: whole sentences where they fit, else a cut between words.'
)

export const ENTITY_PATH = z.object({
  id: z
    .string()
    .max(300, 'must be at most 300 characters')
    .describe("The entity's id; one of another of its names answers with the entity too.")
    .meta({ examples: ['person:paul-chaffey'] })
})

export const ARTICLE_PATH = z.object({
  id: z
    .string()
    .max(200, 'must be at most 200 characters')
    .describe("The article's id: its file's name without the extension, or the id that the file states.")
    .meta({ examples: ['001_7e20df3f18f34ccd'] })
})
