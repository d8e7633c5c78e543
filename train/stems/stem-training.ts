import type { StemModel, Stems } from '../../src/analysis/stems/stem-model.js'
import { TRAINING, trainRanker, type Lesson, type TrainingOptions } from './ranker-training.js'
import { buildStemTable } from './stem-table.js'
import { collectRules } from './suffix-rules.js'
import type { Document } from './documents.js'

/** The words of each tenth of the documents that the others lack are the lessons. */
const FOLDS = 10
/** A name is a lesson of less weight: the measure is on other words. */
const NAME_WEIGHT = 0.3
/** A suffix rule is made of as many forms or more. */
const LEAST_FORMS = 4

/** Learns a model from documents; the same for the same documents and options. */
export const trainStemModel = (
  documents: readonly Document[],
  options: TrainingOptions = TRAINING
): StemModel => {
  const { stems, lemmas } = buildStemTable(documents)
  const rules = collectRules(lemmas, LEAST_FORMS)
  const lessons = Array.from({ length: FOLDS }, (_, fold) => lessonsOf(documents, fold, lemmas)).flat()
  return { stems, rules, weights: trainRanker(rules, lessons, options) }
}

const lessonsOf = (
  documents: readonly Document[],
  fold: number,
  lemmas: ReadonlyMap<string, string>
): Lesson[] => {
  const rest = buildStemTable(
    documents.filter((_, i) => i % FOLDS !== fold),
    { search: false }
  )
  const lessons = new Map<string, Lesson>()
  for (const { readings } of documents.filter((_, i) => i % FOLDS === fold))
    for (const { form, wordClass } of readings) {
      const lemma = lemmas.get(form)
      if (lemma === undefined || lessons.has(form) || rest.stems.has(form)) continue
      const right = stemOfLemma(lemma, rest.stems)
      const isRight = (other: string): boolean => stemOfLemma(other, rest.stems) === right
      lessons.set(form, { form, stems: rest.stems, isRight, weight: wordClass === 'name' ? NAME_WEIGHT : 1 })
    }
  return [...lessons.values()]
}

/** As `createStemmer` does: a known word's stem, else the lemma without -e. */
const stemOfLemma = (lemma: string, stems: Stems): string => {
  const known = stems.get(lemma)
  if (known !== undefined || !lemma.endsWith('e') || lemma.length < 4) return known ?? lemma
  return stems.get(lemma.slice(0, -1)) ?? lemma.slice(0, -1)
}
