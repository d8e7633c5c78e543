import { anyHasKey } from '../../structures/any-has-key.js'
import { groupByKey, groupPlaces, lengthOfKey, listOfKey, type KeyedLists } from '../../structures/lists.js'
import { sharedColumn } from '../../structures/tables.js'
import type { WordId } from '../words/vocabulary-tables.js'

/** Where each word stands in a segment: its positions, ascending, in one list or in several that follow each other. */
export interface WordPositions {
  count(word: WordId): number
  /** Is it in an article that came after the first ones? */
  isInLater(word: WordId): boolean
  lists(word: WordId): readonly Uint32Array[]
}

/** To find the articles of the positions of a word takes so many times as long as to look at words of an article. */
export const LOOK_UP = 3

/** How many tokens are one of some words. */
export const occurrencesOf = (positions: WordPositions, words: Iterable<WordId>): number => {
  let occurrences = 0
  for (const word of words) occurrences += positions.count(word)
  return occurrences
}

/** @param runs by word: its positions in a part of the articles; each part comes after the one before */
export const wordPositions = (runs: readonly KeyedLists[]): WordPositions => {
  const withKeys = runs.filter(({ keys }) => keys.length > 0)
  const forAll = runs.filter(({ keys }) => keys.length === 0)
  const isInSome = anyHasKey(withKeys.map(({ keys }) => keys))
  return {
    count: (word) => {
      let count = 0
      for (const run of forAll) count += lengthOfKey(run, word)
      // Most words are in the first run alone.
      if (isInSome(word)) for (const run of withKeys) count += lengthOfKey(run, word)
      return count
    },
    isInLater: isInSome,
    lists: (word) => runs.map((run) => listOfKey(run, word))
  }
}

/** Lists for all words. Lets other work run meanwhile. @param words by position @param wordCount ids are below it */
export const positionsOfAll = async (words: Uint32Array, wordCount: number): Promise<KeyedLists> => ({
  keys: sharedColumn(Uint32Array, 0),
  ...(await groupByKey(wordCount, {
    count: words.length,
    forEach: (position, pair) => {
      pair(words[position]!, position)
    }
  }))
})

/** Lists for those words alone that there are. Lets other work run meanwhile. @param words by position */
export const positionsOfSome = (words: Uint32Array): Promise<KeyedLists> => groupPlaces(words)
