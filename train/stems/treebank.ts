import { readFileSync } from 'node:fs'

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
  readonly standard: 'nb' | 'nn'
  readonly readings: readonly Reading[]
}

const CLASSES: Readonly<Record<string, WordClass>> = { subst: 'noun', verb: 'verb', adj: 'adjective' }

/** Letters of Latin-1, which the table is kept in. Of a word with a hyphen the stemmer takes the last part. */
const WORD = /^[a-zà-öø-ÿ]+$/i

/**
 * The documents of a file of NorNE; the parts of one (`ap001_0000`, `ap001_0001`) are one document.
 *
 *     bøkene ⇥ bok ⇥ subst ⇥ appell|mask|be|fl → { form: 'bøkene', lemma: 'bok', wordClass: 'noun' }
 */
export const readTreebank = (file: string, standard: 'nb' | 'nn'): Document[] => {
  const documents = new Map<string, Reading[]>()
  let readings: Reading[] = []
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line.startsWith('# doc = ')) {
      const name = line.slice(8).replace(/_\d+$/, '')
      readings = documents.get(name) ?? []
      documents.set(name, readings)
    } else {
      const reading = readingOf(line)
      if (reading !== undefined) readings.push(reading)
    }
  }
  return [...documents].map(([name, list]) => ({ name, standard, readings: list }))
}

const readingOf = (line: string): Reading | undefined => {
  const [form = '', lemma = '', pos = '', features = ''] = line.split('\t')
  if (!WORD.test(form) || !WORD.test(lemma)) return undefined
  const isName = pos === 'subst' && /\bprop\b/.test(features)
  return {
    form: form.toLowerCase(),
    lemma: lemma.toLowerCase(),
    wordClass: isName ? 'name' : (CLASSES[pos] ?? 'other'),
    lower: /^\p{Ll}+$/u.test(form)
  }
}
