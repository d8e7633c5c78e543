import { isAbbreviation, LONGEST_ABBREVIATION } from './abbreviations.js'
import {
  classAt,
  DIGIT,
  FRACTION,
  HIDDEN,
  INNER,
  isLetterOrDigit,
  LETTER,
  SCRIPT,
  UPPER
} from './characters.js'
import { brokenLineEnd, hiddenEnd, isHyphen } from './line-breaks.js'
import { numberEnd } from './numbers.js'

/** Receives a token's written form: `text.slice(start, end)`, UTF-16 code units. */
export type TokenSink = (start: number, end: number) => void

/** No token is longer; a longer run of letters is cut here, as in Lucene's StandardTokenizer. */
export const MAX_TOKEN_LENGTH = 255

/** What follows the first label of a domain name. Bounded, as are the letters and stops, so that no text is slow. */
const DOMAIN =
  /(?:\.[\p{L}\p{N}-]{1,63}){0,4}\.(?:no|com|org|net|se|dk|eu|fi|uk|info|io|tv)(?![\p{L}\p{N}-])/uy
const LETTERS_AND_STOPS = /(?:\p{L}{1,7}\.){1,4}(?:\p{L}{1,6}(?![\p{L}\p{N}]))?/uy
/** `U.S.A.`, `N.R.K`; the last stop may be missing. */
const SINGLE_LETTERS = /(?:\p{L}\.){1,8}\p{L}(?!\.?[\p{L}\p{N}])\.?/uy
/** `J. K.` before a name, or alone as a query's word. */
const SPACED_INITIALS = /\p{Lu}\.(?:[ \u00a0]\p{Lu}\.){1,3}(?=[ \u00a0]\p{Lu}[\p{L}’'-]|$)/uy
/** `A/S`, `m/s`; not one of several (`a/b/c`). */
const SLASHED_LETTERS = /\p{L}\/\p{L}(?![\p{L}\p{N}/])/uy
/** `&` with a space on both sides. */
const SPACED_AMPERSAND = /[ \u00a0]&[ \u00a0](?=\p{L})/uy
/** Signs after a word that make another name of it: `VG+`, `C++`; not the plus of a sum. */
const NAMING_SIGNS = /\+{1,2}(?![\p{L}\p{N}+])/uy
const SHARP = /#(?![\p{L}\p{N}#])/uy

const isSign = (unit: number): boolean => unit === 0x25 /* % */ || unit === 0xa7 /* § */

/**
 * Cuts a text into words, numbers and the signs % and §, in one pass from left to right.
 *
 *     KommIT-rådet møtes kl. 18:30 → KommIT-rådet, møtes, kl., 18:30
 *     «silo-tankegangen» på digi.no → silo-tankegangen, på, digi.no
 *     1 000 000 brukere, 1,7 % → 1 000 000, brukere, 1,7, %
 *     U.S.A., J. K., A/S, H & M, CO₂, VG+, 2½ → one token each
 *
 * A word that is broken at the end of a line is one (see `brokenLineEnd`). Not a token: quotation marks, dashes,
 * bullets, emoji.
 */
export const tokenize = (text: string, sink: TokenSink): void => {
  let at = 0
  while (at < text.length) {
    const end = tokenEnd(text, at)
    if (end > at) sink(at, end)
    at = Math.max(end, at + 1)
  }
}

/** The end of the token that begins at `at`, or `at` where none does. No letter or digit stands right before it. */
export const tokenEnd = (text: string, at: number): number => {
  const kind = classAt(text, at)
  if (kind & LETTER)
    return overSlash(text, at) ?? overSigns(text, at, overStops(text, at, wordEnd(text, at, at)))
  if (kind & (DIGIT | FRACTION)) {
    const number = kind & DIGIT ? numberEnd(text, at) : at + 1
    return joinsWord(text, number) ? overStops(text, at, wordEnd(text, at, number)) : number
  }
  return kind & SCRIPT || isSign(text.charCodeAt(at)) ? at + 1 : at
}

/** `17åring`, `2016-tallet`, `100-årsdag`: letters go on; `2016–2017` and `10-15` are two numbers. */
const joinsWord = (text: string, at: number): boolean =>
  (classAt(text, at) & LETTER) !== 0 || (isHyphen(text, at) && (classAt(text, at + 1) & LETTER) !== 0)

/** The end of the word that begins at `start`, from `from` on over what joins letters. */
const wordEnd = (text: string, start: number, from: number): number => {
  const limit = Math.min(text.length, start + MAX_TOKEN_LENGTH)
  let end = from
  for (;;) {
    const next = end === from && isHyphen(text, end) ? end + 1 : nextInWord(text, end, end > from)
    if (next === end || next > limit) return end
    end = next
  }
}

/** The place after the next letter of a word, or `at` where the word ends. @param goesOn is there a letter before? */
const nextInWord = (text: string, at: number, goesOn: boolean): number => {
  const kind = classAt(text, at)
  if (kind & (LETTER | DIGIT)) return at + 1
  if (!goesOn || (classAt(text, at - 1) & (LETTER | DIGIT | SCRIPT)) === 0) return at
  if (kind & SCRIPT) return classAt(text, at - 1) & (LETTER | SCRIPT) ? at + 1 : at
  const joint = jointEnd(text, at, kind)
  return joint > at && isLetterOrDigit(text, joint) ? joint + 1 : at
}

/** The end of what joins the letters before `at` to those after it: `-`, `’`, `&`, hidden marks, the end of a line. */
const jointEnd = (text: string, at: number, kind: number): number => {
  if (kind & HIDDEN) return hiddenEnd(text, at)
  if (kind & INNER) return at + 1
  if (isHyphen(text, at)) return isLetterOrDigit(text, at + 1) ? at + 1 : brokenLineEnd(text, at)
  if (text[at] === '&') return joinsNames(text, at, at + 1) ? at + 1 : at
  SPACED_AMPERSAND.lastIndex = at
  const end = at + (SPACED_AMPERSAND.exec(text)?.[0].length ?? 0)
  return end > at && areShort(text, at, end) ? end : at
}

/** `AT&T`, `H&M`, `h&m`: capitals beside the sign, or no more than two letters on each side. */
const joinsNames = (text: string, at: number, next: number): boolean =>
  (classAt(text, at - 1) & classAt(text, next) & UPPER) !== 0 || areShort(text, at, next)

/** Is there a word of one or two letters before `at`, and another from `next` on? */
const areShort = (text: string, at: number, next: number): boolean => {
  const before = isLetterOrDigit(text, at - 2) ? 2 : 1
  const after = isLetterOrDigit(text, next + 1) ? 2 : 1
  const isWhole = !isLetterOrDigit(text, at - before - 1) && text[at - before - 1] !== '&'
  return isWhole && !isLetterOrDigit(text, next + after)
}

/** The end of the abbreviation or domain name that the word is the beginning of, else the word's own end. */
const overStops = (text: string, start: number, end: number): number => {
  if (text.charCodeAt(end) !== 0x2e) return end
  const stops = abbreviationEnd(text, start) ?? acronymEnd(text, start)
  if (stops === undefined) return domainEnd(text, start, end) ?? end
  // `ph.d.-stipendiat`, and not the dash of `osv.-`
  const goesOn = isHyphen(text, stops) && classAt(text, stops + 1) & LETTER && stops > end + 1
  return goesOn ? wordEnd(text, start, stops) : stops
}

/** `bl.a.`, `kl.`, also `f.eks` without its last full stop; not the end of a longer word (`bil.` is no `l.`). */
const abbreviationEnd = (text: string, start: number): number | undefined => {
  LETTERS_AND_STOPS.lastIndex = start
  const run = LETTERS_AND_STOPS.exec(text)?.[0]
  if (run === undefined || run.length > LONGEST_ABBREVIATION || isAcronym(run)) return undefined
  const lower = run.toLowerCase()
  return isAbbreviation(lower) || isAbbreviation(`${lower}.`) ? start + run.length : undefined
}

/** `HR.` and `PR.` are words at the end of a sentence, `hr.` and `Hr.` are not. */
const isAcronym = (run: string): boolean => /^\p{Lu}{2,}\.$/u.test(run)

/** `U.S.A.`, `N.R.K`, `J.K.`, `J. K.` */
const acronymEnd = (text: string, start: number): number | undefined =>
  matchEnd(SINGLE_LETTERS, text, start) ?? matchEnd(SPACED_INITIALS, text, start)

const matchEnd = (pattern: RegExp, text: string, start: number): number | undefined => {
  pattern.lastIndex = start
  const match = pattern.exec(text)?.[0]
  return match === undefined ? undefined : start + match.length
}

/** `A/S`; what stands before is no slash, as in a path. */
const overSlash = (text: string, start: number): number | undefined =>
  text[start + 1] === '/' && text[start - 1] !== '/' ? matchEnd(SLASHED_LETTERS, text, start) : undefined

/** `digi.no`, `www.oslo.kommune.no`; `stop` is the end of the first label. */
const domainEnd = (text: string, start: number, stop: number): number | undefined => {
  if (!isLetterOrDigit(text, stop + 1)) return undefined
  DOMAIN.lastIndex = stop
  const end = stop + (DOMAIN.exec(text)?.[0].length ?? 0)
  return end > stop && end - start <= MAX_TOKEN_LENGTH ? end : undefined
}

/** `VG+`, `C++`, `Disney+-serien`, `C#` */
const overSigns = (text: string, start: number, end: number): number => {
  const sign = text[end]
  const pattern = sign === '+' ? NAMING_SIGNS : sign === '#' && end === start + 1 ? SHARP : undefined
  if (pattern === undefined) return end
  pattern.lastIndex = end
  const length = pattern.exec(text)?.[0].length ?? 0
  const after = end + length
  if (length === 0 || after - start > MAX_TOKEN_LENGTH) return end
  return isHyphen(text, after) && classAt(text, after + 1) & LETTER ? wordEnd(text, start, after) : after
}
