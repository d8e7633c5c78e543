import type { TreebankWord } from '../shared/treebank.js'

/** Occurrences inside sentences that make a name, and the share of them that has a capital. */
const FEWEST = 8
const CAPITAL_SHARE = 0.95

/**
 * Words that are written with a capital inside sentences, in lower case, by alphabet.
 *
 *     `Vi møtte Olsen i Molde.` → molde, olsen
 */
export const namesIn = (texts: Iterable<string>): string[] => {
  const seen = new Map<string, { capital: number; all: number }>()
  for (const text of texts)
    for (const [, word = ''] of text.matchAll(/(?<=[\p{Ll},] )(\p{L}{3,})(?![\p{L}\p{N}-])/gu)) {
      const lower = word.toLowerCase()
      const count = seen.get(lower) ?? { capital: 0, all: 0 }
      if (count.all++ === 0) seen.set(lower, count)
      if (/^\p{Lu}/u.test(word)) count.capital++
    }
  return [...seen]
    .filter(([, { capital, all }]) => capital >= FEWEST && capital >= CAPITAL_SHARE * all)
    .map(([word]) => word)
    .sort()
}

/** Words of names that annotators tagged, in lower case. */
export const taggedNames = (words: Iterable<TreebankWord>): string[] =>
  [...words]
    .filter(({ form, tag }) => /^[BI]-(PER|ORG|GPE|LOC)/.test(tag) && /^\p{Lu}\p{L}{2,}$/u.test(form))
    .map(({ form }) => form.toLowerCase())
