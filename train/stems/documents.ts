import { treebankWords, type Standard, type TreebankWord } from '../shared/treebank.js'

/** Of nouns, verbs and adjectives, the classes that inflect; of names; of all other words. */
export type WordClass = 'noun' | 'verb' | 'adjective' | 'name' | 'other'

/** What an annotator said of one word: `bøkene`, of `bok`, a noun. Form and lemma in lower case. */
export interface Reading {
  readonly form: string
  readonly lemma: string
  readonly wordClass: WordClass
  /** Was the word written in small letters, as the measure asks? */
  readonly lower: boolean
}

export interface Document {
  readonly name: string
  readonly standard: Standard
  readonly readings: readonly Reading[]
}

const CLASSES: Readonly<Record<string, WordClass>> = { subst: 'noun', verb: 'verb', adj: 'adjective' }

/** Letters of Latin-1, which the table is kept in. Of a word with a hyphen the stemmer takes the last part. */
const WORD = /^[a-zà-öø-ÿ]+$/i

/**
 * The documents of NorNE; the parts of one (`ap001_0000`, `ap001_0001`) are one document.
 *
 *     bøkene ⇥ bok ⇥ subst ⇥ appell|mask|be|fl → { form: 'bøkene', lemma: 'bok', wordClass: 'noun' }
 */
export const readDocuments = (data: string, standard: Standard, part: 'train' | 'dev'): Document[] => {
  const documents = new Map<string, Reading[]>()
  for (const word of treebankWords(data, standard, part)) {
    const name = word.document.replace(/_\d+$/, '')
    const readings = documents.get(name) ?? []
    if (readings.length === 0) documents.set(name, readings)
    if (WORD.test(word.form) && WORD.test(word.lemma)) readings.push(readingOf(word))
  }
  return [...documents].map(([name, readings]) => ({ name, standard, readings }))
}

const readingOf = ({ form, lemma, wordClass, features }: TreebankWord): Reading => {
  const isName = wordClass === 'subst' && /\bprop\b/.test(features)
  return {
    form: form.toLowerCase(),
    lemma: lemma.toLowerCase(),
    wordClass: isName ? 'name' : (CLASSES[wordClass] ?? 'other'),
    lower: /^\p{Ll}+$/u.test(form)
  }
}
