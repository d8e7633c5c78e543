import { mayEndSentence } from './abbreviations.js'
import { classAt, DIGIT, LETTER, SPACE, UPPER } from './characters.js'
import type { Span } from '../../structures/span.js'

export interface Sentence extends Span {
  /** What lies before it: the same paragraph, a new line, or a blank line. */
  readonly after: 'sentence' | 'line' | 'blank'
}

/** Tells whether a token ends at a full stop that belongs to it: the start of that token, or undefined. */
export type StopOwner = (stop: number) => number | undefined

const TERMINAL = /(?<![.!?…])[.!?…]+[»”"’')\]]*(?=\s)|\n\s*/g
const OPENING = /[\s«“”"‘'([–—•*-]/
const LINE_OPENING = /[–—•*-]/

/** Where a sentence may end. */
interface Boundary {
  /** Start of the sentence that may end here. */
  readonly start: number
  /** The first full stop, question mark or the like; or the new line. */
  readonly stop: number
  /** Start of what comes after. */
  readonly next: number
}

/**
 * The sentences of a text in order, without the space around them; together they hold every character that is no space.
 *
 *     Han kom kl. 18. mai. Det var J. K. Rowling. → two sentences
 *     – Hvorfor? spurte han. → one: a small letter goes on
 *     1. Møtet den 18. 11. 2014 → one
 *
 * A new line ends a sentence unless the next one begins with a small letter and nothing closed the line. Fails on
 * `Plan B. Han …`, read as an initial.
 */
export const splitSentences = (text: string, ownerOf: StopOwner): Sentence[] => {
  const sentences: Sentence[] = []
  let start = skipSpace(text, 0)
  let after: Sentence['after'] = 'blank'
  const close = (end: number, next: number): void => {
    const trimmed = trimEnd(text, start, end)
    if (trimmed > start) sentences.push({ start, end: trimmed, after })
    const lines = newLines(text, end, next)
    after = lines > 1 ? 'blank' : lines === 1 ? 'line' : 'sentence'
    start = next
  }
  for (const { index: stop, 0: mark } of text.matchAll(TERMINAL)) {
    if (stop < start) continue
    const isNewLine = mark.startsWith('\n')
    const end = isNewLine ? stop : stop + mark.length
    const boundary = { start, stop, next: skipSpace(text, end) }
    if ((isNewLine ? breaksLine : endsSentence)(text, boundary, ownerOf)) close(end, boundary.next)
  }
  close(text.length, text.length)
  return sentences
}

/** A single new line inside a sentence, as in wrapped text, is no boundary. */
const breaksLine = (text: string, { start, stop, next }: Boundary, ownerOf: StopOwner): boolean => {
  if (newLines(text, stop, next) > 1) return true
  if (!beginsSmall(text, next) || LINE_OPENING.test(text[next]!)) return true
  const last = trimEnd(text, start, stop) - 1
  return /[!?…:;]/.test(text[last]!) || (text[last] === '.' && ownerOf(last) === undefined)
}

const endsSentence = (text: string, boundary: Boundary, ownerOf: StopOwner): boolean => {
  const { stop, next } = boundary
  if (next >= text.length) return true
  if (!beginsLarge(text, next)) return false
  if (text[stop] !== '.') return true
  const owner = ownerOf(stop)
  if (owner === undefined) return !isInitial(text, stop) && !isOrdinal(text, boundary)
  return mayEndSentence(text.slice(owner, stop + 1).toLowerCase()) && !isDigit(text, next)
}

/** `E.` in `Per E. Hansen` */
const isInitial = (text: string, stop: number): boolean =>
  (classAt(text, stop - 1) & UPPER) !== 0 && (classAt(text, stop - 2) & (LETTER | DIGIT)) === 0

/** `2.` and `1.2.` before what they number, and `18.` in `18. 11. 2014` */
const isOrdinal = (text: string, { start, stop, next }: Boundary): boolean => {
  let first = stop
  while (stop - first < 5 && first > start && /[\d.]/.test(text[first - 1]!)) first--
  const length = stop - first
  return length > 0 && ((first === start && length < 5) || (length < 3 && isDigit(text, next)))
}

const isDigit = (text: string, at: number): boolean => (classAt(text, at) & DIGIT) !== 0

const newLines = (text: string, start: number, end: number): number => {
  let count = 0
  for (let at = start; at < end; at++) if (text.charCodeAt(at) === 0x0a) count++
  return count
}

const firstOf = (text: string, at: number): number => {
  let first = at
  while (first < text.length && first - at < 6 && OPENING.test(text[first]!)) first++
  return first
}

/** A capital, a digit, or a name like `eKommune` may begin a sentence, after quotation marks and dashes too. */
const beginsLarge = (text: string, at: number): boolean => {
  const first = firstOf(text, at)
  return !beginsSmall(text, at) || (classAt(text, first + 1) & UPPER) !== 0
}

const beginsSmall = (text: string, at: number): boolean => {
  const kind = classAt(text, firstOf(text, at))
  return (kind & LETTER) !== 0 && (kind & UPPER) === 0
}

const skipSpace = (text: string, from: number): number => {
  let at = from
  while (at < text.length && classAt(text, at) & SPACE) at++
  return at
}

const trimEnd = (text: string, start: number, from: number): number => {
  let end = from
  while (end > start && classAt(text, end - 1) & SPACE) end--
  return end
}
