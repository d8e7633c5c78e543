import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { readGold } from '../compounds/gold.js'
import { lines } from '../shared/lines.js'
import type { DictionaryWord, InflectedClass } from './dictionary-word.js'
import type { Document, Reading } from './documents.js'
import { irregularWords } from './irregular-words.js'
import { nynorskWords } from './nynorsk-forms.js'
import { nynorskLemmas } from './nynorsk-lemmas.js'
import { withOwnParticiples } from './own-participles.js'
import { withSharedForms } from './shared-forms.js'

export interface Dictionary {
  readonly bokmål: readonly DictionaryWord[]
  /** With the forms that classes of inflection give them: see `nynorskWords`. */
  readonly nynorsk: readonly DictionaryWord[]
}

/** Letters of Latin-1, which the table is kept in. */
const WORD = /^[a-zß-öø-ÿ]{2,}$/

/**
 * @param data the folder that holds ordbank/ and compounds/
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
    ...withOwnParticiples(
      withSharedForms(Array.from(words, ([key, forms]) => toWord(key, forms, participles.get(key))))
    ),
    ...irregularWords('nb', (lemma) => verbs.has(lemma))
  ]
  const byLemma = new Map<string, DictionaryWord[]>()
  for (const word of bokmål) byLemma.set(word.lemma, [...(byLemma.get(word.lemma) ?? []), word])
  const listed = new Set([...read('nn-lemmas.txt.gz')].filter((word) => WORD.test(word)))
  const annotated = classesIn(documents.filter(({ standard }) => standard === 'nn'))
  const irregular = irregularWords('nn', (lemma) => listed.has(lemma))
  const evidence = {
    ...{ listed, bokmål: byLemma, annotated },
    heads: new Map(readGold(data, 'nn').map(({ word, head }) => [word, head])),
    strong: new Set(irregular.flatMap(({ lemma, wordClass }) => (wordClass === 'verb' ? lemma : [])))
  }
  const compared = new Set(
    irregular.flatMap(({ wordClass, forms }) => (wordClass === 'adjective' ? forms.slice(1) : []))
  )
  const lemmas = nynorskLemmas(evidence).filter((word) => !compared.has(word))
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

/**
 * Documents without slips in the lemmas: a lemma that no dictionary has gives way to the form, where that is a
 * dictionary form, or to that of the one word of bokmål that has the form: `fornærma`, of `fornærme`.
 */
export const withoutSlips = (documents: readonly Document[], { bokmål, nynorsk }: Dictionary): Document[] => {
  const words = [...bokmål, ...nynorsk]
  const lemmas = new Set(words.map(({ lemma }) => lemma))
  const lemmasOf = new Map<string, Set<string>>()
  for (const { lemma, forms } of bokmål)
    for (const form of forms) lemmasOf.set(form, (lemmasOf.get(form) ?? new Set()).add(lemma))
  const correct = (reading: Reading): Reading => {
    const { form, lemma, wordClass } = reading
    if (wordClass === 'name' || wordClass === 'other' || lemmas.has(lemma)) return reading
    if (lemmas.has(form)) return { ...reading, lemma: form }
    const [only, ...others] = lemma === form ? (lemmasOf.get(form) ?? []) : []
    return only === undefined || others.length > 0 ? reading : { ...reading, lemma: only }
  }
  return documents.map((document) => ({ ...document, readings: document.readings.map(correct) }))
}
