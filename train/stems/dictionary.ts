import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { lines } from '../shared/lines.js'
import type { DictionaryWord, InflectedClass } from './dictionary-word.js'
import type { Document, Reading } from './documents.js'
import { irregularWords } from './irregular-words.js'
import { nynorskWords } from './nynorsk-forms.js'
import { withSharedForms } from './shared-forms.js'

export interface Dictionary {
  readonly bokmål: readonly DictionaryWord[]
  /** With the forms that classes of inflection give them: see `nynorskWords`. */
  readonly nynorsk: readonly DictionaryWord[]
}

/** Letters of Latin-1, which the table is kept in. */
const WORD = /^[a-zß-öø-ÿ]{2,}$/

/**
 * @param data the folder that holds ordbank/
 * @param documents tell the classes of nynorsk's words
 */
export const readDictionary = (data: string, documents: readonly Document[]): Dictionary => {
  const read = (name: string): Generator<string> =>
    lines(gunzipSync(readFileSync(path.join(data, 'ordbank', name))))
  const words = new Map<string, Set<string>>()
  const participles = new Map<string, Set<string>>()
  const rows = [...read('nb.tsv.gz')].map((line) => line.split('\t') as [string, string, string])
  const verbs = new Set(rows.flatMap(([, lemma, tag]) => (tag === 'verb' ? lemma : [])))
  for (const [form, lemma, tag] of rows) {
    const wordClass = CLASSES[tag]
    if (wordClass === undefined || !WORD.test(form) || !WORD.test(lemma)) continue
    // Participles are listed as adjectives with the verb's dictionary form: `kastet`, of `kaste`.
    const isParticiple = wordClass === 'adjective' && verbs.has(lemma)
    const key = `${lemma} ${isParticiple ? 'verb' : wordClass}`
    words.set(key, (words.get(key) ?? new Set([lemma])).add(form))
    if (isParticiple) participles.set(key, (participles.get(key) ?? new Set()).add(form))
  }
  const bokmål = [
    ...withSharedForms(Array.from(words, ([key, forms]) => toWord(key, forms, participles.get(key)))),
    ...irregularWords('nb', (lemma) => verbs.has(lemma))
  ]
  const byLemma = new Map<string, DictionaryWord[]>()
  for (const word of bokmål) byLemma.set(word.lemma, [...(byLemma.get(word.lemma) ?? []), word])
  const listed = new Set([...read('nn-lemmas.txt.gz')].filter((word) => WORD.test(word)))
  const annotated = classesIn(documents.filter(({ standard }) => standard === 'nn'))
  const irregular = irregularWords('nn', (lemma) => listed.has(lemma))
  const evidence = {
    ...{ listed, bokmål: byLemma, annotated },
    strong: new Set(irregular.flatMap(({ lemma, wordClass }) => (wordClass === 'verb' ? lemma : [])))
  }
  const compared = new Set(
    irregular.flatMap(({ wordClass, forms }) => (wordClass === 'adjective' ? forms.slice(1) : []))
  )
  const lemmas = [...listed].filter(isLemma(listed)).filter((word) => !compared.has(word))
  return { bokmål, nynorsk: [...lemmas.flatMap((lemma) => nynorskWords(lemma, evidence)), ...irregular] }
}

/** A lemma that is annotated so seldom is a slip. */
const LEAST_ANNOTATED = 2

const classesIn = (documents: readonly Document[]): ReadonlyMap<string, ReadonlySet<InflectedClass>> => {
  const counts = new Map<string, number>()
  const classes = new Map<string, Set<InflectedClass>>()
  for (const { lemma, wordClass } of documents.flatMap(({ readings }) => readings)) {
    if (wordClass === 'name' || wordClass === 'other') continue
    const count = (counts.get(`${lemma} ${wordClass}`) ?? 0) + 1
    counts.set(`${lemma} ${wordClass}`, count)
    if (count >= LEAST_ANNOTATED) classes.set(lemma, (classes.get(lemma) ?? new Set()).add(wordClass))
  }
  return classes
}

const CLASSES: Readonly<Record<string, InflectedClass>> = { noun: 'noun', verb: 'verb', adj: 'adjective' }

const toWord = (
  key: string,
  forms: ReadonlySet<string>,
  participles?: ReadonlySet<string>
): DictionaryWord => {
  const [lemma, wordClass] = key.split(' ') as [string, InflectedClass]
  return {
    lemma,
    wordClass,
    forms: [...forms].sort(),
    ...(participles && { participles: [...participles].sort() })
  }
}

/** What a comparison may be of: `finare` → fin, `vakrare` → vakker, `travlast` → travel, `dummare` → dum. */
const positivesOf = (word: string): string[] => {
  const root = word.replace(/(?:are|aste?)$/, '')
  const [, start = '', middle = '', last = ''] = /^(.*?)([^aeiouyæøå])([lnr])$/.exec(root) ?? []
  const whole = middle === '' ? [] : [`${start}${middle}e${last}`, `${start}${middle}${middle}e${last}`]
  return [
    root,
    `${root}e`,
    root.replace(/(.)\1$/, '$1'),
    ...whole,
    ...(last === 'l' ? [`${start}${middle}al`] : [])
  ]
}

/**
 * The list of nynorsk has participles, comparisons and neuters too: `kasta`, `finare`, `fint` beside `kaste`, `fin`.
 */
const isLemma =
  (words: ReadonlySet<string>) =>
  (word: string): boolean => {
    const rest = (letters: number): string => word.slice(0, word.length - letters)
    if (/(?:are|ast|aste)$/.test(word) && positivesOf(word).some((one) => words.has(one))) return false
    if (word.endsWith('t') && word.length > 3 && words.has(rest(1)) && words.has(`${rest(1)}are`))
      return false
    if (word.endsWith('a') && words.has(`${rest(1)}e`)) return false
    return !(word.endsWith('ande') && (words.has(`${rest(4)}e`) || words.has(rest(4))))
  }

/**
 * Documents without slips in the lemmas: a lemma that no dictionary has gives way to the form, where that is a
 * dictionary form.
 */
export const withoutSlips = (documents: readonly Document[], { bokmål, nynorsk }: Dictionary): Document[] => {
  const lemmas = new Set([...bokmål, ...nynorsk].map(({ lemma }) => lemma))
  const isSlip = ({ form, lemma, wordClass }: Reading): boolean =>
    wordClass !== 'name' && wordClass !== 'other' && !lemmas.has(lemma) && lemmas.has(form)
  return documents.map((document) => ({
    ...document,
    readings: document.readings.map((reading) =>
      isSlip(reading) ? { ...reading, lemma: reading.form } : reading
    )
  }))
}
