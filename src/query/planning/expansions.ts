import { isPartKey } from '../../segment/postings/postings.js'
import type { Generation } from '../../segment/generation.js'
import type { QueryTerm } from './plan.js'

/** A form that is searched beside the word that was typed. */
export interface Expansion {
  readonly term: string
  readonly kind: 'compound' | 'variant' | 'fuzzy' | 'prefix' | 'alias'
  readonly weight: number
}

/** A list to read, not the whole of a common word's compounds. */
const LONGEST = 20

/** What is searched for a word beside itself: at most 20 forms, the most frequent words of the collection first. */
export const listExpansions = (generation: Generation, { term, matches, words }: QueryTerm): Expansion[] => {
  const { vocabulary, statistics } = generation
  const forms = new Map<string, Expansion & { readonly frequency: number }>()
  const add = (form: string, kind: Expansion['kind'], weight: number, frequency: number): void => {
    if (form === term || forms.has(form)) return
    forms.set(form, { term: form, kind, weight: Math.round(weight * 1000) / 1000, frequency })
  }
  for (const { kind, term: id, key, weight } of matches) {
    if (kind === 'whole') continue
    if (isPartKey(key)) {
      let left = LONGEST
      for (const word of vocabulary.wordsWithPart(id)) {
        if (left === 0) break
        if (!words.has(word)) continue
        add(vocabulary.term(vocabulary.termOf(word)), 'compound', weight, statistics.wordFrequency(word))
        left--
      }
    } else {
      add(vocabulary.term(id), kind === 'part' ? 'compound' : kind, weight, statistics.documentFrequency(key))
    }
  }
  return [...forms.values()]
    .sort((a, b) => b.frequency - a.frequency || (a.term < b.term ? -1 : 1))
    .slice(0, LONGEST)
    .map(({ term: form, kind, weight }) => ({ term: form, kind, weight }))
}
