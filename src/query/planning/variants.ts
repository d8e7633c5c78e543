import { loadModels } from '../../analysis/models.js'
import { isStopWord } from '../../analysis/text/stop-words.js'
import { memoise } from '../../structures/memoise.js'
import type { TermId, Vocabulary } from '../../segment/words/vocabulary.js'
import { WEIGHTS } from './weights.js'

/**
 * The terms of a collection that are other spellings of a word, and what each is worth beside the word itself: its
 * forms in the other standard, and the same letters with and without marks.
 *
 *     kjærlighet → kjærleik .77      sykehuset → sjukehus .81      alesund → ålesund .5
 */
export const variantTerms = (vocabulary: Vocabulary, word: string): ReadonlyMap<TermId, number> => {
  let find = finders.get(vocabulary)
  if (find === undefined) {
    find = memoise({ answers: REMEMBERED }, (one) => findVariants(vocabulary, one))
    finders.set(vocabulary, find)
  }
  return find(word)
}

/** Words whose variants are remembered. */
const REMEMBERED = 5000

const finders = new WeakMap<Vocabulary, (word: string) => ReadonlyMap<TermId, number>>()

const findVariants = (vocabulary: Vocabulary, word: string): ReadonlyMap<TermId, number> => {
  const { term, stop } = vocabulary.analyze(word)
  const weights = new Map<TermId, number>()
  const add = (id: TermId, weight: number): void => {
    if (vocabulary.term(id) !== term) weights.set(id, Math.max(weight, weights.get(id) ?? 0))
  }
  for (const spelling of vocabulary.spellingsOf(word)) add(spelling, WEIGHTS.spelling)
  for (const variant of loadModels().variants.variantsAmong(word, vocabulary)) {
    // A stop word is no counterpart of another word: it would be found in every article.
    if (isStopWord(variant.word) && !stop) continue
    add(vocabulary.formOf(variant.word)!, variant.weight)
  }
  return weights
}
