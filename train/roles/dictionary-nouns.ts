import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { lines } from '../shared/lines.js'
import { STANDARDS } from '../shared/treebank.js'

/** What the dictionaries know of nouns. */
export interface DictionaryNouns {
  /** Nouns of bokmål that have a definite form with *-en* or *-a*, and what ends in *-ar* in nynorsk alone. */
  readonly lemmas: ReadonlySet<string>
  /** Forms that may be of another class: `leder` is one of `lede` too. */
  readonly others: ReadonlySet<string>
  /** Nouns for who does something, by their verb: `løpe` → `løper`, `løpar`. */
  readonly agents: ReadonlySet<string>
  /** By compound: its last part. */
  readonly heads: ReadonlyMap<string, string>
}

const PLAIN = /^\p{Ll}{4,}$/u

/** @param data the folder that holds ordbank/ and compounds/ */
export const dictionaryNouns = (data: string): DictionaryNouns => {
  const forms = new Map<string, Set<string>>()
  const others = new Set<string>()
  const verbs = new Set<string>()
  const read = (file: string): Buffer => gunzipSync(readFileSync(path.join(data, 'ordbank', file)))
  for (const line of lines(read('nb.tsv.gz'))) {
    const [form = '', lemma = '', wordClass] = line.split('\t')
    if (wordClass === 'noun') forms.set(lemma, (forms.get(lemma) ?? new Set()).add(form))
    else others.add(form)
    if (wordClass === 'verb') verbs.add(lemma)
  }
  const isCommon = (lemma: string): boolean =>
    ['en', 'a', 'n'].some((ending) => forms.get(lemma)!.has(lemma + ending))
  const lemmas = new Set([...forms.keys()].filter((lemma) => PLAIN.test(lemma) && isCommon(lemma)))
  for (const line of lines(read('nn-lemmas.txt.gz'))) {
    const [lemma = ''] = line.split('\t')
    if (PLAIN.test(lemma) && lemma.endsWith('ar') && !others.has(lemma) && !forms.has(lemma))
      lemmas.add(lemma)
  }
  const isAgent = (noun: string): boolean =>
    (noun.endsWith('er') && verbs.has(noun.slice(0, -1))) ||
    (noun.endsWith('ar') && verbs.has(`${noun.slice(0, -2)}e`))
  const agents = new Set([...lemmas].filter(isAgent))
  return { lemmas, others, agents, heads: readHeads(data) }
}

const readHeads = (data: string): ReadonlyMap<string, string> => {
  const heads = new Map<string, string>()
  for (const standard of STANDARDS)
    for (const line of lines(readFileSync(path.join(data, 'compounds', `${standard}.tsv`)))) {
      const [word = '', , head] = line.split('\t')
      if (head !== undefined) heads.set(word, head)
    }
  return heads
}
