import { proximity } from '../ranking/proximity.js'
import { DisjointSpans } from './disjoint-spans.js'
import type { Passage } from './passage.js'

export interface ScoredPassage extends Passage {
  readonly score: number
}

/** How well a passage answers the query: the idf of the words it holds, and how near they are to each other. */
export const scorePassage = (passage: Passage, idf: readonly number[]): ScoredPassage => {
  const grades = new Float64Array(idf.length)
  for (const { term, grade } of passage.hits) grades[term] = Math.max(grades[term]!, grade)
  const coverage = idf.reduce((sum, weight, term) => sum + weight * grades[term]!, 0)
  return { ...passage, score: coverage + proximity({ occurrences: passage.hits, idf }) }
}

/**
 * The best passages that do not overlap, best first. Of equal ones whole sentences before cut ones, then the one whose
 * first hit comes soonest, then the earlier one.
 */
export const choosePassages = (
  candidates: readonly Passage[],
  idf: readonly number[],
  count: number
): ScoredPassage[] => {
  const cuts = ({ cuts: { before, after } }: Passage): number => Number(before) + Number(after)
  const lead = ({ start, hits }: Passage): number => hits[0]!.start - start
  const ranked = candidates
    .map((passage) => scorePassage(passage, idf))
    .sort((a, b) => b.score - a.score || cuts(a) - cuts(b) || lead(a) - lead(b) || a.start - b.start)
  const taken = new DisjointSpans()
  const chosen: ScoredPassage[] = []
  for (const passage of ranked) {
    if (chosen.length === count) break
    if (taken.add(passage)) chosen.push(passage)
  }
  return chosen
}
