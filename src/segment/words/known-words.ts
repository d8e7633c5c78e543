import { searchedTerms } from '../../analysis/analyzer.js'
import type { Models } from '../../analysis/models.js'
import type { KnownWords } from '../../analysis/variants/variant-model.js'

/** A collection's words with the models that read them, as `Vocabulary` has them. */
interface ModelledWords extends Pick<KnownWords, 'has' | 'hasForm' | 'isName'> {
  readonly models: Pick<Models, 'isKnownForm' | 'analyze' | 'partTerms'>
}

/** What the model of variants asks of a collection. */
export const knownWords = (vocabulary: ModelledWords): KnownWords => ({
  has: (word) => vocabulary.has(word),
  hasForm: (word) => vocabulary.hasForm(word),
  isName: (word) => vocabulary.isName(word) && !isDescription(word, vocabulary.models),
  isKnownForm: (word) => vocabulary.models.isKnownForm(word),
  isInflection: (word) =>
    vocabulary.models.isKnownForm(word) && vocabulary.models.partTerms.of(word, true) !== word,
  lemmaOf: (word) => vocabulary.models.analyze(word).term,
  lemmasOf: (word) => {
    // A stem may be called as another word that shares it: `leie` has that of *leiar*, and is no leader.
    const words = vocabulary.models.partTerms.words(word)
    return words.length > 0 ? words : searchedTerms(vocabulary.models.analyze(word))
  }
})

/** Shorter names are spelled like inflections by chance: `Eide`, `Bent`. */
export const SHORTEST_DESCRIPTION = 7

/** Does a name say what bears it, as a definite form: `Høgskulen`? Both standards spell such a word their own way. */
const isDescription = (word: string, { analyze }: ModelledWords['models']): boolean =>
  word.length >= SHORTEST_DESCRIPTION && analyze(word).term !== word
