import { createHash } from 'node:crypto'

// What words, terms and parts are called in the indices. A token names its kind before a colon.

/** Lucene takes 32,766 bytes; nobody types so many. */
const LONGEST = 200

/** Words that long are links; two that begin alike stay two. */
const cut = (name: string): string =>
  name.length <= LONGEST
    ? name
    : `${name.slice(0, LONGEST)}${createHash('sha256').update(name).digest('hex').slice(0, 16)}`

/** A dot parts the names of fields, spaces part tokens and bars those at one place. */
const escaped = (name: string): string =>
  cut(name).replace(/[.|\s]/g, (sign) => (sign === '.' ? '\u2024' : '\u2423'))

/** What articles stand under: a term, or a term as a part of compounds. See `termKey`, `partKey`. */
export const keyName = (term: string, isPart: boolean): string => `${isPart ? '+' : '='}${escaped(term)}`

/** Tokens of the title and the text, several at each place. */
export const TOKENS = {
  /** The word as it is, in small letters. */
  word: (word: string) => `w:${escaped(word)}`,
  /** The word where it is written with a capital (1) or with two to begin with (2): see `CASES`. */
  cased: (word: string, leastCase: number) => `${leastCase}:${escaped(word)}`,
  /** Its term, or a further one. */
  term: (term: string) => `t:${escaped(term)}`,
  /** The term of a part that no sign marks. */
  part: (term: string) => `p:${escaped(term)}`,
  /** The term, or the form, of a part that the writer marked. */
  markedTerm: (term: string) => `u:${escaped(term)}`,
  markedForm: (form: string) => `f:${escaped(form)}`,
  /** Parts beside each other in a word whose parts are marked, by their terms or their forms. */
  run: (kind: 'terms' | 'forms', parts: readonly string[], ends: RunEnds) =>
    `${kind === 'terms' ? 'r' : 's'}${ends.first ? '[' : ''}${ends.last ? ']' : ''}:${parts.map(escaped).join('\u203a')}`
} as const

/** Does a run begin with the first part of its word, and end with the last one? */
export interface RunEnds {
  readonly first: boolean
  readonly last: boolean
}

/** What an article's `words` have of a word: that it is there, and how it is written. */
export const WORDS = {
  any: (word: string) => escaped(word),
  /** Written so somewhere in the article: see `CASES`. */
  cased: (word: string, written: number) => `${written}^${escaped(word)}`,
  /** With a capital inside a sentence. */
  inside: (word: string) => `n^${escaped(word)}`
} as const
