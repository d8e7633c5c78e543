import type { AnalysedPart } from '../../analysis/analyzer.js'
import type { Generation } from '../../segment/generation.js'
import type { TermId, WordId } from '../../segment/words/vocabulary-tables.js'
import { variantsInCompounds } from './variants.js'

/** Compounds with the same last part that are looked at; the most frequent ones come first. */
const MOST_LOOKED_AT = 2000

type Read = Pick<Generation, 'vocabulary' | 'models'>

/**
 * The words of a collection that are a compound in the other standard, part for part, whatever their joints and
 * endings are.
 *
 *     trafikk + ulykke → trafikkulukka      ferge + leie → ferjeleiet
 *
 * @param parts of the compound, in order
 * @returns each word with what it is worth beside the compound itself
 */
export const compoundVariants = (
  generation: Read,
  parts: readonly AnalysedPart[]
): { readonly word: WordId; readonly weight: number }[] => {
  if (parts.length < 2 || parts.some(({ bound }) => bound)) return []
  const { vocabulary, models } = generation
  const options = parts.map((part, i) => partOptions(generation, part, i === parts.length - 1))
  if (options.every((terms) => [...terms.values()].every((weight) => weight === 1))) return []
  const found: { word: WordId; weight: number }[] = []
  for (const last of options.at(-1)!.keys()) {
    for (const word of vocabulary.wordsWithPart(last).subarray(0, MOST_LOOKED_AT)) {
      const terms = vocabulary.partsOf(word)
      const weight = options.reduce((product, option, i) => product * (option.get(terms[i]!) ?? 0), 1)
      if (weight === 0 || weight === 1) continue
      if (models.analyze(vocabulary.word(word)).parts.length === parts.length) found.push({ word, weight })
    }
  }
  return found
}

/** The terms that may stand in a part's place, and what each is worth: 1 for the part's own. */
const partOptions = (generation: Read, part: AnalysedPart, isHead: boolean): ReadonlyMap<TermId, number> => {
  const { vocabulary, models } = generation
  const options = new Map<TermId, number>()
  const add = (term: string, weight: number): void => {
    const id = vocabulary.termId(term)
    if (id !== undefined) options.set(id, Math.max(weight, options.get(id) ?? 0))
  }
  add(part.term, 1)
  for (const variant of variantsInCompounds(generation, part.word)) {
    add(models.partTerms.of(variant.word, isHead), variant.weight)
    for (const term of models.partTerms.found(variant.word)) add(term, variant.weight)
  }
  return options
}
