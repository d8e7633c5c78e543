import { share } from '../../tools/random.js'
import { OUTSIDE } from '../../src/entities/recogniser/labels.js'
import type { LabelledDocument } from '../../tools/conll.js'

/** Share of the sentences whose names are learned in capitals. */
const SHARE = 0.02

/** Some sentences with their names in capitals, as datelines, bylines and headings have them: `OSLO (NTB)`. */
export const withCapitals = ({ name, sentences }: LabelledDocument): LabelledDocument => ({
  name,
  sentences: sentences.map(({ forms, labels }, i) => {
    if (share(`capitals ${name} ${i}`) >= SHARE) return { forms, labels }
    return { forms: forms.map((form, k) => (labels[k] === OUTSIDE ? form : form.toUpperCase())), labels }
  })
})
