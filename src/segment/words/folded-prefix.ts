import type { Models } from '../../analysis/models.js'
import { foldKey } from '../../analysis/text/fold.js'
import { isSpelling } from '../../analysis/text/spelling.js'
import { prefixRange } from '../../structures/prefix-range.js'
import type { PrefixWords } from './prefix-words.js'
import type { WordId, WordRunTables } from './vocabulary-tables.js'

/** A shorter prefix has all the marks it is meant to have: `al*` finds nothing that begins with `ål`. */
const SHORTEST_FOLDED = 4

/** The words that are looked through. */
interface Words {
  readonly models: Pick<Models, 'isKnownForm'>
  word(id: WordId): string
  /** Those that begin with just this. */
  wordsWithPrefix(prefix: string): PrefixWords
}

/**
 * The words that begin with another spelling of `prefix`, by their keys: `kafe` → `kafé`, `ales` → `ålesund`. What
 * `isSpelling` says of words holds for what was typed of them.
 */
export const findFoldedPrefix = (
  vocabulary: Words,
  runs: readonly Pick<WordRunTables, 'folded'>[],
  prefix: string
): WordId[] => {
  const isKnown = (form: string): boolean =>
    prefix.length < SHORTEST_FOLDED || vocabulary.models.isKnownForm(form)
  const key = foldKey(prefix)
  const { has } = vocabulary.wordsWithPrefix(prefix)
  // Thousands of words begin with one of a few spellings of a short prefix.
  const known = new Map<string, boolean>()
  const isSpelled = (beginning: string): boolean => {
    const is = known.get(beginning) ?? isSpelling(prefix, beginning, isKnown)
    known.set(beginning, is)
    return is
  }
  const marked: WordId[] = []
  for (const { folded } of runs) {
    const { from, to } = prefixRange(folded, (id) => foldKey(vocabulary.word(id)), key)
    for (const id of folded.subarray(from, to))
      if (!has(id) && isSpelled(beginningOf(vocabulary.word(id), key))) marked.push(id)
  }
  const isPlain = key !== prefix && isSpelling(prefix, key, isKnown)
  return isPlain ? [...marked, ...vocabulary.wordsWithPrefix(key).words] : marked
}

/** The beginning of a word with this key. */
const beginningOf = (word: string, key: string): string => {
  let end = 1
  while (end < word.length && foldKey(word.slice(0, end)).length < key.length) end++
  return word.slice(0, end)
}
