import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Written } from './gold.js'

/** A word of the treebank's content classes: form, lemma, and whether the annotators marked it as a compound. */
export interface TreebankWord {
  readonly form: string
  readonly lemma: string
  readonly isCompound: boolean
}

/** Nouns, verbs and adjectives in lower case. */
export const readTreebank = (data: string, written: Written, part: 'train' | 'dev'): TreebankWord[] =>
  readFileSync(path.join(data, 'norne', `${written}-${part}.conll`), 'utf8')
    .split('\n')
    .map((line) => line.split('\t'))
    .filter(
      ([form, , wordClass, features]) =>
        features !== undefined &&
        /^(subst|verb|adj|NOUN|VERB|ADJ)$/.test(wordClass!) &&
        /^\p{Ll}{3,}$/u.test(form!)
    )
    .map(([form, lemma, , features]) => ({
      form: form!,
      lemma: lemma!,
      isCompound: features!.includes('samset')
    }))

/** Forms of lemmas that occur three times or more, that no table has as a compound and that are not marked as one. */
export const simplexForms = (words: readonly TreebankWord[], compounds: ReadonlySet<string>): string[] => {
  const simple = words.filter(({ lemma, isCompound }) => !isCompound && !compounds.has(lemma))
  const count = new Map<string, number>()
  for (const { lemma } of simple) count.set(lemma, (count.get(lemma) ?? 0) + 1)
  const forms = new Map(simple.map(({ form, lemma }) => [form, lemma]))
  return [...forms].filter(([, lemma]) => count.get(lemma)! >= 3).map(([form]) => form)
}

/** All forms of each lemma. */
export const formsOfLemmas = (words: readonly TreebankWord[]): Map<string, Set<string>> => {
  const forms = new Map<string, Set<string>>()
  for (const { form, lemma } of words) forms.set(lemma, (forms.get(lemma) ?? new Set()).add(form))
  return forms
}
