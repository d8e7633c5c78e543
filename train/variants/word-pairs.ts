import type { WordPair } from './learn-correspondences.js'
import type { PairCounts } from './word-alignment.js'

/** Less than this is chance. */
const LEAST_COUNT = 0.2
const LEAST_PROBABILITY = 0.03

/** By nynorsk word, then bokmål word. */
export const flipped = (counts: PairCounts): PairCounts => {
  const result: PairCounts = new Map()
  for (const [one, row] of counts)
    for (const [other, count] of row) {
      const list = result.get(other) ?? new Map<string, number>()
      if (list.size === 0) result.set(other, list)
      list.set(one, count)
    }
  return result
}

/** Pairs that are more than chance, with the probability of the second, given the first. */
export const wordPairs = (counts: PairCounts): WordPair[] => {
  const pairs: WordPair[] = []
  for (const [from, row] of counts) {
    const total = [...row.values()].reduce((a, b) => a + b, 0)
    for (const [to, count] of row) {
      const probability = count / total
      if (count > LEAST_COUNT && probability > LEAST_PROBABILITY) pairs.push({ from, to, count, probability })
    }
  }
  return pairs
}
