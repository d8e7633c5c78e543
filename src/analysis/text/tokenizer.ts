import { isAbbreviation, LONGEST_ABBREVIATION } from './abbreviations.js'
import { classAt, DIGIT, INNER, isLetterOrDigit, LETTER, UPPER } from './characters.js'
import { numberEnd } from './numbers.js'

/** Receives a token's written form: `text.slice(start, end)`, UTF-16 code units. */
export type TokenSink = (start: number, end: number) => void

/** No token is longer; a longer run of letters is cut here, as in Lucene's StandardTokenizer. */
export const MAX_TOKEN_LENGTH = 255

/** What follows the first label of a domain name. Bounded, as are the letters and stops, so that no text is slow. */
const DOMAIN =
  /(?:\.[\p{L}\p{N}-]{1,63}){0,4}\.(?:no|com|org|net|se|dk|eu|fi|uk|info|io|tv)(?![\p{L}\p{N}-])/uy
const LETTERS_AND_STOPS = /(?:\p{L}{1,7}\.){1,4}(?:\p{L}{1,6}(?![\p{L}\p{N}]))?/uy

const isHyphen = (text: string, index: number): boolean => {
  const unit = text.charCodeAt(index)
  return unit === 0x2d || unit === 0x2010 || unit === 0x2011
}

const isSign = (unit: number): boolean => unit === 0x25 /* % */ || unit === 0xa7 /* § */

/**
 * Cuts a text into words, numbers and the signs % and §, in one pass from left to right.
 *
 *     KommIT-rådet møtes kl. 18:30 → KommIT-rådet, møtes, kl., 18:30
 *     «silo-tankegangen» på digi.no → silo-tankegangen, på, digi.no
 *     1 000 000 brukere, 1,7 % → 1 000 000, brukere, 1,7, %
 *
 * Not a token: quotation marks, dashes, bullets, emoji.
 */
export const tokenize = (text: string, sink: TokenSink): void => {
  let at = 0
  while (at < text.length) {
    const kind = classAt(text, at)
    if (kind & LETTER) {
      const end = overStops(text, at, wordEnd(text, at, at))
      sink(at, end)
      at = end
    } else if (kind & DIGIT) {
      const number = numberEnd(text, at)
      const end = joinsWord(text, number) ? overStops(text, at, wordEnd(text, at, number)) : number
      sink(at, end)
      at = end
    } else {
      if (isSign(text.charCodeAt(at))) sink(at, at + 1)
      at++
    }
  }
}

/** `17åring`, `2016-tallet`, `100-årsdag`: letters go on; `2016–2017` and `10-15` are two numbers. */
const joinsWord = (text: string, at: number): boolean =>
  (classAt(text, at) & LETTER) !== 0 || (isHyphen(text, at) && (classAt(text, at + 1) & LETTER) !== 0)

/** The end of the word that begins at `start`, from `from` over inner apostrophes, hyphens and `&` between capitals. */
const wordEnd = (text: string, start: number, from: number): number => {
  const limit = Math.min(text.length, start + MAX_TOKEN_LENGTH)
  let end = from
  while (end < limit) {
    if (isLetterOrDigit(text, end)) end++
    else if (end > from && end + 1 < limit && joinsLetters(text, end)) end += 2
    else if (end === from && isHyphen(text, end)) end++
    else break
  }
  return end
}

const joinsLetters = (text: string, at: number): boolean => {
  if (!isLetterOrDigit(text, at + 1) || !isLetterOrDigit(text, at - 1)) return false
  if (isHyphen(text, at) || classAt(text, at) & INNER) return true
  return text[at] === '&' && (classAt(text, at - 1) & classAt(text, at + 1) & UPPER) !== 0
}

/** The end of the abbreviation or domain name that the word is the beginning of, else the word's own end. */
const overStops = (text: string, start: number, end: number): number => {
  if (text.charCodeAt(end) !== 0x2e) return end
  return abbreviationEnd(text, start) ?? domainEnd(text, start, end) ?? end
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

/** `digi.no`, `www.oslo.kommune.no`; `stop` is the end of the first label. */
const domainEnd = (text: string, start: number, stop: number): number | undefined => {
  if (!isLetterOrDigit(text, stop + 1)) return undefined
  DOMAIN.lastIndex = stop
  const end = stop + (DOMAIN.exec(text)?.[0].length ?? 0)
  return end > stop && end - start <= MAX_TOKEN_LENGTH ? end : undefined
}
