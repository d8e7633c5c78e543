import type { List } from './lists.js'
import { solve } from './solve.js'

export interface SoftmaxOptions {
  /** Strength of the pull of all weights towards nought. */
  readonly l2: number
  readonly iterations: number
}

export const SOFTMAX: SoftmaxOptions = { l2: 1, iterations: 30 }

const ENOUGH = 1e-4
const LONGEST_STEP = 5

/**
 * Weights under which the right choices of the lists are likely: a softmax over each list (Cao et al., ICML 2007),
 * L2, by Newton's method. No weight is negative: what would have one is left out. Other features than `columns` get
 * 0.
 */
export const fitSoftmax = (
  lists: readonly List[],
  features: number,
  columns: readonly number[],
  { l2, iterations }: SoftmaxOptions = SOFTMAX
): Float64Array => {
  const weights = new Float64Array(features)
  let used = [...columns]
  for (let i = 0; i < iterations; i++) {
    const { slope, curvature } = slopes(lists, weights, used)
    used.forEach((column, at) => {
      slope[at]! -= l2 * weights[column]!
      curvature[at * used.length + at]! += l2
    })
    const step = solve(curvature, slope)
    const longest = Math.max(...step.map(Math.abs))
    const scale = Math.min(1, LONGEST_STEP / longest)
    used.forEach((column, at) => (weights[column]! += scale * step[at]!))
    if (longest > ENOUGH) continue
    const negative = used.filter((column) => weights[column]! < 0)
    if (negative.length === 0) break
    for (const column of negative) weights[column] = 0
    used = used.filter((column) => !negative.includes(column))
  }
  return weights.map((weight) => Math.max(0, weight))
}

/** First and (negative) second derivatives of the log likelihood, by the columns that are used. */
const slopes = (
  lists: readonly List[],
  weights: Float64Array,
  used: readonly number[]
): { slope: Float64Array; curvature: Float64Array } => {
  const count = used.length
  const slope = new Float64Array(count)
  const curvature = new Float64Array(count * count)
  const mean = new Float64Array(count)
  for (const { rows, right } of lists) {
    if (right.length === 0) continue
    const likely = likelihoods(rows, weights, used)
    const ofRight = right.reduce((sum, row) => sum + likely[row]!, 0)
    mean.fill(0)
    likely.forEach((p, row) => {
      for (let a = 0; a < count; a++) mean[a]! += p * rows[row * weights.length + used[a]!]!
    })
    for (let a = 0; a < count; a++) slope[a]! -= mean[a]!
    for (const row of right) {
      const share = ofRight > 0 ? likely[row]! / ofRight : 1 / right.length
      for (let a = 0; a < count; a++) slope[a]! += share * rows[row * weights.length + used[a]!]!
    }
    likely.forEach((p, row) => {
      if (p < 1e-6) return
      for (let a = 0; a < count; a++) {
        const part = p * (rows[row * weights.length + used[a]!]! - mean[a]!)
        for (let b = 0; b <= a; b++)
          curvature[a * count + b]! += part * (rows[row * weights.length + used[b]!]! - mean[b]!)
      }
    })
  }
  for (let a = 0; a < count; a++)
    for (let b = a + 1; b < count; b++) curvature[a * count + b] = curvature[b * count + a]!
  return { slope, curvature }
}

const likelihoods = (rows: Float32Array, weights: Float64Array, used: readonly number[]): Float64Array => {
  const scores = new Float64Array(rows.length / weights.length)
  let highest = -Infinity
  for (let row = 0; row < scores.length; row++) {
    let score = 0
    for (const column of used) score += weights[column]! * rows[row * weights.length + column]!
    scores[row] = score
    highest = Math.max(highest, score)
  }
  let sum = 0
  for (let row = 0; row < scores.length; row++) sum += scores[row] = Math.exp(scores[row]! - highest)
  return scores.map((score) => score / sum)
}
