import type { Lists } from '../../structures/lists.js'
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
 * The words of a collection, which all its segments share. By word id unless it says otherwise; `VocabularyBuilder`
 * makes it.
 */
export interface VocabularyTables {
  readonly words: StringTable
  readonly terms: StringTable
  readonly termOf: Uint32Array
  /** Terms of the parts of each compound, in order, then those of inner compounds; empty for other words. */
  readonly parts: Lists
  /** 1 where the writer marked the parts with hyphens. */
  readonly marked: Uint8Array
  /** See `WORD_KINDS`. */
  readonly kinds: Uint8Array
  readonly written: WrittenTables
  /** The ids of all words, the most frequent first; equal ones ascend. */
  readonly byFrequency: Uint32Array
  /** The ids of all words in the order of their code units; and by word, its place there. */
  readonly sorted: Uint32Array
  readonly ranks: Uint32Array
  /** The ids of the words that have a folded key of another form (`foldKey`), in the order of their keys. */
  readonly folded: Uint32Array
  /** By term id. */
  readonly wordsOfTerm: Lists
  /** By term id: the compounds of which it is a part, the most frequent first. */
  readonly wordsWithPart: Lists
  readonly letters: LetterTables
  readonly grams: GramTables
  /** By hash of a spelling key: terms that have it, or a word that has it. See `spellingKey`. */
  readonly spellings: Lists
}
