import type { Standard } from '../../articles/article.js'
import { searchedTerms } from '../../analysis/analyzer.js'
import { isSpelling } from '../../analysis/text/spelling.js'
import { isStopWord } from '../../analysis/text/stop-words.js'
import type { FoundVariant, UsedIn } from '../../analysis/variants/variant-model.js'
import type { Generation } from '../../segment/generation.js'
import { knownWords } from '../../segment/words/known-words.js'
import type { TermId, WordId } from '../../segment/words/vocabulary-tables.js'
import { WEIGHTS } from './weights.js'

type Read = Pick<Generation, 'vocabulary' | 'models'>

/** A term of the collection that is another spelling of a word. */
interface VariantTerm {
  readonly term: TermId
  /** What it is worth beside the word itself, above 0 and below 1. */
  readonly weight: number
  /** Only these forms of it are meant: `høgre`, the party of `høyre`, and not all of `høg`. */
  readonly forms?: readonly WordId[]
  /** Are they forms of another word, which has one form with this one there: `sier` of `seier`? */
  readonly isHomograph?: true
  /** The language of articles where it is another word, if it is written so there: that of the query's word. */
  readonly notIn?: Standard
}

/**
 * The terms of a collection that are other spellings of a word: its forms in the other standard, and the same letters
 * with and without marks.
 *
 *     kjærlighet → kjærleik .77      sykehuset → sjukehus .81      alesund → ålesund .5
 */
export const variantTerms = (generation: Read, word: string): VariantTerm[] => {
  const { vocabulary, models } = generation
  const { term, stop } = models.analyze(word)
  const own = vocabulary.termId(term)
  const found = new Map<string, VariantTerm>()
  const add = (variant: VariantTerm): void => {
    const key = [variant.term, ...(variant.forms ?? [])].join(' ')
    if (variant.term !== own && variant.weight > (found.get(key)?.weight ?? 0)) found.set(key, variant)
  }
  const { spellings, variants } = vocabulary.counterpartsOf(word)
  const usedIn = models.variants.standardOf(word, knownWords(vocabulary))
  for (const spelling of spellings)
    if (stop || !isStopWord(vocabulary.term(spelling)))
      add({ term: spelling, weight: WEIGHTS.spelling, ...formsSpelled(generation, word, spelling) })
  for (const variant of variants) {
    // A stop word is no counterpart of another word: it would be found in every article. Of its other forms one is.
    if (!stop && isStopWord(variant.word)) continue
    const form = vocabulary.wordId(variant.word)
    const notIn = ownLanguage(generation, { word, usedIn }, variant.word)
    for (const termOf of termsOf(generation, variant)) {
      const one = { ...termOf, ...(notIn && { notIn }) }
      if (stop || !isStopWord(vocabulary.term(one.term))) add(one)
      else if (form !== undefined && vocabulary.termOf(form) === one.term) add({ ...one, forms: [form] })
    }
  }
  return [...found.values()]
}

/**
 * Which forms of a term are another spelling of a word: all of one that nobody knows. Beside a known word only those
 * that are spelled as it or its dictionary form: `laer`, written for `lær`, and not what else has its stem.
 */
const formsSpelled = (
  { vocabulary, models }: Read,
  word: string,
  spelling: TermId
): Pick<VariantTerm, 'forms'> => {
  const { analyze, isKnownForm } = models
  if (!isKnownForm(word)) return {}
  const own = [word, analyze(word).term]
  const isSpelled = (form: string): boolean => own.some((one) => isSpelling(one, form, isKnownForm))
  if (isSpelled(vocabulary.term(spelling))) return {}
  return { forms: [...vocabulary.wordsOf(spelling)].filter((form) => isSpelled(vocabulary.word(form))) }
}

/**
 * The language of the query's word, in whose articles a variant is not meant: a *gard* is a *gård* in nynorsk, and may
 * be a fence in bokmål. A word of both has variants in articles of the other one's standard alone.
 */
const ownLanguage = (
  generation: Read,
  { word, usedIn }: { readonly word: string; readonly usedIn: UsedIn | undefined },
  other: string
): Standard | undefined => {
  const usedOther = generation.models.variants.usedIn(other)
  if (usedIn === 'b' || (usedIn !== 'n' && usedOther === 'n')) return 'nb'
  if (usedIn === 'bn' && usedOther === 'b')
    return isSpelledAlike(word, other) && isOneWord(generation, other) ? 'nn' : 'nb'
  return usedIn === 'n' || usedOther === 'b' ? 'nn' : undefined
}

/**
 * The words that stand for a part of a compound in the other standard: those of dictionary forms, which translations
 * are sure of.
 *
 *     ulykke → ulukke, of trafikkulukka
 */
export const variantsInCompounds = ({ vocabulary, models }: Read, word: string): readonly FoundVariant[] =>
  isStopWord(word) || word.length < SHORTEST_IN_COMPOUNDS
    ? []
    : vocabulary
        .counterpartsOf(word)
        .variants.filter(
          (variant) =>
            variant.weight >= SURE &&
            variant.word.length >= SHORTEST_IN_COMPOUNDS &&
            !isStopWord(variant.word) &&
            isDictionaryForm({ models }, variant.word)
        )

/** Shorter words, and less sure ones, are parts of compounds by chance. */
const SHORTEST_IN_COMPOUNDS = 3
const SURE = 0.6

/** Is the form what a dictionary has a word under? Of several words, one's is enough. */
const isDictionaryForm = ({ models }: Pick<Read, 'models'>, word: string): boolean =>
  models.isKnownForm(word) && models.partTerms.of(word, true) === word

/** Is a form of a variant's stem the variant's, and no other word's? One that the models do not know by heart is. */
const isFormOf = (words: readonly string[], variant: string): boolean =>
  words.length === 0 || words.includes(variant)

/** `framtid` and `fremtid`, which bokmål both has; but not `ulik` and `forskjellig`. */
const isSpelledAlike = (one: string, other: string): boolean => one.slice(0, 2) === other.slice(0, 2)

/** Is it a dictionary form, and no form of another word, as `velger` is? */
const isOneWord = ({ models }: Read, form: string): boolean =>
  models.isKnownForm(form) && models.partTerms.words(form).every((word) => word === form)

/** Is a dictionary form used in one standard alone, the one that the word is not of? */
const isOfOther = ({ variants }: Read['models'], word: string, lemma: string): boolean => {
  const usedIn = variants.usedIn(lemma)
  return (usedIn === 'b' || usedIn === 'n') && variants.usedIn(word) !== usedIn
}

/**
 * A dictionary form in the other standard is found in all its forms, and of words that share it the one that is called
 * so (`låg`, and not `ligge`). What is an inflection there of a word that is none here is only that form.
 */
const termsOf = (generation: Read, { word: variant, weight, of }: FoundVariant): VariantTerm[] => {
  const { vocabulary, models } = generation
  const first = vocabulary.formOf(variant)
  if (first === undefined) return []
  if (!isDictionaryForm(generation, of) || !models.isKnownForm(variant)) {
    // Its stem may be that of another word too: of what nobody knows (`føren`), or of an inflection (`skåret`).
    const form = vocabulary.wordId(variant)
    const isGuess = !vocabulary.wordsOf(first).some((id) => models.isKnownForm(vocabulary.word(id)))
    const isSure = models.isKnownForm(variant) && isOfOther(models, of, vocabulary.term(first))
    if (isGuess || isSure) return [{ term: first, weight }]
    return form === undefined ? [] : [{ term: vocabulary.termOf(form), weight, forms: [form] }]
  }
  const isCalled = isDictionaryForm(generation, variant)
  const isHomograph = models.analyze(of).further.meant.length > 0
  const stems = searchedTerms(models.analyze(variant))
  return stems.flatMap((stem): VariantTerm[] => {
    const term = vocabulary.termId(stem)
    if (term === undefined) return []
    const all = vocabulary.wordsOf(term)
    const forms = [...all].filter((id) => {
      const form = vocabulary.word(id)
      return form === variant || (isCalled && isFormOf(models.partTerms.words(form), variant))
    })
    if (forms.length === 0) return []
    if (!isCalled && isHomograph) return [{ term, weight: weight * WEIGHTS.homograph, forms, isHomograph }]
    return [forms.length === all.length ? { term, weight } : { term, weight, forms }]
  })
}
