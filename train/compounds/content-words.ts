import { treebankWords, type Standard } from '../shared/treebank.js'

/** A word of the treebank's content classes: form, lemma, and whether the annotators marked it as a compound. */
export interface ContentWord {
  readonly form: string
  readonly lemma: string
  readonly isCompound: boolean
}

/** Nouns, verbs and adjectives in lower case. */
export const readContentWords = (data: string, standard: Standard, part: 'train' | 'dev'): ContentWord[] =>
  [...treebankWords(data, standard, part)]
    .filter(
      ({ form, wordClass }) =>
        /^(subst|verb|adj|NOUN|VERB|ADJ)$/.test(wordClass) && /^\p{Ll}{3,}$/u.test(form)
    )
    .map(({ form, lemma, features }) => ({ form, lemma, isCompound: features.includes('samset') }))

/** Forms of lemmas that occur three times or more, that no table has as a compound and that are not marked as one. */
export const simplexForms = (words: readonly ContentWord[], compounds: ReadonlySet<string>): string[] => {
  const simple = words.filter(({ lemma, isCompound }) => !isCompound && !compounds.has(lemma))
  const count = new Map<string, number>()
  for (const { lemma } of simple) count.set(lemma, (count.get(lemma) ?? 0) + 1)
  const forms = new Map(simple.map(({ form, lemma }) => [form, lemma]))
  return [...forms].filter(([, lemma]) => count.get(lemma)! >= 3).map(([form]) => form)
}

/** All forms of each lemma. */
export const formsOfLemmas = (words: readonly ContentWord[]): Map<string, Set<string>> => {
  const forms = new Map<string, Set<string>>()
  for (const { form, lemma } of words) forms.set(lemma, (forms.get(lemma) ?? new Set()).add(form))
  return forms
}
