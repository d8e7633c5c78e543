import {
  boundaryFeatures,
  FeatureList,
  mayBeBoundary,
  wholeFeatures
} from '../../src/analysis/compounds/boundary-features.js'
import { WordEvidence, type PartLexicon } from '../../src/analysis/compounds/part-lexicon.js'
import { MOST_LETTERS } from '../../src/analysis/compounds/rolling-hash.js'
import { type PartCounts, withoutOne } from './parts.js'

/** A word and its boundary; 0 for a word that is no compound. */
export interface Labelled {
  readonly word: string
  readonly boundary: number
}

/**
 * Examples as rows of feature slots. Example `i` has candidates `examples[i]` to `examples[i + 1] - 1`, the first of
 * which is "no compound"; candidate `c` has features `slots[candidates[c]]` to `slots[candidates[c + 1] - 1]`.
 */
export interface ExampleTable {
  readonly slots: Int32Array
  readonly candidates: Int32Array
  readonly examples: Int32Array
  /** The right candidate of each example, counted from its first. */
  readonly answers: Uint8Array
}

/** Grows as it is filled. */
class IntList {
  private values = new Int32Array(1 << 16)
  length = 0
  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = new Int32Array(this.values.length * 2)
      larger.set(this.values)
      this.values = larger
    }
    this.values[this.length++] = value
  }
  done(): Int32Array {
    return this.values.subarray(0, this.length)
  }
}

/** Features of all candidates of all words; each compound is left out of the count of its own modifier. */
export const tabulate = (
  labelled: readonly Labelled[],
  lexicon: PartLexicon,
  parts: ReadonlyMap<string, PartCounts>
): ExampleTable => {
  const [slots, candidates, examples] = [new IntList(), new IntList(), new IntList()]
  const answers = new Uint8Array(labelled.length)
  const evidence = new WordEvidence()
  const list = new FeatureList()
  const take = (): void => {
    candidates.push(slots.length)
    for (let i = 0; i < list.count; i++) slots.push(list.slots[i]!)
  }
  labelled.forEach(({ word, boundary }, i) => {
    evidence.read(word, lexicon)
    if (boundary > 0) {
      const heads = parts.get(word.slice(0, boundary))?.heads ?? 0
      evidence.beginnings[boundary] = withoutOne(evidence.beginnings[boundary]!, heads)
    }
    examples.push(candidates.length)
    wholeFeatures(evidence, list)
    take()
    let candidate = 0
    for (let at = 1; at < word.length; at++) {
      if (!mayBeBoundary(word, at)) continue
      candidate++
      if (at === boundary) answers[i] = candidate
      boundaryFeatures(evidence, at, list)
      take()
    }
  })
  examples.push(candidates.length)
  candidates.push(slots.length)
  return { slots: slots.done(), candidates: candidates.done(), examples: examples.done(), answers }
}

/** Words that the model can be trained on. */
export const isTrainable = ({ word, boundary }: Labelled): boolean =>
  word.length >= 5 && word.length <= MOST_LETTERS && (boundary === 0 || mayBeBoundary(word, boundary))
