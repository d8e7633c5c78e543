import { isAbbreviation, needsStops } from './abbreviations.js'
import { joinBroken } from './line-breaks.js'
import { normaliseNumber } from './numbers.js'

/** A sign that is read as a word. */
const signs: Readonly<Record<string, string>> = { '%': 'prosent', '§': 'paragraf' }

/**
 * The form under which a written token is counted and looked up: lower case, one spelling.
 *
 *     Stortinget → stortinget    rock’n → rockn    d’Arc → d'arc    O’Brien → o'brien    IKT‑Norge → ikt-norge
 *     H & M → h&m    A/S → as    d.v.s. → dvs    U.S.A. → usa    J. K. → jk    ph.d.-kandidat → phd-kandidat
 *     t.v. → t.v (and not tv)    bl.a. → bl.a (and not bla)    www.nrk.no → nrk.no
 *     1 000 → 1000    1.000-lapp → 1000-lapp    2½ → 2.5    % → prosent
 *     CO₂ → co2    oﬃsiell → offisiell    ＮＲＫ → nrk    Straße → strasse
 *     stats-⏎budsjett → statsbudsjett
 */
export const wordForm = (written: string): string => {
  const lower = written.toLowerCase()
  if (/^[a-zæøå]*$/.test(lower)) return lower
  const whole = joinBroken(written)
  if (isNumber(whole)) return compatible(normaliseNumber(whole))
  const form = withoutStops(withoutGroups(compatible(whole)).replace(/(?<=\.)\s(?=\p{L}\.)/gu, ''))
  return (
    signs[form] ??
    withoutApostrophes(form)
      .replace(/[\s/]|^www\.(?=.+\.)/g, '')
      .replace(/[\u2010\u2011]/g, '-')
  )
}

const isNumber = (written: string): boolean =>
  /^[\p{Nd}\u00bc-\u00be\u2150-\u215e]/u.test(written) && !/\p{L}/u.test(written)

/** What only looks otherwise is the same (Unicode's NFKC), in lower case. */
const compatible = (written: string): string => {
  const folded = written.normalize('NFKC').toLowerCase().normalize('NFKC')
  return folded.includes('ß') ? folded.replaceAll('ß', 'ss') : folded
}

/** `1.000-lapp` → 1000-lapp */
const withoutGroups = (written: string): string =>
  written.replace(/^\d{1,3}(?:[.\s]\d{3})+(?!\d)/, (number) => normaliseNumber(number))

const ABBREVIATED = /^((?:\p{L}+\.)+\p{L}*)(-.*)?$/u
const SINGLE_LETTERS = /^(?:\p{L}\.)+\p{L}?$/u

const withoutStops = (form: string): string => {
  if (!form.includes('.')) return form
  const [, word, rest = ''] = ABBREVIATED.exec(form) ?? []
  if (word === undefined) return form
  if (needsStops(word) || needsStops(`${word}.`)) return word.replace(/\.$/, '') + rest
  const isOne = isAbbreviation(word) || isAbbreviation(`${word}.`) || SINGLE_LETTERS.test(word)
  return isOne ? word.replaceAll('.', '') + rest : form
}

/** The apostrophe stays of what is no part of the name alone, an elision or the Irish O: `val-d’isère`, `o’brien`. */
const withoutApostrophes = (form: string): string =>
  form
    .replace(/(?<=(?:^|-)[dlo])['’](?=\p{L})/gu, '\u0001')
    .replace(/['’]/g, '')
    .replaceAll('\u0001', "'")
