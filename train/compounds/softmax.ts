import { FEATURE_SLOTS } from '../../src/analysis/compounds/boundary-features.js'
import type { ExampleTable } from './examples.js'
import { randomNumbers, shuffled } from '../../tools/random.js'

export interface SoftmaxOptions {
  readonly seed: number
  readonly epochs: number
  /** Strength of the pull of all weights towards nought. */
  readonly l2: number
  readonly rate: number
  /** Features that occur with fewer candidates than this are dropped. */
  readonly leastSeen: number
}

/** Weights under which the right candidate of each example is likely: a softmax over its candidates, by AdaGrad. */
export const trainSoftmax = (table: ExampleTable, options: SoftmaxOptions): Float32Array => {
  const weights = new Float32Array(FEATURE_SLOTS)
  const squares = new Float32Array(FEATURE_SLOTS).fill(1e-2)
  const isUsed = new Uint8Array(FEATURE_SLOTS)
  const seen = new Int32Array(FEATURE_SLOTS)
  for (const slot of table.slots) seen[slot]!++
  seen.forEach((count, slot) => (isUsed[slot] = Number(count >= options.leastSeen)))
  let order = [...table.answers.keys()]
  const random = randomNumbers(options.seed)
  const scores = new Float64Array(80)
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    order = shuffled(order, random)
    const rate = options.rate * (1 - (epoch / options.epochs) * 0.9)
    for (const example of order) {
      likelihoods(table, example, weights, scores)
      const first = table.examples[example]!
      const last = table.examples[example + 1]!
      for (let c = first; c < last; c++) {
        const error = scores[c - first]! - (c - first === table.answers[example] ? 1 : 0)
        if (Math.abs(error) < 1e-4) continue
        for (let k = table.candidates[c]!; k < table.candidates[c + 1]!; k++) {
          const slot = table.slots[k]!
          if (isUsed[slot] === 0) continue
          const slope = error + options.l2 * weights[slot]!
          squares[slot]! += slope * slope
          weights[slot]! -= (rate * slope) / Math.sqrt(squares[slot]!)
        }
      }
    }
  }
  return weights
}

/** How likely each candidate of an example is. */
const likelihoods = (
  table: ExampleTable,
  example: number,
  weights: Float32Array,
  scores: Float64Array
): void => {
  const first = table.examples[example]!
  const last = table.examples[example + 1]!
  let highest = -Infinity
  for (let c = first; c < last; c++) {
    let score = 0
    for (let k = table.candidates[c]!; k < table.candidates[c + 1]!; k++) score += weights[table.slots[k]!]!
    scores[c - first] = score
    highest = Math.max(highest, score)
  }
  let sum = 0
  for (let c = 0; c < last - first; c++) sum += scores[c] = Math.exp(scores[c]! - highest)
  for (let c = 0; c < last - first; c++) scores[c]! /= sum
}
