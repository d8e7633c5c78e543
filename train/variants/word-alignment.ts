import type { SentencePair } from './sentence-pairs.js'
import { spellingLikeness } from './spelling.js'

/** What the aligner assumes; `diagonal` 0, `spelling` 0 and `symmetric` false is IBM Model 1. */
export interface AlignmentOptions {
  readonly iterations: number
  /** How strongly words align with words at the same relative place; fast_align's λ (Dyer et al. 2013). */
  readonly diagonal: number
  /** Pseudo-occurrences given to words that are spelled alike. */
  readonly spelling: number
  /** Probability that a word has no counterpart. */
  readonly unaligned: number
  /** Keep what both directions agree on. */
  readonly symmetric: boolean
}

export const ALIGNMENT: AlignmentOptions = {
  iterations: 6,
  diagonal: 12,
  spelling: 2,
  unaligned: 0.08,
  symmetric: true
}

/** Expected number of times that two words translate each other: by bokmål word, then nynorsk word. */
export type PairCounts = Map<string, Map<string, number>>

/** Expected counts of word pairs, by EM over the sentence pairs. */
export const alignWords = (pairs: readonly SentencePair[], options = ALIGNMENT): PairCounts => {
  const forward = new Direction(options)
  const backward = new Direction(options)
  const flipped = pairs.map(({ nb, nn }) => ({ nb: nn, nn: nb }))
  for (let i = 1; i < options.iterations; i++) {
    forward.learn(pairs)
    backward.learn(flipped)
  }
  const counts: PairCounts = new Map()
  for (const [i, { nb, nn }] of pairs.entries()) {
    const toNn = forward.posteriors(nb, nn)
    const toNb = options.symmetric ? backward.posteriors(flipped[i]!.nb, flipped[i]!.nn) : undefined
    for (const [b, source] of nb.entries())
      for (const [n, target] of nn.entries()) {
        const agreed = toNn[n * nb.length + b]! * (toNb?.[b * nn.length + n] ?? 1)
        if (agreed > 0.01) addCount(counts, [source, target], agreed)
      }
  }
  return counts
}

const addCount = (counts: PairCounts, [source, target]: readonly [string, string], count: number): void => {
  const row = counts.get(source) ?? new Map<string, number>()
  if (row.size === 0) counts.set(source, row)
  row.set(target, (row.get(target) ?? 0) + count)
}

/** Translation probabilities from one side to the other. */
class Direction {
  private counts: PairCounts = new Map()
  private totals = new Map<string, number>()
  private readonly likeness = new Map<string, Map<string, number>>()

  constructor(private readonly options: AlignmentOptions) {}

  learn(pairs: readonly SentencePair[]): void {
    const counts: PairCounts = new Map()
    const totals = new Map<string, number>()
    for (const { nb, nn } of pairs) {
      const posteriors = this.posteriors(nb, nn)
      for (const [t, target] of nn.entries())
        for (const [s, source] of nb.entries()) {
          const posterior = posteriors[t * nb.length + s]!
          if (posterior < 1e-4) continue
          addCount(counts, [source, target], posterior)
          totals.set(source, (totals.get(source) ?? 0) + posterior)
        }
    }
    this.counts = counts
    this.totals = totals
  }

  /** Row by row for each target word: the probability that each source word is its origin. */
  posteriors(sources: readonly string[], targets: readonly string[]): Float64Array {
    const { diagonal, unaligned } = this.options
    const result = new Float64Array(sources.length * targets.length)
    for (const [t, target] of targets.entries()) {
      const row = result.subarray(t * sources.length, (t + 1) * sources.length)
      let places = 0
      for (let s = 0; s < sources.length; s++)
        places += row[s] = Math.exp(-diagonal * Math.abs(s / sources.length - t / targets.length))
      let sum = unaligned * 1e-3
      for (const [s, source] of sources.entries())
        sum += row[s] = (row[s]! / places) * (1 - unaligned) * this.probability(source, target)
      for (let s = 0; s < row.length; s++) row[s]! /= sum
    }
    return result
  }

  private probability(source: string, target: string): number {
    const { spelling } = this.options
    const count = this.counts.get(source)?.get(target) ?? (this.totals.size === 0 ? 0.1 : 1e-5)
    const prior = spelling === 0 ? 0 : spelling * this.cachedLikeness(source, target)
    return (count + prior) / ((this.totals.get(source) ?? 0) + spelling + 0.1)
  }

  private cachedLikeness(source: string, target: string): number {
    const row = this.likeness.get(source) ?? new Map<string, number>()
    if (row.size === 0) this.likeness.set(source, row)
    let likeness = row.get(target)
    if (likeness === undefined) row.set(target, (likeness = spellingLikeness(source, target)))
    return likeness
  }
}
