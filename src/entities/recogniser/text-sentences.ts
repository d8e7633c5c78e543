import { classAt, LETTER, SPACE, UPPER } from '../../analysis/text/characters.js'
import type { Reading } from '../../analysis/text/reading.js'
import type { Span } from '../../structures/span.js'

/** A word, a part of one, or a sign, as it is read. Offsets are UTF-16 code units into the article's text. */
export interface EntityToken extends Span {
  readonly form: string
  /** The noun behind a name in one word: `leder` in `LO-leder`. */
  readonly isTail?: true
}

/**
 * The sentences of a text as the treebank that the recogniser learned from cuts them: signs are tokens too, and a full
 * stop belongs to an initial or an ordinal, a hyphen to the word that it cuts short.
 *
 *     «Kommunal- og …», sier E. Berg (H). → « Kommunal- og … » , sier E. Berg ( H ) .
 *
 * The words are the index's own tokens; `text.slice(start, end)` is what was written, `form` what is read.
 */
export const textSentences = (text: string, { tokens, sentences }: Reading): EntityToken[][] => {
  let next = 0
  return sentences.map((sentence) => {
    const found: EntityToken[] = []
    let at = sentence.start
    for (; next < tokens.length && tokens[next]!.start < sentence.end; next++) {
      const { start, end, word } = tokens[next]!
      if (start < at) continue
      addSigns(text, { start: at, end: start }, found)
      at = wordEnd(text, { start, end }, sentence.end)
      // Most words are written as they are indexed: their text, which others share, needs not be cut out again.
      if (at === end && isWrittenSo(text, start, end, word)) found.push({ start, end, form: word })
      else addWord(text, { start, end: at }, found)
    }
    addSigns(text, { start: at, end: sentence.end }, found)
    return found
  })
}

/** Is a word written as it is indexed, in nothing but small letters? */
const isWrittenSo = (text: string, start: number, end: number, word: string): boolean => {
  if (word.length !== end - start) return false
  for (let i = 0; i < word.length; i++) {
    if (text.charCodeAt(start + i) !== word.charCodeAt(i)) return false
    if ((classAt(word, i) & (LETTER | UPPER)) !== LETTER) return false
  }
  return true
}

/** A word with a name inside is read as two: the name, and what goes with it. */
const addWord = (text: string, { start, end }: Span, found: EntityToken[]): void => {
  const written = text.slice(start, end)
  const seam = seamIn(written)
  if (seam === undefined) found.push({ start, end, form: readable(written) })
  else {
    found.push({ start, end: start + seam, form: readable(written.slice(0, seam)) })
    const tail = { start: start + seam + 1, end, form: readable(written.slice(seam + 1)) }
    found.push(/^\p{Ll}/u.test(tail.form) ? { ...tail, isTail: true } : tail)
  }
}

/** `LO-leder`, `USA-allierte`: a capital, and a small letter after the last hyphen; `fotball-VM` the other way. */
const BEFORE_NOUN = /^\p{Lu}[\p{L}\d&.'’-]*[\p{L}\d](?=[-\u2010\u2011]\p{Ll}{2,}$)/u
const AFTER_NOUN =
  /^(?:\p{Ll}{3,}(?=[-\u2010\u2011]\p{Lu}[\p{L}\d]+$)|\p{Lu}\p{Ll}{2,}(?=[-\u2010\u2011](?:VM|OL|EM|NM)$))/u
/** `Sør-koreansk`, `Nord-norsk` are no names with something behind them. */
const DIRECTION =
  /^(?:nord|sør|øst|aust|vest|midt|nordvest|nordaust|nordøst|sørvest|sørøst|ikke|ikkje|anti|ex|eks)$/iu

/** What is one name with the name before it: `EU-kommisjonen`, `Krim-halvøya`, `Obos-ligaen`. */
const WHOLE = /-(?:kommisjonen|parlamentet|domstolen|rådet|halvøya|halvøyen|ligaen|stiftelsen|stiftinga)$/

/** Where the hyphen stands between a name and a noun. */
const seamIn = (written: string): number | undefined => {
  if (!HYPHEN.test(written) || WHOLE.test(written)) return undefined
  const [before] = BEFORE_NOUN.exec(written) ?? AFTER_NOUN.exec(written) ?? []
  return before === undefined || DIRECTION.test(before) ? undefined : before.length
}

const HYPHEN = /[-\u2010\u2011]/

/** The word with the sign that belongs to it: `E.`, `18.` inside a sentence, `Kommunal-` before a space. */
const wordEnd = (text: string, { start, end }: Span, limit: number): number => {
  const sign = text[end]
  if (end + 1 >= limit || (sign !== '-' && sign !== '.') || !(classAt(text, end + 1) & SPACE)) return end
  return sign === '-' || STOPPED.test(text.slice(start, end)) ? end + 1 : end
}

const STOPPED = /^(?:\p{Lu}|\d{1,2})$/u

const addSigns = (text: string, { start, end }: Span, found: EntityToken[]): void => {
  if (start === end || (start + 1 === end && text[start] === ' ')) return
  const only = onlySign(text, start, end)
  if (only !== undefined) {
    found.push({ start: only, end: only + 1, form: text[only]! })
    return
  }
  const gap = text.slice(start, end)
  for (const match of gap.matchAll(SIGNS)) {
    const from = start + match.index
    found.push({ start: from, end: from + match[0].length, form: readable(match[0]) })
  }
}

/** Where the one sign of a gap stands, as of `, `; undefined where there are more, and for other signs than ASCII. */
const onlySign = (text: string, start: number, end: number): number | undefined => {
  let only: number | undefined
  for (let at = start; at < end; at++) {
    if (classAt(text, at) & SPACE) continue
    if (only !== undefined || text.charCodeAt(at) > 0x7f) return undefined
    only = at
  }
  return only
}

const SIGNS = /\.{2,4}|[^\s\u00ad\u200b\ufeff]/gu

/** One spelling of a sign; soft hyphens left out. */
const readable = (written: string): string => {
  if (written.length > 1 && !ODD.test(written)) return written
  const form = written.replace(/\u00ad/g, '')
  return form.length === 1
    ? (SAME_SIGN[form] ?? form)
    : form.replace(/[\u2010\u2011]/g, '-').replace(/[’´`]/g, "'")
}

/** What is not read as it is written. */
const ODD = /[\u00ad\u2010\u2011’´`]/

const SAME_SIGN: Readonly<Record<string, string>> = {
  '–': '-', '—': '-', '•': '-', '“': '"', '”': '"', '„': '"', '…': '...', '’': "'", '‘': "'"
} // prettier-ignore
