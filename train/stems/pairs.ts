import type { DictionaryWord } from './dictionary-word.js'
import type { Document } from './documents.js'

/** How many inflected forms share a stem with their dictionary form. Shares from 0 to 1. */
export interface PairShare {
  readonly pairs: number
  /** The first stem of each. */
  readonly first: number
  /** Any of their stems: what a search for the dictionary form finds. */
  readonly any: number
}

/** @param stemsOf all stems of a word, the likeliest first */
export const pairShare = (
  pairs: Iterable<readonly [lemma: string, form: string]>,
  stemsOf: (word: string) => readonly string[]
): PairShare => {
  let [all, first, any] = [0, 0, 0]
  for (const [lemma, form] of pairs) {
    const [asked, found] = [stemsOf(lemma), stemsOf(form)]
    all++
    if (asked[0] === found[0]) first++
    if (asked.some((stem) => found.includes(stem))) any++
  }
  return { pairs: all, first: first / all, any: any / all }
}

/** The inflected forms of the words that raw text has most often, all forms together. */
export function* frequentPairs(
  words: readonly DictionaryWord[],
  counts: ReadonlyMap<string, number>,
  most: number
): Generator<[string, string]> {
  const frequency = ({ forms }: DictionaryWord): number =>
    forms.reduce((sum, form) => sum + (counts.get(form) ?? 0), 0)
  const byFrequency = words
    .map((word) => ({ word, count: frequency(word) }))
    .sort((a, b) => b.count - a.count)
  for (const { word } of byFrequency.slice(0, most))
    for (const form of word.forms) if (form !== word.lemma) yield [word.lemma, form]
}

/** The inflected forms in documents, of words that `isUnseen` names, each once. */
export const unseenPairs = (
  documents: readonly Document[],
  isUnseen: (lemma: string) => boolean
): [string, string][] => {
  const pairs = new Map<string, [string, string]>()
  for (const { readings } of documents)
    for (const { form, lemma, wordClass, lower } of readings)
      if (lower && wordClass !== 'name' && wordClass !== 'other' && form !== lemma && isUnseen(lemma))
        pairs.set(`${lemma} ${form}`, [lemma, form])
  return [...pairs.values()]
}
