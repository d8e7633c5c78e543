import { isStopWord } from '../../analysis/text/stop-words.js'
import type { Generation } from '../../segment/generation.js'
import type { TermId } from '../../segment/words/vocabulary-tables.js'
import { WEIGHTS } from './weights.js'

/**
 * The terms of a collection that are other spellings of a word, and what each is worth beside the word itself: its
 * forms in the other standard, and the same letters with and without marks.
 *
 *     kjærlighet → kjærleik .77      sykehuset → sjukehus .81      alesund → ålesund .5
 */
export const variantTerms = (
  { vocabulary, models }: Pick<Generation, 'vocabulary' | 'models'>,
  word: string
): ReadonlyMap<TermId, number> => {
  const { term, stop } = models.analyze(word)
  const own = vocabulary.termId(term)
  const weights = new Map<TermId, number>()
  const add = (id: TermId, weight: number): void => {
    if (id !== own) weights.set(id, Math.max(weight, weights.get(id) ?? 0))
  }
  const { spellings, variants } = vocabulary.counterpartsOf(word)
  for (const spelling of spellings)
    if (stop || !isStopWord(vocabulary.term(spelling))) add(spelling, WEIGHTS.spelling)
  for (const variant of variants) {
    // A stop word, or a form of one, is no counterpart of another word: it would be found in every article.
    const isOfStopWord = isStopWord(variant.word) || isStopWord(vocabulary.term(variant.term))
    if (stop || !isOfStopWord) add(variant.term, variant.weight)
  }
  return weights
}
