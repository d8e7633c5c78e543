import { Refusal, Withheld } from '../refusal.js'
import { timeOf } from './dates.js'
import type { FactName } from './fact-names.js'
import { date, truth } from './values.js'

/** States of WordPress and of publishing systems in which an article is not public. */
const HIDDEN = new Set([
  'draft',
  'auto-draft',
  'pending',
  'private',
  'trash',
  'future',
  'inherit',
  'utkast',
  'kladd',
  'withheld',
  'embargoed',
  'canceled',
  'cancelled'
])

/**
 * @param stated the values that a record states of a fact, whatever they are
 * @returns when the article expires, in milliseconds since 1970; undefined where it does not
 * @throws {Withheld} for a draft, a date of publication that is to come, and an article that has expired
 */
export const shownUntil = (
  stated: (fact: FactName) => readonly unknown[],
  now = Date.now()
): number | undefined => {
  // Jekyll writes a draft `published: false`.
  if (stated('draft').some((value) => truth(value) === true) || stated('publishedAt').some(isNo))
    throw new Withheld('It is a draft: take `draft` away to serve it')
  const status = stated('status').find(
    (value): value is string => typeof value === 'string' && HIDDEN.has(value.trim().toLowerCase())
  )
  if (status !== undefined) throw new Withheld(`Its status is ${status}: publish it to serve it`)
  const [published] = datesOf([...stated('publishedAt')])
  const from = Math.max(...datesOf(stated('shownFrom')), published ?? -Infinity)
  if (from > now)
    throw new Withheld('Its date of publication is still to come: it is served from then on', undefined, from)
  const until = Math.min(...datesOf(stated('shownUntil')))
  if (until <= now) throw new Withheld('Its date of expiry has passed: take that away to serve it')
  return until === Infinity ? undefined : until
}

const isNo = (value: unknown): boolean => truth(value) === false

/** Those that can be read, in milliseconds since 1970. */
const datesOf = (values: readonly unknown[]): readonly number[] =>
  values.flatMap((value) => {
    try {
      const iso = date(value)
      return iso === undefined ? [] : [timeOf(iso)]
    } catch (error) {
      if (error instanceof Refusal) return []
      throw error
    }
  })
