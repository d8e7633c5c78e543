import { DisjointSpans } from '../structures/disjoint-spans.js'
import type { Passage } from './passage.js'
import type { PassageScorer } from './passage-scorer.js'

export interface ScoredPassage extends Passage {
  readonly score: number
}

/**
 * The best passages that do not overlap, best first. Of equal ones whole sentences before cut ones, then the one whose
 * first hit comes soonest, then the earlier one.
 */
export const choosePassages = (
  candidates: readonly Passage[],
  scoreOf: PassageScorer,
  count: number
): ScoredPassage[] => {
  const cuts = ({ cuts: { before, after } }: Passage): number => Number(before) + Number(after)
  const lead = ({ start, hits }: Passage): number => hits[0]!.start - start
  const ranked = candidates
    .map((passage) => ({ ...passage, score: scoreOf(passage) }))
    .sort((a, b) => b.score - a.score || cuts(a) - cuts(b) || lead(a) - lead(b) || a.start - b.start)
  const taken = new DisjointSpans()
  const chosen: ScoredPassage[] = []
  for (const passage of ranked) {
    if (chosen.length === count) break
    if (taken.add(passage)) chosen.push(passage)
  }
  return chosen
}
