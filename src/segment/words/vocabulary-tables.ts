import type { KeyedLists, Lists } from '../../structures/lists.js'
import type { StringTable } from '../../structures/string-table.js'
import type { GramTables } from './gram-index.js'
import type { LetterTables } from './near-words.js'
import type { WrittenTables } from './written-forms.js'

/** A distinct word form of the collection, dense. Word ids and term ids are different numbers. */
export type WordId = number
/** A distinct indexed form (stem), dense. */
export type TermId = number

/** What a word looks like: mostly written with a capital inside sentences, beginning with a digit, or neither. */
export const WORD_KINDS = { plain: 0, name: 1, number: 2 } as const

/**
 * The words of a collection, by word id unless it says otherwise. Words keep their ids; later ones are put behind them.
 * `VocabularyBuilder` makes it.
 */
export interface VocabularyTables {
  readonly words: StringTable
  readonly terms: StringTable
  readonly termOf: Uint32Array
  /** Terms of the other words that a word may be a form of (`WordAnalysis.further`); empty for most words. */
  readonly furtherTerms: Lists
  /** Terms of the parts of each compound, in order, then those of inner compounds; empty for other words. */
  readonly parts: Lists
  /** 1 where the writer marked the parts with hyphens. */
  readonly marked: Uint8Array
  /** See `WORD_KINDS`. */
  readonly kinds: Uint8Array
  readonly written: WrittenTables
  /** The words that no article has any more, ascending: see `GoneWords`. */
  readonly gone: Uint32Array
  /** Ways to words, each to those of a range of ids, in their order. */
  readonly runs: Readonly<Record<string, WordRunTables>>
}

/** Ways to the words of a range of ids: what cannot be put behind what there is, as it is in another order. */
export interface WordRunTables {
  /** The first id, and the one after the last; the same of terms. */
  readonly range: Uint32Array
  /** The ids in the order of the words' code units; and by word, from the first on, its place there. */
  readonly sorted: Uint32Array
  readonly ranks: Uint32Array
  /** By place in `sorted`: how many tokens of a segment's first run of articles are the word (`withFirstCounts`). */
  readonly firstCounts: Uint32Array
  /** The ids of the words that have a folded key of another form (`foldKey`), in the order of their keys. */
  readonly folded: Uint32Array
  /** By term id: the words that it is the term or a further term of. */
  readonly wordsOfTerm: KeyedLists
  /** By term id: the compounds of which it is a part, the most frequent first. */
  readonly wordsWithPart: KeyedLists
  readonly letters: LetterTables
  /** By term ids: terms that are no words here, only the dictionary forms of some. */
  readonly termLetters: LetterTables
  /** Words by their places in the range. */
  readonly grams: GramTables
  /** By hash of a spelling key: terms that have it, or a word that has it. See `spellingKey`. */
  readonly spellings: Lists
}
