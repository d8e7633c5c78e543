import { classAt, DIGIT, FRACTION, isLetterOrDigit, SCRIPT } from './characters.js'

const isDigit = (text: string, index: number): boolean => (classAt(text, index) & DIGIT) !== 0

/** A space between thousands: a common one, one that does not break, a thin one, one as wide as a digit. */
const SPACES = ' \u00a0\u2007\u2009\u202f'

/** What stands between thousands, all spaces as one: one number may have a no-break space and a common one. */
const separatorAt = (text: string, at: number): string => {
  const character = text.charAt(at)
  if (character === '.') return character
  return character !== '' && SPACES.includes(character) ? ' ' : ''
}

/** A longer run of digits and separators is several numbers. */
const LIMIT = 255

/**
 * The end of the number that begins at `start`.
 *
 *     1 000 000 · 500.000 · 1,7 · 18:30 · 24.12.2019 · 3.141 · 2½  → one number each
 *     2015 100 personer → 2015 (four digits before a space are no group of thousands)
 *
 * Fails on `i uke 12 100 personer`, read as 12 100.
 */
export const numberEnd = (text: string, start: number): number => {
  const limit = start + LIMIT
  let end = digitsEnd(text, start, limit)
  if (end - start <= 3) end = groupsEnd(text, end, limit)
  while (isDigit(text, end + 1) && end + 1 < limit && /[.,:]/.test(text[end]!))
    end = digitsEnd(text, end + 1, limit)
  return end < limit && classAt(text, end) & FRACTION ? end + 1 : end
}

const digitsEnd = (text: string, start: number, limit: number): number => {
  let end = start
  while (isDigit(text, end) && end < limit) end++
  return end
}

/** Skips groups of a separator and just three digits, all with the same separator. */
const groupsEnd = (text: string, start: number, limit: number): number => {
  const separator = separatorAt(text, start)
  if (separator === '') return start
  let end = start
  while (separatorAt(text, end) === separator && end + 4 <= limit && isGroup(text, end + 1)) end += 4
  return end
}

const isGroup = (text: string, at: number): boolean =>
  isDigit(text, at) && isDigit(text, at + 1) && isDigit(text, at + 2) && !goesOnAt(text, at + 3)

const goesOnAt = (text: string, at: number): boolean =>
  isLetterOrDigit(text, at) || (classAt(text, at) & SCRIPT) !== 0

/**
 * One spelling for one number: thousands joined, decimal comma and time colon as a full stop. Its own spelling again.
 *
 *     1 000 000 → 1000000     500.000 → 500000     1,7 → 1.7     18:30 → 18.30     24.12.2019 → 24.12.2019
 *     ½ → 0.5                 2½ → 2.5
 *
 * Three digits after a comma are thousands, as in English: `1,500` → 1500, so three decimals fail: `3,141` → 3141.
 */
export const normaliseNumber = (written: string): string => {
  const joined = withDecimals(written)
    .replace(/[ \u00a0\u2007\u2009\u202f]/g, '')
    .replace(/[,:]/g, '.')
  return /^[1-9]\d{0,2}(?:\.\d{3})+$/.test(joined) ? joined.replaceAll('.', '') : joined
}

/** `2½` → 2.5, `⅓` → 0.33 */
const withDecimals = (written: string): string =>
  written.replace(/(\d?)([\u00bc-\u00be\u2150-\u215e])/, (_, digit: string, fraction: string) => {
    const [over = 0, under = 1] = fraction.normalize('NFKC').split('\u2044').map(Number)
    return `${digit || '0'}.${String(Math.round((100 * over) / under) / 100).slice(2)}`
  })
