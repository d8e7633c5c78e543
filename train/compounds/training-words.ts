import type { Labelled } from './examples.js'
import type { GoldCompound } from './gold.js'
import { share } from '../../tools/random.js'
import { formsOfLemmas, type ContentWord } from './content-words.js'

/** Words with their boundaries, and words that seem to be no compounds. */
export interface TrainingWords {
  readonly compounds: readonly Labelled[]
  readonly simple: readonly string[]
}

export interface TrainingSources {
  readonly gold: readonly GoldCompound[]
  readonly treebank: readonly ContentWord[]
  readonly counts: ReadonlyMap<string, number>
}

/** Inflected forms taken of each compound. */
const FORMS_OF_COMPOUND = 1
/** A word of the text stands for a word that is no compound only if it occurs this often. */
const FREQUENT = 60

export const trainingWords = ({ gold, treebank, counts }: TrainingSources): TrainingWords => {
  const compounds = [...gold, ...inflected(gold, treebank)]
  const known = new Set(compounds.map(({ word }) => word))
  const simple = new Set<string>()
  for (const { head, modifierLemma } of gold) simple.add(head).add(modifierLemma)
  const compoundLemmas = new Set(treebank.filter(({ isCompound }) => isCompound).map(({ lemma }) => lemma))
  for (const { form, lemma } of treebank)
    if (!compoundLemmas.has(lemma) && !known.has(lemma)) simple.add(form).add(lemma)
  for (const [word, count] of counts) if (count >= FREQUENT && !beginsWithOne(word, known)) simple.add(word)
  for (const { form, lemma } of treebank) if (compoundLemmas.has(lemma)) simple.delete(form)
  return { compounds, simple: [...simple].filter((word) => /^\p{Ll}+$/u.test(word) && !known.has(word)) }
}

/** Is the word, or what is left of it without a short ending, one of these? */
const beginsWithOne = (word: string, known: ReadonlySet<string>): boolean => {
  for (let length = word.length; length >= Math.max(5, word.length - 4); length--) {
    const beginning = word.slice(0, length)
    if (known.has(beginning) || known.has(`${beginning}e`)) return true
  }
  return false
}

/** digitaliserings|strategi → digitaliserings|strategiene, if the treebank has `strategiene` as a form of `strategi` */
const inflected = (gold: readonly GoldCompound[], treebank: readonly ContentWord[]): Labelled[] => {
  const forms = formsOfLemmas(treebank)
  return gold.flatMap(({ word, boundary, head }) =>
    [...(forms.get(head) ?? [])]
      .filter((form) => form !== head)
      .map((form) => word.slice(0, boundary) + form)
      .sort((a, b) => share(a) - share(b))
      .slice(0, FORMS_OF_COMPOUND)
      .map((inflectedWord) => ({ word: inflectedWord, boundary }))
  )
}
