import { HashIndex } from '../../structures/hash-index.js'
import { LABEL_COUNT } from './labels.js'
import { scatter } from '../../analysis/compounds/rolling-hash.js'

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
    private readonly values: Int8Array | Int16Array,
    private readonly unit: number
  ) {
    this.rows = new HashIndex(keys)
  }

  /** Adds the weights of a feature to a row of scores. */
  addTo(scores: Float64Array | Float32Array, start: number, feature: number): void {
    const row = this.rows.rowOf(feature)
    if (row < 0) return
    const { values, unit } = this
    const from = row * LABEL_COUNT
    for (let label = 0; label < LABEL_COUNT; label++) scores[start + label]! += values[from + label]! * unit
  }
}

/** 32-bit hash of a form, or of what stands from `start` to before `end` in it (FNV-1a, spread over all bits). */
export const hashText = (text: string, start = 0, end = text.length): number => {
  let hash = 0x811c9dc5
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return scatter(hash)
}

/** The hash of a feature: which question is asked (`template`), and what the answer is. */
export const featureHash = (template: number, value: number): number =>
  scatter(Math.imul(template + 1, 0x9e3779b1) ^ Math.imul(value, 0x85ebca6b) ^ (value >>> 15))
