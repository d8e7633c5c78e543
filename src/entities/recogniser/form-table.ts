import type { FormClass } from './form-facts.js'
import type { FeatureWeights } from './feature-weights.js'
import { type FactsOf, classOf } from './form-facts.js'
import { REACH, findFacts, formFeatures } from './form-features.js'
import { LABEL_COUNT } from './labels.js'

/** All that the recogniser needs of a form, worked out once. */
export interface KnownForm {
  readonly class: FormClass
  /** What it adds to the scores of tokens around it: a row for each offset, from -REACH to REACH. */
  readonly scores: Float32Array
}

/** Forms are worked out anew when so many others have been met twice over: a collection has no end of forms. */
const MOST_FORMS = 1 << 16

/** Forms with their share of the scores. A form is worked out once, whatever the number of its occurrences. */
export class FormTable {
  /** Of the forms met last, and of those met before them. */
  private recent = new Map<string, KnownForm>()
  private former = new Map<string, KnownForm>()

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
    }
    const met = this.former.get(form) ?? this.make(form)
    this.recent.set(form, met)
    return met
  }

  private make(form: string): KnownForm {
    const scores = new Float32Array((2 * REACH + 1) * LABEL_COUNT)
    formFeatures(form, this.find, (feature, offset) => {
      this.weights.addTo(scores, (offset + REACH) * LABEL_COUNT, feature)
    })
    return { class: classOf(form, findFacts(form, this.find)), scores }
  }
}
