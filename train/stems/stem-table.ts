import type { Document } from './documents.js'
import { WordFamilies } from './word-families.js'

/** Form → stem, for the words of the documents, and form → lemma as annotated. */
export interface StemTable {
  readonly stems: ReadonlyMap<string, string>
  readonly lemmas: ReadonlyMap<string, string>
}

export interface TableOptions {
  /** Are families searched for, or is each form its most frequent lemma's? */
  readonly search?: boolean
  readonly names?: boolean
}

/**
 * The table of the forms in the documents. Each stem is in the table too, with itself as its stem, so that stemming
 * twice does what stemming once does.
 */
export const buildStemTable = (documents: readonly Document[], options: TableOptions = {}): StemTable => {
  const families = new WordFamilies(documents, { search: options.search ?? true })
  const stems = new Map<string, string>()
  const lemmas = new Map<string, string>()
  const groups = families.families
  for (const forms of groups) for (const form of forms) stems.set(form, '')
  for (const forms of groups) {
    const stem = stemOf(forms, families, stems)
    stems.set(stem, stem)
    for (const form of forms) {
      stems.set(form, stem)
      lemmas.set(form, families.lemmaOf(form))
    }
  }
  if (options.names ?? true) addNames(documents, stems, lemmas)
  return { stems, lemmas }
}

/** The family's most frequent lemma that is no form of another family, else its most frequent form. */
const stemOf = (forms: string[], families: WordFamilies, stems: ReadonlyMap<string, string>): string => {
  const own = new Set(forms)
  const lemmas = byCount(families.lemmaCounts(forms))
  const byFrequency = byCount(new Map(forms.map((form) => [form, families.frequency(form)])))
  return lemmas.find((lemma) => own.has(lemma) || !stems.has(lemma)) ?? byFrequency[0]!
}

const byCount = (counts: ReadonlyMap<string, number>): string[] =>
  [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([key]) => key)

/** Names that are no other words: `norges` → norge, `hansen` → hansen. */
const addNames = (
  documents: readonly Document[],
  stems: Map<string, string>,
  lemmas: Map<string, string>
): void => {
  const counts = new Map<string, Map<string, number>>()
  for (const { readings } of documents)
    for (const { form, lemma, wordClass } of readings) {
      if (wordClass !== 'name' || stems.has(form)) continue
      const own = counts.get(form) ?? new Map<string, number>()
      counts.set(form, own.set(lemma, (own.get(lemma) ?? 0) + 1))
    }
  for (const [form, own] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const short = form.slice(0, -1)
    const lemma = form.endsWith('s') && own.has(short) ? short : byCount(own)[0]!
    const target = isNear(form, lemma) ? lemma : form
    lemmas.set(form, target)
    const stem = stems.get(target) ?? target
    stems.set(target, stem)
    stems.set(form, stem)
  }
}

/** Lemmas of names are sometimes slips or expansions (`ap`, arbeiderpartiet); a genitive has only an -s more. */
const isNear = (form: string, lemma: string): boolean =>
  form.startsWith(lemma) && form.length - lemma.length < 2
