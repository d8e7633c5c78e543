import { joinedLists } from '../../structures/lists.js'
import { prefixRange } from '../../structures/prefix-range.js'
import type { GoneWords } from './gone-words.js'
import type { WordId, WordRunTables } from './vocabulary-tables.js'

/** Words that begin alike. */
export interface PrefixWords {
  /** In the order of their code units, those of a run before those of the next. */
  readonly words: Uint32Array
  /** Does a word begin so, one that is gone too? */
  readonly has: (word: WordId) => boolean
}

/** What is looked through. */
interface Words {
  readonly runs: readonly Pick<WordRunTables, 'sorted' | 'ranks' | 'range'>[]
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
  const found = runs.map(({ sorted, ranks, range }) => {
    const { from, to } = prefixRange(sorted, wordOf, prefix)
    return { from, to, ranks, first: range[0]!, words: sorted.subarray(from, to) }
  })
  return {
    get words() {
      const some = found.filter(({ words }) => words.length > 0)
      return gone.without(joinedLists(some.map(({ words }) => words)))
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
