import type { CompoundPart } from '../text/token.js'

/** Finds the parts of a compound, in order; none for a word that is no compound. `word` as `wordForm` gives it. */
export type CompoundSplitter = (word: string) => readonly CompoundPart[]

/** What a splitter knows of a collection's words. */
export interface Lexicon {
  /** How many words (tokens) of the collection have this stem. */
  frequency(stem: string): number
  /** Is the word mostly written with a capital inside sentences, as names are? */
  isName(word: string): boolean
  /** Number of words (tokens) in the collection. */
  readonly size: number
}

/** A hyphen, or the full stop of a domain name, is a boundary that the writer has set: `ikt-norge` → ikt, norge. */
export const splitAtMarks = (word: string): CompoundPart[] => {
  const parts = [...word.matchAll(/[^-.]+/g)].map(({ index, 0: part }) => ({
    start: index,
    end: index + part.length,
    word: part
  }))
  return parts.length > 1 && /\p{L}/u.test(word) ? parts : []
}
