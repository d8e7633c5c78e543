import type { KnownWords } from '../../analysis/variants/variant-model.js'
import type { Vocabulary } from './vocabulary.js'

/** What the model of variants asks of a collection. */
export const knownWords = (vocabulary: Vocabulary): KnownWords => ({
  has: (word) => vocabulary.has(word),
  hasForm: (word) => vocabulary.hasForm(word),
  isName: (word) => vocabulary.isName(word),
  isKnownForm: (word) => vocabulary.models.isKnownForm(word),
  lemmaOf: (word) => vocabulary.models.analyze(word).term
})
