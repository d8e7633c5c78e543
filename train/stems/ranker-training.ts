import { LemmaRanker, MOST_FEATURES, WEIGHT_COUNT } from '../../src/analysis/stems/lemma-ranker.js'
import type { Stems, SuffixRule } from '../../src/analysis/stems/stem-model.js'
import { randomNumbers, shuffled } from '../../tools/random.js'

/** A word as one that was never seen: the stems are without the documents that hold it. */
export interface Lesson {
  readonly form: string
  /** Is this lemma of the form's family? */
  readonly isRight: (lemma: string) => boolean
  readonly stems: Stems
  readonly weight: number
}

export interface TrainingOptions {
  readonly seed: number
  readonly epochs: number
  readonly rate: number
  readonly decay: number
}

export const TRAINING: TrainingOptions = { seed: 20, epochs: 10, rate: 0.15, decay: 2e-6 }

/** A lesson as numbers: the features of candidate i are `features[ends[i - 1]..ends[i]]`. */
interface Example {
  readonly features: Int32Array
  readonly ends: readonly number[]
  readonly right: readonly boolean[]
  readonly weight: number
}

/** Softmax over the candidates of each word, with all right ones as one; Adagrad, L2. */
export const trainRanker = (
  rules: readonly SuffixRule[],
  lessons: readonly Lesson[],
  options: TrainingOptions = TRAINING
): Float32Array => {
  const examples = toExamples(rules, lessons)
  const weights = new Float32Array(WEIGHT_COUNT)
  const squares = new Float32Array(WEIGHT_COUNT).fill(1e-2)
  const random = randomNumbers(options.seed)
  for (let epoch = 0; epoch < options.epochs; epoch++)
    for (const example of shuffled(examples, random)) learn(example, weights, squares, options)
  return weights
}

const toExamples = (rules: readonly SuffixRule[], lessons: readonly Lesson[]): Example[] => {
  const rankers = new Map<Stems, LemmaRanker>()
  const none = new Float32Array(0)
  const buffer = new Int32Array(MOST_FEATURES)
  const examples: Example[] = []
  for (const { form, isRight, stems, weight } of lessons) {
    const ranker = rankers.get(stems) ?? new LemmaRanker(rules, none, stems)
    rankers.set(stems, ranker)
    const features: number[] = []
    const ends: number[] = []
    const right: boolean[] = []
    for (const candidate of ranker.candidates(form)) {
      const count = ranker.features(candidate, buffer)
      for (let i = 0; i < count; i++) features.push(buffer[i]!)
      ends.push(features.length)
      right.push(isRight(candidate.lemma))
    }
    if (right.includes(true) && right.includes(false))
      examples.push({ features: Int32Array.from(features), ends, right, weight })
  }
  return examples
}

const learn = (
  { features, ends, right, weight }: Example,
  weights: Float32Array,
  squares: Float32Array,
  { rate, decay }: TrainingOptions
): void => {
  const scores = ends.map((end, i) => {
    let sum = 0
    for (let at = i === 0 ? 0 : ends[i - 1]!; at < end; at++) sum += weights[features[at]!]!
    return sum
  })
  const most = Math.max(...scores)
  const exps = scores.map((score) => Math.exp(score - most))
  const all = exps.reduce((a, b) => a + b, 0)
  const good = exps.reduce((sum, e, i) => (right[i]! ? sum + e : sum), 0)
  for (const [i, end] of ends.entries()) {
    const gradient = weight * (exps[i]! / all - (right[i]! ? exps[i]! / good : 0))
    if (Math.abs(gradient) < 1e-4) continue
    for (let at = i === 0 ? 0 : ends[i - 1]!; at < end; at++) {
      const f = features[at]!
      const g = gradient + decay * weights[f]!
      squares[f]! += g * g
      weights[f]! -= (rate * g) / Math.sqrt(squares[f]!)
    }
  }
}
