import type { Variant } from '../../src/analysis/variants/respelling.js'
import { LISTED } from '../../src/analysis/variants/variant-model.js'
import type { WordPair } from './learn-correspondences.js'
import { spellingLikeness } from './spelling.js'

const MOST_VARIANTS = 6
const LEAST_PROBABILITY = 0.05
/** Fewest occurrences of words that share no spelling: `økning`, `auke`. */
const FEWEST_UNLIKE = 1.5
/** The exact form weighs 1. */
const MOST_WEIGHT = 0.95
/** A word that is itself in so many sentences, and in this share of them, is the same in both standards. */
const SAME = { count: 3, probability: 0.97 }

/** Is the pair more than chance? Words that share no spelling must be seen more often, and names must share it. */
const isTrusted = ({ from, to, count, probability }: WordPair, names: ReadonlySet<string>): boolean => {
  if (from === to || probability < LEAST_PROBABILITY || /\d/.test(from + to)) return false
  if (spellingLikeness(from, to) > 0) return true
  return count >= FEWEST_UNLIKE && !names.has(from) && !names.has(to)
}

/**
 * Variants of each word, of both directions; a weight is the square root of the probability.
 *
 * @param listed words that mean the same: see `readCounterparts`
 */
export const variantTable = (
  pairs: readonly WordPair[],
  names: ReadonlySet<string>,
  listed: readonly (readonly [string, string])[]
): Map<string, Variant[]> => {
  const weights = new Map<string, Map<string, number>>()
  const add = (from: string, to: string, weight: number): void => {
    const row = weights.get(from) ?? new Map<string, number>()
    if (row.size === 0) weights.set(from, row)
    row.set(to, Math.max(row.get(to) ?? 0, weight))
  }
  for (const pair of pairs)
    if (isTrusted(pair, names)) add(pair.from, pair.to, Math.min(MOST_WEIGHT, Math.sqrt(pair.probability)))
  for (const [one, other] of listed) {
    add(one, other, LISTED)
    add(other, one, LISTED)
  }
  const table = new Map<string, Variant[]>()
  for (const from of [...weights.keys()].sort())
    table.set(
      from,
      [...weights.get(from)!]
        .map(([word, weight]) => ({ word, weight }))
        .sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1))
        .slice(0, MOST_VARIANTS)
    )
  return table
}

/** Words that translations leave as they are: `hus`, `olsen`. */
export const sameWords = (pairs: readonly WordPair[]): string[] =>
  pairs
    .filter(
      ({ from, to, count, probability }) =>
        from === to && count >= SAME.count && probability >= SAME.probability
    )
    .map(({ from }) => from)
