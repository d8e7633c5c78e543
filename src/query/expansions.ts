import type { SearchIndex } from '../index/search-index.js'
import type { MatchKind, QueryTerm } from './plan.js'

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
  const best = new Map<string, Expansion & { readonly frequency: number }>()
  let least = 0
  for (const [word, { grade, part }] of words) {
    const frequency = vocabulary.wordFrequency(word)
    if (best.size === LONGEST && frequency <= least) continue
    const found = vocabulary.term(vocabulary.termOf(word))
    if ((found === term && part === undefined) || (best.get(found)?.frequency ?? 0) >= frequency) continue
    const kind = kindOf(part, kinds.get(found))
    best.set(found, { term: found, kind, weight: Math.round(grade * 1000) / 1000, frequency })
    if (best.size > LONGEST) best.delete(rarest(best))
    least = best.get(rarest(best))!.frequency
  }
  return [...best.values()]
    .sort((a, b) => b.frequency - a.frequency || (a.term < b.term ? -1 : 1))
    .map(({ term: found, kind, weight }) => ({ term: found, kind, weight }))
}

const kindOf = (part: number | undefined, kind: MatchKind | undefined): Expansion['kind'] => {
  if (part !== undefined || kind === 'part') return 'compound'
  return kind === 'prefix' ? 'prefix' : 'variant'
}

const rarest = (expansions: ReadonlyMap<string, { readonly frequency: number }>): string => {
  let [name, least] = ['', Infinity]
  for (const [term, { frequency }] of expansions) if (frequency < least) [name, least] = [term, frequency]
  return name
}
