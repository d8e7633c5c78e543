import { boundaryFeatures, FeatureList, mayBeBoundary, wholeFeatures } from './boundary-features.js'
import { WordEvidence, type PartLexicon } from './part-lexicon.js'
import { MOST_LETTERS } from './rolling-hash.js'

/** The likeliest boundary of a word. */
export interface ScoredBoundary {
  /** Where the head begins; 0 if there is no candidate. */
  readonly boundary: number
  /** By how much it is likelier than no boundary: natural logarithm of the odds. */
  readonly margin: number
}

/** Weights of the features, in whole numbers of `unit`. */
export interface BoundaryWeights {
  readonly values: Int8Array | Float32Array
  readonly unit: number
}

/** Scores all boundaries of one word after the other. */
export class BoundaryScorer {
  readonly evidence = new WordEvidence()
  private readonly list = new FeatureList()

  constructor(
    private readonly lexicon: PartLexicon,
    private readonly weights: BoundaryWeights
  ) {}

  best(word: string): ScoredBoundary {
    if (word.length > MOST_LETTERS || word.length < 5) return { boundary: 0, margin: -Infinity }
    this.evidence.read(word, this.lexicon)
    let boundary = 0
    let highest = -Infinity
    for (let at = 1; at < word.length - 1; at++) {
      if (!mayBeBoundary(word, at)) continue
      boundaryFeatures(this.evidence, at, this.list)
      const score = this.sum()
      if (score > highest) [boundary, highest] = [at, score]
    }
    wholeFeatures(this.evidence, this.list)
    return { boundary, margin: (highest - this.sum()) * this.weights.unit }
  }

  private sum(): number {
    const { slots, count } = this.list
    const { values } = this.weights
    let sum = 0
    for (let i = 0; i < count; i++) sum += values[slots[i]!]!
    return sum
  }
}
