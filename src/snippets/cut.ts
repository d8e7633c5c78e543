import type { Span } from '../structures/span.js'
import type { ArticleText } from './article-text.js'

/**
 * At most `length` code units of a sentence that is too long, between words: at white space where there is some, else
 * at other punctuation, as in a long address. Only a word that is longer than `length` itself is cut.
 *
 * @param hit what the passage shows; the beginning of the sentence where it is absent
 */
export const cutSentence = (article: ArticleText, sentence: Span, length: number, hit?: Span): Span => {
  const start = hit === undefined ? sentence.start : startBefore(article, sentence, length, hit)
  const limit = Math.min(sentence.end, start + length)
  return trim(article.text, start, limit === sentence.end ? limit : endBefore(article, start, limit))
}

/** A quarter of the passage goes before the hit, more where the sentence ends soon. */
const startBefore = (article: ArticleText, sentence: Span, length: number, hit: Span): number => {
  const wanted = Math.max(hit.start - Math.floor(length / 4), hit.end - length)
  const earliest = Math.max(sentence.start, Math.min(wanted, sentence.end - length))
  if (earliest === sentence.start) return earliest
  for (let at = earliest; at < hit.start; at++) if (isAtSpace(article, at)) return at
  for (let at = earliest; at < hit.start; at++)
    if (!article.isInsideWord(at) && !isInsidePair(article.text, at)) return at
  return hit.start
}

const endBefore = (article: ArticleText, start: number, limit: number): number => {
  for (let at = limit; at > start; at--) if (isAtSpace(article, at)) return at
  for (let at = limit; at > start; at--)
    if (!article.isInsideWord(at)) return wholeCodePoints(article.text, at)
  return wholeCodePoints(article.text, limit)
}

const isAtSpace = (article: ArticleText, at: number): boolean =>
  (/\s/.test(article.text[at]!) || /\s/.test(article.text[at - 1]!)) && !article.isInsideWord(at)

const wholeCodePoints = (text: string, at: number): number => (isInsidePair(text, at) ? at - 1 : at)

/** Is it between the two code units of one code point? Text is well-formed, so that the second tells. */
const isInsidePair = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at)
  return unit >= 0xdc00 && unit <= 0xdfff
}

const trim = (text: string, from: number, to: number): Span => {
  let [start, end] = [from, to]
  while (start < end && /\s/.test(text[start]!)) start++
  while (end > start && /\s/.test(text[end - 1]!)) end--
  return { start, end }
}
