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
  const ranked = candidates.map((passage) => ({ ...passage, score: scoreOf(passage) }))
  // Most searches show one, which no order of the others is needed for.
  if (count === 1) return ranked.length === 0 ? [] : [ranked.reduce(better)]
  ranked.sort(order)
  const taken = new DisjointSpans()
  const chosen: ScoredPassage[] = []
  for (const passage of ranked) {
    if (chosen.length === count) break
    if (taken.add(passage)) chosen.push(passage)
  }
  return chosen
}

const order = (a: ScoredPassage, b: ScoredPassage): number =>
  b.score - a.score || cutsOf(a) - cutsOf(b) || leadOf(a) - leadOf(b) || a.start - b.start

const better = (a: ScoredPassage, b: ScoredPassage): ScoredPassage => (order(b, a) < 0 ? b : a)

const cutsOf = ({ cuts: { before, after } }: Passage): number => Number(before) + Number(after)
const leadOf = ({ start, hits }: Passage): number => hits[0]!.start - start
