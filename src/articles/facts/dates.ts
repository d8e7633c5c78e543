import { z } from 'zod'

/**
 * A year, a month, a calendar day, or a time on one: seconds and offset may be left out. These are kept as they are
 * written.
 */
const STANDARD = z.union([
  z.iso.date(),
  z.iso.datetime({ offset: true, local: true }),
  z.iso.datetime({ offset: true, local: true, precision: -1 }),
  // As precise as archives are: a year, or a month of one.
  z.string().regex(/^(?:1[5-9]|20)\d\d(?:-(?:0[1-9]|1[0-2]))?$/)
])

/** Norwegian and English names of months, by their first three letters. */
const MONTHS: Readonly<Record<string, number>> = {
  ...{ jan: 1, feb: 2, mar: 3, apr: 4, mai: 5, may: 5, jun: 6, jul: 7, aug: 8, sep: 9, okt: 10, oct: 10 },
  ...{ nov: 11, des: 12, dec: 12 }
}

/** Names of zones that say how far they are from UTC. */
const ZONES: Readonly<Record<string, string>> = {
  ...{ z: 'Z', utc: 'Z', gmt: 'Z', cet: '+01:00', cest: '+02:00' }
}

const MONTH =
  '(?<month>jan(?:uary?|uar)?|feb(?:ruary?|ruar)?|mar(?:s|ch)?|apr(?:il)?|mai|may|june?|juni|july?|juli|' +
  'aug(?:ust)?|sept?(?:ember)?|o[kc]t(?:ober)?|nov(?:ember)?|de[sc](?:ember)?)\\.?'
const WEEKDAY = '(?:\\p{L}{2,9}\\.?,?\\s+)?'
const DAY = '(?<day>\\d{1,2})(?:st|nd|rd|th)?'
const YEAR = '(?<year>\\d{4})'
const TIME =
  '(?:(?:T|,?\\s+(?:[-–]\\s+)?(?:kl\\.?\\s*|at\\s+)?)(?<hour>\\d{1,2})[:.](?<minute>\\d{2})' +
  '(?:[:.](?<second>\\d{2})(?<fraction>[.,]\\d+)?)?(?:\\s*(?<half>[ap])\\.?m\\b\\.?)?)?'
const ZONE =
  '(?:\\s*(?<zone>z|utc|gmt|cet|cest|(?:gmt|utc)?[+-]\\d{2}(?::?\\d{2})?))?' +
  '(?:\\s*[[(]?(?<place>[a-z]+/[a-z_/]+)[\\])]?|\\s*[[(][^\\])]*[\\])])?'

const patternsOf = (...days: readonly string[]): readonly RegExp[] =>
  days.map((day) => new RegExp(`^${day}${TIME}${ZONE}$`, 'iu'))

/** Each with the time of day after it, if there is one. A day comes before its month, as Norwegians write it. */
const PATTERNS = [
  ...patternsOf(
    `${YEAR}[-/.](?<month>\\d{1,2})[-/.]${DAY}`, // 2019-11-28 10:15:00 +0100, 2019/11/28
    `${DAY}[./-](?<month>\\d{1,2})[./-]${YEAR}`, // 28.11.2019 kl. 10.15, 28/11/2019
    `${WEEKDAY}${DAY}(?:\\.\\s*|\\s+|-)${MONTH}[\\s.-]+${YEAR}`, // torsdag 28. november 2019; Thu, 28 Nov 2019
    `${WEEKDAY}${MONTH}\\s+${DAY},?\\s+${YEAR}`, // November 28, 2019; Thu Nov 28 2019
    `${DAY}\\.(?<month>\\d{1,2})\\.(?<year>\\d{2})` // 28.11.19
  ),
  new RegExp(`^${MONTH}\\s+${YEAR}$`, 'iu'), // november 2019
  new RegExp(`^(?:LOV|FOR)-${YEAR}-(?<month>\\d\\d)-${DAY}(?:-\\d+)?$`, 'iu'), // LOV-2005-06-17-62, of Lovdata
  /^(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)(?:T(?<hour>\d\d)(?<minute>\d\d)(?<second>\d\d)?(?<zone>z|[+-]\d{4})?)?$/i
]

/** A time in seconds or milliseconds since 1970, from 2001 on: before that, too few digits to be sure. */
const EPOCH = /^(?:\d{10}(?:\.\d{1,6})?|\d{13})$/

/**
 * A date or date-time in ISO 8601, of what people, databases, feeds and YAML write; undefined where it is none. What is
 * in ISO 8601 already stays as it is written.
 *
 * - `20.11.2026` → `2026-11-20`; `20. november 2026 kl. 10.15` → `2026-11-20T10:15`
 * - `2024-09-30 10:15:00 +0200` → `2024-09-30T10:15:00+02:00`
 * - `2019`, `2019-11`: as they are; `november 2019` → `2019-11`; `20.11.26` → `2026-11-20`
 * - `2019-11-28T10:15:00 Europe/Oslo` → `2019-11-28T10:15:00+01:00`; `May 1st, 2019 2:30 pm` → `2019-05-01T14:30`
 * - `Thu, 28 Nov 2019 10:15:00 GMT` → `2019-11-28T10:15:00Z`; `1574932500` → `2019-11-28T09:15:00.000Z`
 * - left alone: `11/28/2019` (no 28th month), `2019-02-31`, `i går`
 */
export const isoDate = (stated: string): string | undefined => {
  if (STANDARD.safeParse(stated).success) return stated
  if (EPOCH.test(stated)) return new Date(Number(stated) * (/^\d{13}$/.test(stated) ? 1 : 1000)).toISOString()
  for (const pattern of PATTERNS) {
    const parts = pattern.exec(stated)?.groups
    const iso = parts && isoOf(parts)
    if (iso !== undefined && STANDARD.safeParse(iso).success) return iso
  }
  return undefined
}

/** `19` → `2019`, `87` → `1987`: of two digits the year that is not later than the next one. */
const fullYear = (year: string): string => {
  if (year.length > 2) return year
  return String((Number(year) > (new Date().getUTCFullYear() % 100) + 1 ? 1900 : 2000) + Number(year))
}

const isoOf = (parts: Readonly<Record<string, string | undefined>>): string => {
  const { year = '', month = '', day = '', hour, minute, second, fraction = '', half, zone, place } = parts
  const number = /\d/.test(month) ? month : String(MONTHS[month.slice(0, 3).toLowerCase()])
  const month2 = number.padStart(2, '0')
  const date =
    day === '' ? `${fullYear(year)}-${month2}` : `${fullYear(year)}-${month2}-${day.padStart(2, '0')}`
  if (hour === undefined || minute === undefined) return date
  const seconds = second === undefined ? '' : `:${second}${fraction.replace(',', '.')}`
  const time = `${date}T${hourOfDay(hour, half)}:${minute}${seconds}`
  return zone === undefined && place !== undefined ? time + offsetIn(place, time) : time + offsetOf(zone)
}

/** `2` → `02`; `2`, `p` → `14`; `12`, `a` → `00` */
const hourOfDay = (hour: string, half: string | undefined): string => {
  const isAfternoon = half?.toLowerCase() === 'p'
  const number = half === undefined ? Number(hour) : (Number(hour) % 12) + (isAfternoon ? 12 : 0)
  return String(number).padStart(2, '0')
}

/** `Europe/Oslo`, `2019-05-01T14:30` → `+02:00`; nothing for a place that has no time. */
const offsetIn = (place: string, time: string): string => {
  try {
    const parts = new Intl.DateTimeFormat('en', { timeZone: place, timeZoneName: 'longOffset' })
      .formatToParts(new Date(`${time}Z`))
      .find(({ type }) => type === 'timeZoneName')
    return parts?.value === 'GMT' ? 'Z' : (parts?.value.slice('GMT'.length) ?? '')
  } catch {
    return ''
  }
}

/** `+0100` → `+01:00`, `GMT+0100` → `+01:00`, `CET` → `+01:00`. */
const offsetOf = (zone: string | undefined): string => {
  if (zone === undefined) return ''
  const named = ZONES[zone.toLowerCase()]
  if (named !== undefined) return named
  const digits = zone.replace(/[^\d+-]/g, '').padEnd(5, '0')
  return `${digits.slice(0, 3)}:${digits.slice(3)}`
}

/** When a date or date-time begins, in milliseconds since 1970; a day, and a time without offset, in local time. */
export const timeOf = (iso: string): number => new Date(iso.length === 10 ? `${iso}T00:00` : iso).getTime()
