import { createRecogniser } from '../../src/entities/recogniser/recogniser.js'
import type { EntityModel } from '../../src/entities/recogniser/model-file.js'
import type { LabelledDocument } from '../../tools/conll.js'
import { SpanScore } from '../../tools/span-score.js'

/** Strict spans of documents, as the model that is written to the file finds them. */
export const measure = (model: EntityModel, documents: readonly LabelledDocument[]): SpanScore => {
  const recognise = createRecogniser(model, 'treebank')
  const score = new SpanScore()
  for (const { sentences } of documents) {
    const found = recognise(sentences.map(({ forms }) => forms))
    sentences.forEach(({ labels }, i) => {
      score.add(labels, found[i]!)
    })
  }
  return score
}
