import { joinedLists } from '../../structures/lists.js'
import { prefixRange } from '../../structures/prefix-range.js'
import type { GoneWords } from './gone-words.js'
import type { WordId, WordRunTables } from './vocabulary-tables.js'

/** Words, with how many tokens of the articles in a segment's first run are each of them, where that is known. */
export interface CountedWords {
  readonly words: Uint32Array
  readonly firstCounts?: Uint32Array
}

/** Words that begin alike. */
export interface PrefixWords {
  /** In the order of their code units, those of a run before those of the next. */
  readonly words: Uint32Array
  /** The same, and among them words that are gone. */
  readonly counted: CountedWords
  /** Does a word begin so, one that is gone too? */
  readonly has: (word: WordId) => boolean
}

/** What is looked through. */
interface Words {
  readonly runs: readonly Pick<WordRunTables, 'sorted' | 'ranks' | 'range' | 'firstCounts'>[]
  readonly wordOf: (id: WordId) => string
  readonly gone: GoneWords
}

/**
 * The words that begin with `prefix`. They are gathered when they are read, and not to tell whether there is one: a
 * letter begins tens of thousands.
 */
export const findPrefix = (
  { runs, wordOf, gone }: Words,
  prefix: string
): PrefixWords & { readonly isEmpty: boolean } => {
  const found = runs.map(({ sorted, ranks, range, firstCounts }) => {
    const { from, to } = prefixRange(sorted, wordOf, prefix)
    const words = sorted.subarray(from, to)
    return { from, to, ranks, first: range[0]!, words, counts: firstCounts.subarray(from, to) }
  })
  const allWords = (): Uint32Array => joined(found.map(({ words }) => words))
  return {
    get words() {
      return gone.without(allWords())
    },
    get counted() {
      return { words: allWords(), firstCounts: joined(found.map(({ counts }) => counts)) }
    },
    get isEmpty() {
      return !found.some(({ words }) => words.some((word) => !gone.has(word)))
    },
    has: (word) => {
      let run = found.length - 1
      while (word < found[run]!.first) run--
      const { ranks, first, from, to } = found[run]!
      const rank = ranks[word - first]!
      return rank >= from && rank < to
    }
  }
}

const joined = (columns: readonly Uint32Array[]): Uint32Array =>
  joinedLists(columns.filter(({ length }) => length > 0))
