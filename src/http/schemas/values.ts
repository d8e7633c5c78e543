import { z } from 'zod'

/** What one parameter of a query string may be: it comes as text, or as a list of texts where it is repeated. */

/**
 * Text of at most `max` characters; counted in code points, as JSON schema does, and not in the UTF-16 code units that
 * zod counts.
 */
export const text = (max: number) =>
  z
    .string()
    .refine((given) => given.length <= max || Array.from(given).length <= max, {
      error: `must be at most ${max} characters`
    })
    .meta({ maxLength: max })

/** White space as JavaScript, Python and Go know it, since clients in each of them read the pattern. */
export const SPACE = '\\s\\u001c-\\u001f\\u0085\\ufeff'
export const NOT_BLANK = `[^${SPACE}]`

/** Values that one parameter may have. */
const MOST_VALUES = 100

const listed = (given: unknown): unknown => (given === undefined || Array.isArray(given) ? given : [given])

const listOf = <T extends z.ZodType>(value: T) =>
  z.array(value).min(1).max(MOST_VALUES, `may have at most ${MOST_VALUES} values`).optional()

/** Several values: the parameter is repeated, or its values have commas between, or both. A body may hold anything. */
export const severalOf = <T extends z.ZodType>(value: T) =>
  z.preprocess(
    (given) =>
      (listed(given) as readonly unknown[] | undefined)?.flatMap((one): readonly unknown[] =>
        typeof one === 'string' ? partsOf(one) : [one]
      ),
    listOf(value)
  )

const aName = z.string().regex(new RegExp(NOT_BLANK), 'must not be empty').meta({ minLength: 1 })

/** Several names. A comma before a space may be part of one: `Moe, Kari` finds who is called so, or Moe, or Kari. */
export const severalNames = () =>
  z
    .preprocess(listed, listOf(aName))
    .transform((names) =>
      names?.flatMap((name) => (/,\s/.test(name.trim()) ? [name.trim(), ...partsOf(name)] : partsOf(name)))
    )

/** `nb, nn` → nb, nn. Of nothing but commas and blanks, one empty value, which is refused where it is read. */
const partsOf = (given: string): readonly string[] => {
  const parts = given.split(',').map((part) => part.trim())
  const stated = parts.filter((part) => part !== '')
  return stated.length > 0 ? stated : ['']
}

/** One of several values in an order that documents keep; the message names them all. */
export const oneOf = <const T extends readonly string[]>(values: T) =>
  z.enum(values, {
    error: ({ input }) =>
      `must be ${values.length === 1 ? `"${values[0]}"` : `one of ${values.join(', ')}`}` +
      (typeof input === 'string' ? `, not "${input.slice(0, 100)}"` : '')
  })

/** `true` and `True` are the same. */
const inSmallLetters = (given: unknown): unknown => (typeof given === 'string' ? given.toLowerCase() : given)

const TRUTHS = new Map<unknown, boolean>([
  ['true', true],
  ['1', true],
  ['false', false],
  ['0', false]
])

/** `true`, `True` or `1`; `false`, `False` or `0`. */
export const flag = (fallback: boolean) =>
  z.preprocess(
    (given) => TRUTHS.get(inSmallLetters(given)) ?? given,
    z.boolean({ error: 'must be true or false' }).default(fallback)
  )

/** `auto`, or a truth value in words. */
export const automatic = () =>
  z.preprocess(
    inSmallLetters,
    z
      .enum(['auto', 'true', 'false'], { error: 'must be auto, true or false' })
      .meta(typeNamed('Fuzzy', 'Are words with typing errors found?'))
      .default('auto')
  )

/** A whole number in decimal digits: `10`, and neither `1e1`, `0x0A` nor nothing at all. */
export const whole = (min: number, max: number, fallback: number) => {
  const error = `must be a whole number from ${min} to ${max}`
  return z.preprocess(
    wholeNumber,
    z.number({ error }).int({ error }).min(min, { error }).max(max, { error }).default(fallback)
  )
}

const wholeNumber = (given: unknown): unknown =>
  typeof given === 'string' && /^\d{1,9}$/.test(given) ? Number(given) : given

/** A number from 0 to 1 in decimal digits: `0.8`. */
export const share = () => {
  const error = 'must be a number from 0 to 1, such as 0.8'
  return z.preprocess(
    (given) => (typeof given === 'string' && DECIMAL.test(given) ? Number(given) : given),
    z.number({ error }).min(0, { error }).max(1, { error }).optional()
  )
}

/** Also `1e-7`, as JavaScript and Python write small numbers. */
const DECIMAL = /^(?:\d{1,9}(?:\.\d{1,99})?|\.\d{1,99})(?:e-\d{1,3})?$/

/** A plus sign that was not percent-encoded arrives as a space: `10:00 01:00`. */
const plusRestored = (given: unknown): unknown =>
  typeof given === 'string' ? given.trim().replace(/ (?=\d{2}:\d{2}$)/, '+') : given

/** `2025` and `2025-03` as their first or last day; anything else as it is. */
const dayOfPeriod = (given: unknown, end: 'first' | 'last'): unknown => {
  const [, year, month] = PERIOD.exec(typeof given === 'string' ? given : '') ?? []
  if (year === undefined) return given
  if (end === 'first') return `${year}-${month ?? '01'}-01`
  const lastDay = new Date(0)
  lastDay.setUTCFullYear(Number(year), Number(month ?? 12), 0)
  return `${year}-${month ?? '12'}-${String(lastDay.getUTCDate()).padStart(2, '0')}`
}

const PERIOD = /^(\d{4})(?:-(0[1-9]|1[0-2]))?$/

/** As articles may state it: seconds and offset may be left out. */
const MOMENT = [
  z.iso.date(),
  z.iso.datetime({ offset: true, local: true }),
  z.iso.datetime({ offset: true, local: true, precision: -1 })
] as const

const DAY = z.regexes.date.source.slice(1, -1)
const HOUR = '(?:[01]\\d|2[0-3])'
const TIME = `${HOUR}:[0-5]\\d(?::[0-5]\\d(?:\\.\\d+)?)?(?:Z|[+-]${HOUR}:[0-5]\\d)?`

/** The same as one pattern, for the documents. In other languages `\d` is a digit of any script. */
const MOMENT_PATTERN = `^(?:${DAY}(?:T${TIME})?|[0-9]{4}(?:-(?:0[1-9]|1[0-2]))?)$`.replaceAll('\\d', '[0-9]')

const noMoment = (given: string): string => {
  const day = /^\d{4}-\d{2}-\d{2}(?=T|$)/.exec(given)?.[0]
  return day !== undefined && !MOMENT[0].safeParse(day).success
    ? `names a day that the calendar does not have: there is no ${day}`
    : 'must be an ISO 8601 year, month, date or date-time, such as 2019-11 or 2019-11-28T10:00:00+01:00'
}

/** An ISO 8601 date or date-time; of a year or a month the `end` that is meant. */
export const moment = (end: 'first' | 'last') =>
  z.preprocess(
    (given) => dayOfPeriod(plusRestored(given), end),
    z
      .string()
      .refine((given) => MOMENT.some((form) => form.safeParse(given).success), {
        error: ({ input }) => noMoment(input as string)
      })
      .meta({ pattern: MOMENT_PATTERN })
      .optional()
  )

/** A name in the OpenAPI document for the type of a parameter; a list has that of its values as their `id` instead. */
export const typeNamed = (name: string, description: string) => ({ 'x-name': name, 'x-about': description })

// Examples; not as `examples`, which zod leaves out of what is transformed. The document has them in their place.

/** An example that Swagger UI fills in. */
export const filledIn = (example: unknown) => ({ 'x-filled-in': example })

/** An example that documents show, and Swagger UI does not fill in: it would narrow what is found. */
export const shown = (example: unknown) => ({ 'x-shown': example })
