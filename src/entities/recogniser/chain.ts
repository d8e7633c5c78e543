import { isInside, LABEL_COUNT as L, OUTSIDE } from './labels.js'

/**
 * A linear chain over labels (Lafferty et al. 2001): the score of a labelling is the sum of its tokens' scores and of
 * the transitions between neighbours. Scores of tokens come as rows of `LABEL_COUNT`.
 */
export interface Transitions {
  /** From label (row) to label (column); -Infinity where the column may not follow. */
  readonly between: Float64Array
  /** Before the first token. */
  readonly start: Float64Array
}

/**
 * By label: the first that it may follow, and the one after the last of them. I follows two, which stand side by side.
 */
const BEFORE = Uint8Array.from({ length: L }, (_, label) => (isInside(label) ? label - 1 : 0))
const BEFORE_END = Uint8Array.from({ length: L }, (_, label) => (isInside(label) ? label + 1 : L))

/** What `bestLabels` works with, kept from one call to the next: of each token and label, the best one before it. */
let from = new Uint8Array(0)
/** The best scores of the labels of a token, and of the next one. */
let here = new Float64Array(L)
let next = new Float64Array(L)

/** The labelling of the highest score (Viterbi). @param scores `length` rows */
export const bestLabels = (
  scores: ArrayLike<number>,
  length: number,
  { between, start }: Transitions
): Uint8Array => {
  const labels = new Uint8Array(length)
  if (length === 0) return labels
  if (from.length < length * L) from = new Uint8Array(2 * length * L)
  for (let label = 0; label < L; label++) here[label] = start[label]! + scores[label]!
  for (let i = 1; i < length; i++) {
    for (let label = 0; label < L; label++) {
      let best = OUTSIDE
      let highest = -Infinity
      for (let before = BEFORE[label]!; before < BEFORE_END[label]!; before++) {
        const score = here[before]! + between[before * L + label]!
        if (score > highest) {
          highest = score
          best = before
        }
      }
      from[i * L + label] = best
      next[label] = highest + scores[i * L + label]!
    }
    ;[here, next] = [next, here]
  }
  let label = 0
  for (let other = 1; other < L; other++) if (here[other]! > here[label]!) label = other
  for (let i = length - 1; i >= 0; i--) {
    labels[i] = label
    label = from[i * L + label]!
  }
  return labels
}

/** What forward and backward passes leave; of one sentence, and overwritten by the next. */
export class Marginals {
  /** exp of the scores, each row divided by its largest. */
  private weights = new Float64Array(0)
  private forward = new Float64Array(0)
  private backward = new Float64Array(0)
  /** Each row of `forward` sums to one; what it was divided by. */
  private scales = new Float64Array(0)
  private readonly between = new Float64Array(L * L)
  private readonly start = new Float64Array(L)
  private length = 0

  setTransitions({ between, start }: Transitions): void {
    for (let i = 0; i < L * L; i++) this.between[i] = Math.exp(between[i]!)
    for (let i = 0; i < L; i++) this.start[i] = Math.exp(start[i]!)
  }

  /** @returns the logarithm of the sum over all labellings of exp(score) */
  read(scores: ArrayLike<number>, length: number): number {
    this.reserve(length)
    this.length = length
    let log = 0
    for (let i = 0; i < length; i++) {
      log += this.weigh(scores, i)
      log += Math.log(this.step(i))
    }
    this.goBack()
    return log
  }

  /** How likely the label is at the token, all labellings together. */
  of(token: number, label: number): number {
    return this.forward[token * L + label]! * this.backward[token * L + label]!
  }

  /** How likely the label is at the token, and `next` at the one after it. */
  ofPair(token: number, label: number, next: number): number {
    const to = (token + 1) * L + next
    return (
      (this.forward[token * L + label]! *
        this.between[label * L + next]! *
        this.weights[to]! *
        this.backward[to]!) /
      this.scales[token + 1]!
    )
  }

  /**
   * How likely it is that an entity of this kind begins at `first` and ends just before `end`.
   *
   * @param begin its label B
   */
  ofSpan(first: number, end: number, begin: number): number {
    const inside = begin + 1
    let chance = this.forward[first * L + begin]!
    for (let i = first + 1; i < end; i++) {
      const before = i === first + 1 ? begin : inside
      chance *= (this.between[before * L + inside]! * this.weights[i * L + inside]!) / this.scales[i]!
    }
    const last = end - first === 1 ? begin : inside
    if (end === this.length) return chance
    let leave = 0
    for (let next = 0; next < L; next++)
      if (next !== inside)
        leave +=
          this.between[last * L + next]! * this.weights[end * L + next]! * this.backward[end * L + next]!
    return (chance * leave) / this.scales[end]!
  }

  private weigh(scores: ArrayLike<number>, token: number): number {
    const row = token * L
    let highest = -Infinity
    for (let label = 0; label < L; label++) highest = Math.max(highest, scores[row + label]!)
    for (let label = 0; label < L; label++)
      this.weights[row + label] = Math.exp(scores[row + label]! - highest)
    return highest
  }

  private step(token: number): number {
    const { between, forward, weights } = this
    const row = token * L
    let sum = 0
    for (let label = 0; label < L; label++) {
      let reach = 0
      if (token === 0) reach = this.start[label]!
      else
        for (let before = BEFORE[label]!; before < BEFORE_END[label]!; before++)
          reach += forward[row - L + before]! * between[before * L + label]!
      sum += forward[row + label] = reach * weights[row + label]!
    }
    for (let label = 0; label < L; label++) forward[row + label]! /= sum
    this.scales[token] = sum
    return sum
  }

  private goBack(): void {
    const { between, backward, weights } = this
    const last = (this.length - 1) * L
    backward.fill(1, last, last + L)
    for (let row = last - L; row >= 0; row -= L) {
      const scale = this.scales[row / L + 1]!
      backward.fill(0, row, row + L)
      for (let next = 0; next < L; next++) {
        const share = (weights[row + L + next]! * backward[row + L + next]!) / scale
        for (let label = BEFORE[next]!; label < BEFORE_END[next]!; label++)
          backward[row + label]! += between[label * L + next]! * share
      }
    }
  }

  private reserve(length: number): void {
    if (this.scales.length >= length) return
    const room = Math.max(128, length * 2)
    this.weights = new Float64Array(room * L)
    this.forward = new Float64Array(room * L)
    this.backward = new Float64Array(room * L)
    this.scales = new Float64Array(room)
  }
}
