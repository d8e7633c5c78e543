import { randomNumbers, shuffled } from '../../tools/random.js'
import { Marginals, type Transitions } from '../../src/entities/recogniser/chain.js'
import { isInside, LABEL_COUNT as L, OUTSIDE } from '../../src/entities/recogniser/labels.js'
import type { Examples } from './examples.js'
import { type FtrlOptions, FtrlWeights } from './ftrl.js'

export interface TrainingOptions extends FtrlOptions {
  readonly seed: number
  readonly epochs: number
  /** From this epoch on, weights are taken into the mean, a few times in each. */
  readonly meanFrom: number
  /** Share of a token's features that are hidden, others each time, so that it does not lean on few of them. */
  readonly dropout: number
  /** L1 of the weights that only news adds: few articles must not teach many of them. */
  readonly newsL1: number
}

export interface ChainWeights {
  /** A row of `LABEL_COUNT` for each feature. */
  readonly features: Float32Array
  readonly transitions: Transitions
}

/** Slopes below this change nothing that matters: most tokens are surely outside. */
const LEAST_SLOPE = 1e-3
const LONGEST_SENTENCE = 4096
const SNAPSHOTS = 4

/**
 * A CRF trained sentence by sentence on the likelihood of its labels.
 *
 * @param isNews by feature: 1 for those that only sentences of news have
 */
export const trainChain = (
  examples: Examples,
  isNews: Uint8Array,
  options: TrainingOptions
): ChainWeights => {
  const trainer = new ChainTrainer(examples, isNews, options)
  let order = Array.from({ length: examples.sentences.length - 1 }, (_, i) => i)
  const random = randomNumbers(options.seed)
  const step = Math.ceil(order.length / SNAPSHOTS)
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    order = shuffled(order, random)
    order.forEach((sentence, i) => {
      trainer.learn(sentence, random)
      if (epoch >= options.meanFrom && (i + 1) % step === 0) trainer.keep()
    })
  }
  return trainer.mean()
}

class ChainTrainer {
  private readonly features: FtrlWeights
  private readonly between: FtrlWeights
  private readonly start: FtrlWeights
  private readonly transitions = { between: new Float64Array(L * L), start: new Float64Array(L) }
  private readonly marginals = new Marginals()
  private readonly scores = new Float64Array(LONGEST_SENTENCE * L)
  /** The features of the sentence that are not hidden. */
  private shown = new Uint8Array(1 << 16)

  constructor(
    private readonly examples: Examples,
    private readonly isNews: Uint8Array,
    private readonly options: TrainingOptions
  ) {
    this.features = new FtrlWeights(isNews.length * L, options)
    this.between = new FtrlWeights(L * L, { ...options, l1: 0 })
    this.start = new FtrlWeights(L, { ...options, l1: 0 })
  }

  learn(sentence: number, random: () => number): void {
    const { labels, sentences } = this.examples
    const first = sentences[sentence]!
    const length = sentences[sentence + 1]! - first
    this.hide(first, length, random)
    this.score(first, length)
    this.transitions.between.set(this.between.values)
    this.transitions.start.set(this.start.values)
    forbid(this.transitions)
    this.marginals.setTransitions(this.transitions)
    this.marginals.read(this.scores, length)
    this.learnFeatures(first, length)
    for (let label = 0; label < L; label++)
      this.start.learn(label, this.marginals.of(0, label) - (label === labels[first] ? 1 : 0))
    this.learnTransitions(first, length)
  }

  keep(): void {
    for (const weights of [this.features, this.between, this.start]) weights.keep()
  }

  mean(): ChainWeights {
    const transitions = {
      between: Float64Array.from(this.between.mean()),
      start: Float64Array.from(this.start.mean())
    }
    forbid(transitions)
    return { features: this.features.mean(), transitions }
  }

  private hide(first: number, length: number, random: () => number): void {
    const { tokens } = this.examples
    const count = tokens[first + length]! - tokens[first]!
    if (count > this.shown.length) this.shown = new Uint8Array(count * 2)
    for (let k = 0; k < count; k++) this.shown[k] = random() < this.options.dropout ? 0 : 1
  }

  private score(first: number, length: number): void {
    const { features, tokens } = this.examples
    const { values } = this.features
    const from = tokens[first]!
    const scale = 1 / (1 - this.options.dropout)
    this.scores.fill(0, 0, length * L)
    for (let i = 0; i < length; i++) {
      const row = i * L
      for (let k = tokens[first + i]!; k < tokens[first + i + 1]!; k++) {
        if (this.shown[k - from] === 0) continue
        const at = features[k]! * L
        for (let label = 0; label < L; label++) this.scores[row + label]! += values[at + label]! * scale
      }
    }
  }

  private learnFeatures(first: number, length: number): void {
    const { features, labels, tokens } = this.examples
    const from = tokens[first]!
    for (let i = 0; i < length; i++) {
      for (let label = 0; label < L; label++) {
        const slope = this.marginals.of(i, label) - (label === labels[first + i] ? 1 : 0)
        if (Math.abs(slope) < LEAST_SLOPE) continue
        for (let k = tokens[first + i]!; k < tokens[first + i + 1]!; k++)
          if (this.shown[k - from] === 1) this.learnFeature(features[k]!, label, slope)
      }
    }
  }

  private learnFeature(feature: number, label: number, slope: number): void {
    const l1 = this.isNews[feature] === 1 ? this.options.newsL1 : this.options.l1
    this.features.learn(feature * L + label, slope, l1)
  }

  private learnTransitions(first: number, length: number): void {
    const { labels } = this.examples
    const slopes = new Float64Array(L * L)
    for (let i = 0; i + 1 < length; i++) {
      for (let label = 0; label < L; label++) {
        if (this.marginals.of(i, label) < 1e-4) continue
        for (let next = 0; next < L; next++)
          slopes[label * L + next]! += this.marginals.ofPair(i, label, next)
      }
      slopes[labels[first + i]! * L + labels[first + i + 1]!]! -= 1
    }
    slopes.forEach((slope, at) => {
      if (Math.abs(slope) > 1e-5) this.between.learn(at, slope)
    })
  }
}

/** Forbids what IOB2 has no reading for: I-PER after O or at the beginning. */
export const forbid = ({ between, start }: Transitions): void => {
  for (let label = 0; label < L; label++) {
    if (!mayFollow(label, OUTSIDE)) start[label] = -Infinity
    for (let before = 0; before < L; before++)
      if (!mayFollow(label, before)) between[before * L + label] = -Infinity
  }
}

/** I follows only B or I of its type. */
const mayFollow = (label: number, before: number): boolean =>
  !isInside(label) || before === label || before === label - 1
