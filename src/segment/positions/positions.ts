import { classAt, UPPER } from '../../analysis/text/characters.js'
import type { Reading } from '../../analysis/text/reading.js'
import { firstWhere } from '../../structures/bisect.js'
import type { Field } from '../field.js'
import type { WordId } from '../words/vocabulary-tables.js'
import { gapOf } from './sentence-codes.js'

/**
 * The words of every article in order, with their offsets: what phrases, proximity and snippets read instead of the
 * text.
 *
 * Positions count tokens through the whole segment. An article's title tokens come first, then its text tokens;
 * `start` of a title token is an offset into the title, of a text token into the text (UTF-16 code units).
 */
export interface PositionTables {
  /** By article: its first position; one more at the end. */
  readonly first: Uint32Array
  /** By article: the position of its first text token. */
  readonly text: Uint32Array
  /** By position. */
  readonly words: Uint32Array
  readonly starts: Uint32Array
  readonly lengths: Uint8Array
  /** How the token is written, see `caseAt` and `hasCapitalInside`. */
  readonly cases: Uint8Array
  readonly sentences: SentenceTables
}

/** The sentences of every article's text, in order. */
export interface SentenceTables {
  /** By article: its first sentence; one more at the end. */
  readonly first: Uint32Array
  /** By sentence: offsets into the text, and what is told of it (see `codesOf`). */
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  readonly codes: Uint8Array
}

/**
 * How a token is written: without a capital letter, with one (`Lo`, `iPhone`), or with two to begin with (`LO`, `LOs`).
 */
export const CASES = { small: 0, capital: 1, capitals: 2 } as const

export const caseOf = (written: string): number => {
  if (isSmall(written) || !/\p{Lu}/u.test(written)) return CASES.small
  return /^\p{Lu}\W?\p{Lu}/u.test(written) ? CASES.capitals : CASES.capital
}

/** Seen code unit by code unit, as of most tokens. Letters of two units are left to a regular expression. */
const isSmall = (written: string): boolean => {
  for (let at = 0; at < written.length; at++)
    if (classAt(written, at) & UPPER || written.charCodeAt(at) >= FIRST_SURROGATE) return false
  return true
}

const FIRST_SURROGATE = 0xd800

/** In `cases`, beside the case: the token has a capital though a small letter was to be expected. */
const INSIDE = 4

/** What stands in `cases`. @param isInside see `hasCapitalInside` */
export const codeOfCase = (written: string, isInside: boolean): number =>
  caseOf(written) | (isInside ? INSIDE : 0)

/** How a token is written: see `CASES`. */
export const caseAt = ({ cases }: Pick<PositionTables, 'cases'>, position: number): number =>
  cases[position]! & ~INSIDE

/** Has a token a capital though it does not begin a sentence? */
export const hasCapitalInside = ({ cases }: Pick<PositionTables, 'cases'>, position: number): boolean =>
  (cases[position]! & INSIDE) !== 0

/** Positions of an article, or of one of its fields: first and, exclusive, last. */
export const positionsOf = (
  { first, text }: Pick<PositionTables, 'first' | 'text'>,
  article: number,
  field?: Field
): [number, number] => {
  if (field === 'title') return [first[article]!, text[article]!]
  return [field === 'text' ? text[article]! : first[article]!, first[article + 1]!]
}

/** The article that a position belongs to. */
export const articleAt = ({ first }: Pick<PositionTables, 'first'>, position: number): number =>
  firstWhere(0, first.length - 1, (article) => first[article + 1]! > position)

/** Articles that are looked at one after the other before others are passed over. */
const NEAR = 8

/** The same where it is `article` or one after it: most are near. @param first see `PositionTables` */
export const articleFrom = (first: Uint32Array, article: number, position: number): number => {
  const last = first.length - 2
  let low = article
  for (const near = Math.min(last, low + NEAR); low < near && first[low + 1]! <= position;) low++
  if (low === last || first[low + 1]! > position) return low
  let step = NEAR
  for (; low + step <= last && first[low + step]! <= position; step *= 2) low += step
  return firstWhere(low, Math.min(last, low + step), (at) => first[at + 1]! > position)
}

/** The tokens and sentences of an article's text, as `readText` gave them. @param wordOf the text of a word */
export const readingOf = (
  { first, text, words, starts, lengths, sentences }: PositionTables,
  article: number,
  wordOf: (word: WordId) => string
): Reading => {
  const tokens = []
  for (let position = text[article]!; position < first[article + 1]!; position++) {
    const start = starts[position]!
    tokens.push({ start, end: start + lengths[position]!, word: wordOf(words[position]!) })
  }
  const found = []
  for (let i = sentences.first[article]!; i < sentences.first[article + 1]!; i++)
    found.push({ start: sentences.starts[i]!, end: sentences.ends[i]!, after: gapOf(sentences.codes[i]!) })
  return { tokens, sentences: found }
}
