import type { SearchIndex } from '../index/search-index.js'
import type { QueryTerm } from './plan.js'

/** A form that is searched beside the word that was typed. */
export interface Expansion {
  readonly term: string
  readonly kind: 'compound' | 'variant' | 'prefix'
  readonly weight: number
}

/** A list to read, not the whole of a common word's compounds. */
const LONGEST = 20

/** What is searched for a word beside itself: at most 20 forms, the most frequent words of the collection first. */
export const listExpansions = (
  { vocabulary }: SearchIndex,
  { term, words, matches }: QueryTerm
): Expansion[] => {
  const kinds = new Map(matches.map((match) => [match.term, match.kind]))
  const expansions = new Map<string, Expansion>()
  const byFrequency = [...words].sort(([a], [b]) => vocabulary.wordFrequency(b) - vocabulary.wordFrequency(a))
  for (const [word, { grade, part }] of byFrequency) {
    if (expansions.size === LONGEST) break
    const found = vocabulary.term(vocabulary.termOf(word))
    if (found === term && part === undefined) continue
    const kind = kinds.get(found)
    const isCompound = part !== undefined || kind === 'part'
    const shown = isCompound ? 'compound' : kind === 'prefix' ? 'prefix' : 'variant'
    if (!expansions.has(found))
      expansions.set(found, { term: found, kind: shown, weight: Math.round(grade * 1000) / 1000 })
  }
  return [...expansions.values()]
}
