import { HashIndex } from '../../structures/hash-index.js'
import { LABEL_COUNT } from './labels.js'

/** The weights of the features that the model has kept: a row of small whole numbers for each, one a label. */
export class FeatureWeights {
  private readonly rows: HashIndex

  /**
   * @param keys hashes of the features
   * @param values rows of `LABEL_COUNT`
   * @param unit what 1 in `values` is worth
   */
  constructor(
    keys: Int32Array,
    private readonly values: Int8Array,
    private readonly unit: number
  ) {
    this.rows = new HashIndex(keys)
  }

  /** Adds the weights of a feature to a row of scores. */
  addTo(scores: Float64Array | Float32Array, start: number, feature: number): void {
    const row = this.rows.rowOf(feature)
    if (row < 0) return
    const from = row * LABEL_COUNT
    for (let label = 0; label < LABEL_COUNT; label++)
      scores[start + label]! += this.values[from + label]! * this.unit
  }
}
