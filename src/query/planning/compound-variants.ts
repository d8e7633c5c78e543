import type { AnalysedPart } from '../../analysis/analyzer.js'
import type { VariantModel } from '../../analysis/variants/variant-model.js'
import type { Generation } from '../../segment/generation.js'
import type { TermId, WordId } from '../../segment/words/vocabulary-tables.js'
import { isDictionaryForm, variantsInCompounds } from './variants.js'

/** Compounds with the same last part that are looked at; the most frequent ones come first. */
const MOST_LOOKED_AT = 2000
/** So long a word is in a compound of both standards no word of both. */
const LONG = 5

type Read = Pick<Generation, 'vocabulary' | 'models'>

/** Compounds that a word is part of in the other standard. */
export interface VariantCompounds {
  readonly part: TermId
  readonly words: readonly WordId[]
  /** What the word of the other standard is worth. */
  readonly weight: number
}

/** The compounds of the other standard that have a word's form there as a part: `vei` → fylkesvegen. */
export const compoundsOfVariants = (generation: Read, word: string): VariantCompounds[] => {
  const { vocabulary, models } = generation
  return variantsInCompounds(generation, word).flatMap(({ word: variant, weight, of }) => {
    const standard = otherStandard(models.variants, of, variant)
    if (standard === undefined || !isDictionaryForm(generation, of)) return []
    return models.partTerms.found(variant).flatMap((found): VariantCompounds[] => {
      const part = vocabulary.termId(found)
      if (part === undefined) return []
      const all = [...vocabulary.wordsWithPart(part).subarray(0, MOST_LOOKED_AT)]
      const isOfOther = isOfStandard(generation, standard, variant)
      const words = all.filter((id) => isOfOther(vocabulary.word(id)))
      return words.length === 0 ? [] : [{ part, words, weight }]
    })
  })
}

const OTHER = { b: 'n', n: 'b', bn: undefined } as const

const otherStandard = (
  variants: Pick<VariantModel, 'usedIn'>,
  word: string,
  variant: string
): 'b' | 'n' | undefined => {
  const usedIn = variants.usedIn(variant)
  return usedIn === 'b' || usedIn === 'n' ? usedIn : OTHER[variants.usedIn(word) ?? 'bn']
}

/**
 * Is a compound used in the standard? One of both is if a long word of one standard is in it: `skole` of ungdomsskole,
 * but not `tal` of talsmann. One that is too rare to tell has no part that is spelled as in the other standard.
 */
const isOfStandard = (
  { models: { analyze, variants } }: Read,
  standard: 'b' | 'n',
  variant: string
): ((compound: string) => boolean) => {
  const isStrange = (part: string): boolean =>
    variants.usedIn(part) === OTHER[standard] && variants.variantsOf(part).length > 0
  return (compound) => {
    const { term, parts } = analyze(compound)
    const usedIn = variants.usedIn(compound) ?? variants.usedIn(term)
    if (usedIn === 'bn') return variant.length >= LONG
    return usedIn === undefined ? !parts.some((part) => isStrange(part.word)) : usedIn === standard
  }
}

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
