import type { FormStems, StemModel, Stems } from '../../src/analysis/stems/stem-model.js'
import { createStemmer, type Stemmer } from '../../src/analysis/stems/stemmer.js'
import { share } from '../../tools/random.js'
import type { DictionaryWord } from './dictionary-word.js'
import type { Dictionary } from './dictionary.js'
import type { Document } from './documents.js'
import { TRAINING, trainRanker, type Lesson, type TrainingOptions } from './ranker-training.js'
import { stemTableOf } from './stem-file.js'
import { buildStemTable } from './stem-table.js'
import { collectRules } from './suffix-rules.js'
import { WordGroups } from './word-groups.js'

/** What a model is learned from. */
export interface StemData {
  readonly documents: readonly Document[]
  readonly dictionary: Dictionary
  /** How often raw text has each word. */
  readonly counts: ReadonlyMap<string, number>
  /** Compounds of the dictionary, whose heads tell how they inflect. */
  readonly compounds: ReadonlySet<string>
  /** See `modifierLemmas`. */
  readonly modifiers: ReadonlyMap<string, string>
}

/** The words of each tenth of the documents, and of the dictionary, that the others lack are the lessons. */
const FOLDS = 10
/** A name is a lesson of less weight: the measure is on other words. */
const NAME_WEIGHT = 0.3
/** A form that only the dictionary has. */
const DICTIONARY_WEIGHT = 0.5
/** So many of the words of a tenth are in no dictionary. */
const UNKNOWN = 0.4
/** A suffix rule is made of as many forms or more. */
const LEAST_FORMS = 4
/** Compounds that raw text has so often are in the table too. */
const FREQUENT = 2
const LONGEST_RARE = 14
/** A word of the dictionary is a lesson where raw text has its forms so often. */
const LEAST_SEEN = 20

/** Learns a model; the same for the same data and options. */
export const trainStemModel = (data: StemData, options: TrainingOptions = TRAINING): StemModel => {
  const { documents, counts, dictionary } = data
  const groups = new WordGroups(documents, dictionary)
  groups.addDictionary(dictionary, isListed(data))
  const { readings, lemmas } = buildStemTable(documents, groups, data)
  const seen = new Set([
    ...counts.keys(),
    ...documents.flatMap((one) => one.readings.map(({ form }) => form))
  ])
  const isSeen = (form: string): boolean => seen.has(form) || readings.get(form)!.meant[0] === form
  const rules = collectRules(new Map([...lemmas].filter(([form]) => seen.has(form))), LEAST_FORMS)
  const lessons = Array.from({ length: FOLDS }, (_, fold) => lessonsOf(data, fold, lemmas)).flat()
  const weights = trainRanker(rules, lessons, options)
  const kept = new Map([...readings].filter(([form]) => isSeen(form)))
  // Of forms that no text has, those that the rules do not know. What is in the table changes what they know of others.
  for (let size = 0; size < kept.size;) {
    size = kept.size
    const stem = createStemmer({ stems: stemTableOf(kept), rules, weights })
    for (const [form, stems] of readings)
      if (!kept.has(form) && !isTold(asStemmed(form, kept), stems, stem)) kept.set(form, stems)
  }
  return { stems: stemTableOf(kept), rules, weights }
}

/** A word that is not in the table, and whose rest is, is read as a genitive: see `keepNames`. */
const asStemmed = (form: string, kept: ReadonlyMap<string, unknown>): string =>
  form.endsWith('s') && kept.has(form.slice(0, -1)) ? form.slice(0, -1) : form

const isTold = (form: string, { meant, asked }: FormStems, stem: Stemmer): boolean =>
  stem(form) === meant[0] && meant.length === 1 && asked.length === 0

export const isListed =
  ({ counts, compounds }: StemData) =>
  ({ lemma, forms }: DictionaryWord): boolean => {
    const count = forms.reduce((sum, form) => sum + (counts.get(form) ?? 0), 0)
    if (compounds.has(lemma)) return count >= FREQUENT
    return count > 0 || lemma.length <= LONGEST_RARE
  }

const lessonsOf = (data: StemData, fold: number, lemmas: ReadonlyMap<string, string>): Lesson[] => {
  const { documents, dictionary, counts } = data
  const others = documents.filter((_, i) => i % FOLDS !== fold)
  const isInFold = (lemma: string): boolean => Math.floor(share(lemma) * FOLDS) === fold
  const isHidden = (lemma: string): boolean => isInFold(lemma) && share(`${lemma}?`) < UNKNOWN
  const listed = isListed(data)
  const lemmaOnly = (words: readonly DictionaryWord[]): DictionaryWord[] =>
    words
      .filter((word) => !isHidden(word.lemma) && listed(word))
      .map((word) => ({ ...word, forms: [word.lemma] }))
  const groups = new WordGroups(others, dictionary, { search: false })
  groups.addDictionary(
    { bokmål: lemmaOnly(dictionary.bokmål), nynorsk: lemmaOnly(dictionary.nynorsk) },
    () => true
  )
  const { readings } = buildStemTable(others, groups, data)
  const rest: Stems = { get: (form) => readings.get(form)?.meant[0], has: (form) => readings.has(form) }
  const lessons = new Map<string, Lesson>()
  const teach = (form: string, lemma: string, weight: number): void => {
    if (lessons.has(form) || readings.has(form)) return
    const right = stemOfLemma(lemma, rest)
    lessons.set(form, { form, stems: rest, isRight: (other) => stemOfLemma(other, rest) === right, weight })
  }
  for (const { readings: words } of documents.filter((_, i) => i % FOLDS === fold))
    for (const { form, wordClass } of words) {
      const lemma = lemmas.get(form)
      if (lemma !== undefined) teach(form, lemma, wordClass === 'name' ? NAME_WEIGHT : 1)
    }
  for (const { lemma, forms } of dictionary.bokmål) {
    if (!isInFold(lemma) || forms.reduce((sum, form) => sum + (counts.get(form) ?? 0), 0) < LEAST_SEEN)
      continue
    for (const form of forms) if (lemmas.get(form) === lemma) teach(form, lemma, DICTIONARY_WEIGHT)
  }
  return [...lessons.values()]
}

/** As `createStemmer` does: a known word's stem, else the lemma without -e. */
const stemOfLemma = (lemma: string, stems: Stems): string => {
  const known = stems.get(lemma)
  if (known !== undefined || !lemma.endsWith('e') || lemma.length < 4) return known ?? lemma
  return stems.get(lemma.slice(0, -1)) ?? lemma.slice(0, -1)
}
