import { contextFeatures } from './context-features.js'
import { documentFeatures } from './document-features.js'
import type { FeatureWeights } from './feature-weights.js'
import { REACH } from './form-features.js'
import { isNameLike } from './form-shape.js'
import { Occurrences } from './occurrences.js'
import type { FormTable, KnownForm } from './form-table.js'
import { LABEL_COUNT as L } from './labels.js'

/** The scores of the labels of each sentence's tokens, a row of `LABEL_COUNT` for each token. */
export const scoreDocument = (
  sentences: readonly (readonly string[])[],
  table: FormTable,
  weights: FeatureWeights
): Float32Array[] => {
  const rows = sentences.map((forms) => forms.map((form) => table.get(form)))
  const classes = rows.map((row) => row.map((known) => known.class))
  const occurrences = new Occurrences(sentences, classes)
  const outside = table.get('')
  return sentences.map((forms, sentence) => {
    const row = rows[sentence]!
    const sum = new Float32Array(forms.length * L)
    addForms(row, outside, sum)
    contextFeatures(classes[sentence]!, (feature, token) => {
      weights.addTo(sum, token * L, feature)
    })
    forms.forEach((form, token) => {
      if (!isNameLike(row[token]!.class.shape)) return
      documentFeatures(occurrences, form, { sentence, token }, (feature) => {
        weights.addTo(sum, token * L, feature)
      })
    })
    return sum
  })
}

const addForms = (row: readonly KnownForm[], outside: KnownForm, sum: Float32Array): void => {
  for (let token = 0; token < row.length; token++) {
    for (let offset = -REACH; offset <= REACH; offset++) {
      const { scores } = row[token + offset] ?? outside
      const from = (offset + REACH) * L
      for (let label = 0; label < L; label++) sum[token * L + label]! += scores[from + label]!
    }
  }
}
