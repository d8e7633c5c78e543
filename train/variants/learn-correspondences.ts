import type { Correspondence } from '../../src/analysis/variants/correspondences.js'
import { alignLetters } from './letter-alignment.js'
import { spellingLikeness } from './spelling.js'

/** Two words of one meaning, and how much one stands for the other. */
export interface WordPair {
  readonly from: string
  readonly to: string
  /** Occurrences as each other's counterpart. */
  readonly count: number
  /** Probability of `to`, given `from`. */
  readonly probability: number
}

export interface LearningOptions {
  /** Longest stretch of letters, ends included. */
  readonly longest: number
  /** Fewest words that show a stretch. */
  readonly fewest: number
  /** Words without evidence that a stretch's probability is discounted by. */
  readonly discount: number
  readonly leastProbability: number
  readonly mostOptions: number
  /** Confidence that a whole word's counterpart holds for a part of a compound; 0 leaves them out. */
  readonly parts: number
  /** A stretch goes where its own stretches give each option within this factor's logarithm. */
  readonly tolerance: number
}

export const LEARNING: LearningOptions = {
  longest: 6,
  fewest: 2,
  discount: 0.5,
  leastProbability: 0.03,
  mostOptions: 4,
  parts: 0.7,
  tolerance: 0.2
}

/** What each stretch becomes, likeliest first. */
export type CorrespondenceTable = Map<string, Correspondence[]>

/**
 * Learns what stretches of letters become, from words that are spelled alike; whole words serve as compounds' parts.
 */
export const learnCorrespondences = (pairs: readonly WordPair[], options = LEARNING): CorrespondenceTable => {
  const stretches = new Map<string, Map<string, number>>()
  const add = (stretch: string, to: string, weight: number) => {
    const row = stretches.get(stretch) ?? new Map<string, number>()
    if (row.size === 0) stretches.set(stretch, row)
    row.set(to, (row.get(to) ?? 0) + weight)
  }
  for (const { from, to, probability } of pairs) {
    if (!/^\p{L}+$/u.test(from + to) || spellingLikeness(from, to) === 0) continue
    const outputs = alignLetters(from, to)
    const marked = `^${from}$`
    for (let start = 0; start < marked.length; start++) {
      let output = ''
      for (let end = start + 1; end <= Math.min(marked.length, start + options.longest); end++) {
        output += outputs[end - 1]!
        add(marked.slice(start, end), output, probability)
      }
    }
  }
  const learned = new Map<string, Correspondence[]>()
  for (const [stretch, row] of stretches) {
    const total = [...row.values()].reduce((a, b) => a + b, 0)
    if (total < options.fewest && stretch.length > 1) continue
    const list = [...row]
      .map(([to, n]) => ({ to, p: n / (total + options.discount) }))
      .filter(({ p }) => p >= options.leastProbability)
      .sort((a, b) => b.p - a.p || (a.to < b.to ? -1 : 1))
      .slice(0, options.mostOptions)
    learned.set(
      stretch,
      list.map(({ to, p }) => ({ to, score: Math.log(p) }))
    )
  }
  if (options.tolerance > 0) prune(learned, options.tolerance)
  if (options.parts > 0) addParts(learned, pairs, options)
  return learned
}

const addParts = (
  learned: CorrespondenceTable,
  pairs: readonly WordPair[],
  options: LearningOptions
): void => {
  for (const { from, to, probability, count } of pairs) {
    if (!/^\p{L}{3,13}$/u.test(from) || to.length < 3 || from === to || probability < 0.1 || count < 0.5)
      continue
    const score = Math.log(options.parts * probability)
    for (const [stretch, whole] of [
      [`^${from}`, `^${to}`],
      [`${from}$`, `${to}$`]
    ] as const) {
      const list = learned.get(stretch) ?? []
      if (list.length === 0) learned.set(stretch, list)
      const same = list.findIndex((option) => option.to === whole)
      if (same < 0) list.push({ to: whole, score })
      else if (list[same]!.score < score) list[same] = { to: whole, score }
    }
  }
}

/** Takes out what shorter stretches say as well, shortest first. */
const prune = (learned: CorrespondenceTable, tolerance: number): void => {
  const stretches = [...learned.keys()]
    .filter((s) => s.length > 1)
    .sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
  for (const stretch of stretches) {
    const options = learned.get(stretch)!
    learned.delete(stretch)
    const composed = compose(stretch, learned)
    if (!options.every(({ to, score }) => Math.abs(score - (composed.get(to) ?? -Infinity)) < tolerance))
      learned.set(stretch, options)
  }
}

/** The best score of each spelling that shorter stretches give. */
const compose = (
  stretch: string,
  learned: ReadonlyMap<string, readonly Correspondence[]>
): Map<string, number> => {
  const beams = Array.from({ length: stretch.length + 1 }, () => new Map<string, number>())
  beams[0]!.set('', 0)
  for (let start = 0; start < stretch.length; start++)
    for (let end = start + 1; end <= stretch.length; end++)
      for (const { to, score } of learned.get(stretch.slice(start, end)) ?? [])
        for (const [spelling, so] of beams[start]!) {
          const total = so + score
          if (total > -4 && total > (beams[end]!.get(spelling + to) ?? -Infinity))
            beams[end]!.set(spelling + to, total)
        }
  return beams[stretch.length]!
}
