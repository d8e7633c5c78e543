import type { VariantModel } from '../../src/analysis/variants/variant-model.js'
import { measure } from './measure.js'
import type { Expander } from './measure.js'
import type { SentencePair } from './sentence-pairs.js'

const WORDS = {
  isName: () => false,
  isKnownForm: () => false,
  isInflection: () => false,
  lemmaOf: (word: string) => word,
  lemmasOf: (word: string) => [word]
}

/** The measure for each served side, with nothing, the table alone and the whole model. */
export const measureVariants = (pairs: readonly SentencePair[], model: VariantModel) => {
  const both = (expand: Expander) => ({ nb: measure(pairs, 'nb', expand), nn: measure(pairs, 'nn', expand) })
  return {
    none: both(() => []),
    table: both((word) => model.variantsOf(word)),
    model: both((word, has) => model.variantsAmong(word, { ...WORDS, has, hasForm: has }))
  }
}
