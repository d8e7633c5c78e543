import type { WordId } from '../../segment/words/vocabulary-tables.js'

/**
 * At most so many of some words, the most frequent ones, in the order given; of equally frequent ones the first. The
 * words of articles that were taken out are still in the vocabulary: they have the frequency 0, and are none.
 *
 * @param frequencies of each, in the same order
 */
export const mostFrequent = (
  words: Uint32Array,
  frequencies: Uint32Array,
  most: number
): { readonly words: readonly WordId[]; readonly isCut: boolean } => {
  const limit = highest(frequencies, most)
  let countAbove = 0
  for (const frequency of frequencies) if (frequency > limit) countAbove++
  let atLimit = limit === 0 ? 0 : most - countAbove
  const kept: WordId[] = []
  let isCut = false
  for (let i = 0; i < words.length; i++) {
    const frequency = frequencies[i]!
    if (frequency > limit || (frequency === limit && atLimit-- > 0)) kept.push(words[i]!)
    else if (frequency > 0) isCut = true
  }
  return { words: kept, isCut }
}

/** The frequency of the word at place `most`, 0 where there are no more. */
const highest = (frequencies: Uint32Array, most: number): number => {
  /** By the bits that a frequency takes: how many words have one of so many. Few words are frequent. */
  const counts = new Uint32Array(33)
  for (const frequency of frequencies) counts[bitsOf(frequency)]!++
  let [bits, more] = [counts.length - 1, 0]
  while (bits > 0 && more + counts[bits]! < most) more += counts[bits--]!
  if (bits === 0 || more + counts[bits]! + lower(counts, bits) <= most) return 0
  const alike = new Uint32Array(counts[bits]!)
  let count = 0
  for (const frequency of frequencies) if (bitsOf(frequency) === bits) alike[count++] = frequency
  return alike.sort().at(more - most)!
}

const bitsOf = (frequency: number): number => 32 - Math.clz32(frequency)

/** Words that are found in articles, and take fewer bits. */
const lower = (counts: Uint32Array, bits: number): number =>
  counts.subarray(1, bits).reduce((sum, count) => sum + count, 0)
