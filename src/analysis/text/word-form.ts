import { isAbbreviation } from './abbreviations.js'
import { normaliseNumber } from './numbers.js'

/** A sign that is read as a word. */
const signs: Readonly<Record<string, string>> = { '%': 'prosent', '§': 'paragraf' }

/**
 * The form under which a written token is counted and looked up: lower case, one spelling.
 *
 *     Stortinget → stortinget    O’Brien → obrien    bl.a. → bla    IKT‑Norge → ikt-norge    1 000 → 1000
 *     1 000-lapp → 1000-lapp    % → prosent
 */
export const wordForm = (written: string): string => {
  const lower = written.toLowerCase()
  if (/^[a-zæøå]*$/.test(lower)) return lower
  if (/^\p{Nd}/u.test(lower) && !/\p{L}/u.test(lower)) return normaliseNumber(lower)
  if (lower.includes('.') && (isAbbreviation(lower) || isAbbreviation(`${lower}.`)))
    return lower.replaceAll('.', '')
  return signs[lower] ?? lower.replace(/['’\u00ad\s]/g, '').replace(/[\u2010\u2011]/g, '-')
}
