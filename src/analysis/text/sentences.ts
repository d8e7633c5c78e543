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
 * A new line ends a sentence unless the next one begins with a small letter and nothing closed the line.
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
  if (isInitial(text, boundary)) return false
  const owner = ownerOf(stop)
  if (owner === undefined) return !isOrdinal(text, boundary) && !isStreet(text, boundary)
  return mayEndSentence(text.slice(owner, stop + 1).toLowerCase()) && !isDigit(text, next)
}

/** `E.` in `Per E. Hansen`; not `plan B. Han dro.`, `Prop. 1 S. Den er ny.`, `på X. Statsministeren sa` */
const isInitial = (text: string, { stop, next }: Boundary): boolean => {
  if ((classAt(text, stop - 1) & UPPER) === 0 || isInWord(text, stop - 2)) return false
  const before = wordBefore(text, stop - 1)
  const isOfMedium = text[stop - 1] === 'X' && /^\p{Ll}+$/u.test(before)
  const isLetter = LETTERED.test(before) || isOfMedium || isDigit(text, stop - 3)
  return !isLetter && !OPENERS.test(wordAt(text, next))
}

/** What letters are given to: `vitamin D`, `Champions League-gruppe C`, `energiklasse G`. */
const LETTERED =
  /(?:alternativ|avdeling|bane|blokk|bokstav(?:en)?|del|divisjon|felt|gate|grupp[ea]|hepatitt|inngang|karakter(?:en)?|kategori|klass[ea]n?|linj[ea]|nivå|oppgang|plan|punkt|serie|sone|spor|terminal|type|utgang|variant|vedlegg|vitamin)$/i

/** What sentences begin with, and no surname: *De Niro* and *Da Costa* are some. */
const OPENERS =
  /^(?:alle|at|både|de[nt]|denne|dersom|desse|dette|disse|etter|for|fra|frå|han|her|hun|hva|hvem|hvis|hvor\p{L}*|i|ifølge|ikke|ikkje|jeg|eg|kva|med|medan|men|mens|når|nå|og|også|på|som|så|til|ved|vi)$/iu

const LONGEST_WORD = 20
const WORD_END = /\p{L}+(?= $)/u
const WORD_START = /^\p{L}+(?![\p{L}.])/u

/** The word that ends one space before an offset, or nothing. */
const wordBefore = (text: string, at: number): string =>
  WORD_END.exec(text.slice(Math.max(0, at - LONGEST_WORD), at))?.[0] ?? ''

/** The word that begins at an offset, or nothing where it has a full stop. */
const wordAt = (text: string, at: number): string =>
  WORD_START.exec(text.slice(at, at + LONGEST_WORD))?.[0] ?? ''

const STREET = /(?:^|\P{L})\p{Lu}\p{Ll}+gt$/u

/** `Storgt. 12`, but not `Det er sagt. 12 er enige.` */
const isStreet = (text: string, { stop, next }: Boundary): boolean =>
  isDigit(text, next) && STREET.test(text.slice(Math.max(0, stop - LONGEST_WORD), stop))

/** `2.` and `1.2.` before what they number, and `18.` in `18. 11. 2014` */
const isOrdinal = (text: string, { start, stop, next }: Boundary): boolean => {
  let first = stop
  while (stop - first < 5 && first > start && /[\d.]/.test(text[first - 1]!)) first--
  const length = stop - first
  return length > 0 && ((first === start && length < 5) || (length < 3 && isDigit(text, next)))
}

const isInWord = (text: string, at: number): boolean => (classAt(text, at) & (LETTER | DIGIT)) !== 0

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
