import { classAt, SPACE } from '../../analysis/text/characters.js'
import type { Reading } from '../../analysis/text/reading.js'
import type { Span } from '../../structures/span.js'

/** A word or a sign as the recogniser sees it. Offsets are UTF-16 code units into the article's text. */
export interface EntityToken extends Span {
  readonly form: string
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
      const { start, end } = tokens[next]!
      if (start < at) continue
      addSigns(text, { start: at, end: start }, found)
      at = wordEnd(text, { start, end }, sentence.end)
      found.push({ start, end: at, form: readable(text.slice(start, at)) })
    }
    addSigns(text, { start: at, end: sentence.end }, found)
    return found
  })
}

/** The word with the sign that belongs to it: `E.`, `18.` inside a sentence, `Kommunal-` before a space. */
const wordEnd = (text: string, { start, end }: Span, limit: number): number => {
  const sign = text[end]
  if (end + 1 >= limit || (sign !== '-' && sign !== '.') || !(classAt(text, end + 1) & SPACE)) return end
  return sign === '-' || STOPPED.test(text.slice(start, end)) ? end + 1 : end
}

const STOPPED = /^(?:\p{Lu}|\d{1,2})$/u

const addSigns = (text: string, { start, end }: Span, found: EntityToken[]): void => {
  if (start === end || (start + 1 === end && text[start] === ' ')) return
  const gap = text.slice(start, end)
  for (const match of gap.matchAll(SIGNS)) {
    const from = start + match.index
    found.push({ start: from, end: from + match[0].length, form: readable(match[0]) })
  }
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
