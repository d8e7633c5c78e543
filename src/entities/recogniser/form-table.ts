import type { FactsOf, FormClass } from './form-facts.js'
import type { FeatureWeights } from './feature-weights.js'
import { REACH, formFeatures } from './form-features.js'
import { LABEL_COUNT } from './labels.js'

/** All that the recogniser needs of a form, worked out once. */
export interface KnownForm {
  readonly class: FormClass
  /** What it adds to the scores of tokens around it: `ROWS` rows, one for each offset from -REACH to REACH. */
  readonly scores: Float32Array
  /** Where its rows begin in `scores`, which many forms share: an array each would cost more than what is in it. */
  readonly at: number
}

const ROWS = 2 * REACH + 1
const LENGTH = ROWS * LABEL_COUNT
/** So many forms share an array. */
const FORMS_OF_BLOCK = 256

/** Forms are worked out anew when so many others have been met twice over: a collection has no end of forms. */
const MOST_FORMS = 1 << 16

/** Forms with their share of the scores. A form is worked out once, whatever the number of its occurrences. */
export class FormTable {
  /** Of the forms met last, and of those met before them. */
  private recent = new Map<string, KnownForm>()
  private former = new Map<string, KnownForm>()
  /** Where the scores of the next forms go, and how much of it is taken. */
  private block = new Float32Array(0)
  private free = 0

  constructor(
    private readonly find: FactsOf,
    private readonly weights: FeatureWeights
  ) {}

  /** @param form '' for what stands before and after a sentence */
  get(form: string): KnownForm {
    const known = this.recent.get(form)
    if (known !== undefined) return known
    if (this.recent.size >= MOST_FORMS) {
      this.former = this.recent
      this.recent = new Map()
      this.free = this.block.length
    }
    const former = this.former.get(form)
    const met = former === undefined ? this.make(form) : this.keep(former)
    this.recent.set(form, met)
    return met
  }

  /** A form that was met before: copied, so that it does not keep a former block with all its forms. */
  private keep({ class: kind, scores, at: from }: KnownForm): KnownForm {
    const at = this.reserve()
    this.block.set(scores.subarray(from, from + LENGTH), at)
    return { class: kind, scores: this.block, at }
  }

  /** Room for a form's rows in the block. */
  private reserve(): number {
    if (this.free === this.block.length) {
      this.block = new Float32Array(FORMS_OF_BLOCK * LENGTH)
      this.free = 0
    }
    const at = this.free
    this.free += LENGTH
    return at
  }

  private make(form: string): KnownForm {
    const at = this.reserve()
    const { block: scores, weights } = this
    const kind = formFeatures(form, this.find, (feature, offset) => {
      weights.addTo(scores, at + (offset + REACH) * LABEL_COUNT, feature)
    })
    return { class: kind, scores, at }
  }
}
