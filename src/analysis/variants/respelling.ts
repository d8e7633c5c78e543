import { LONGEST_STRETCH } from './correspondences.js'
import type { Correspondences } from './correspondences.js'

/** Another spelling of a word in the other standard, and how far it is trusted: above 0, below 1. */
export interface Variant {
  readonly word: string
  readonly weight: number
}

/** Partial spellings kept at each letter. */
const BEAM = 8
/** Spellings less likely than this, against the likeliest, are dropped. */
const LEAST = Math.log(0.005)
/** A letter that no aligned word has shown stays as it is, at this price. */
const UNSEEN = -1

/** Spellings of a word's first letters and the natural logarithms of their probabilities. */
class Beam {
  private readonly partials = new Map<string, number>()
  private best = -Infinity

  /** Adds a spelling, or raises the score of one that is there. */
  add(spelling: string, score: number): void {
    if (score < this.best + LEAST) return
    if (score > this.best) this.best = score
    const before = this.partials.get(spelling)
    if (before === undefined || before < score) this.partials.set(spelling, score)
  }

  strongest(): readonly (readonly [string, number])[] {
    const least = this.best + LEAST
    const kept = [...this.partials].filter(([, score]) => score >= least)
    return kept.length < 2 ? kept : kept.sort((a, b) => b[1] - a[1]).slice(0, BEAM)
  }

  get isEmpty(): boolean {
    return this.partials.size === 0
  }
}

/**
 * The likeliest spellings of a word in the other standard, itself among them, best first; weights are probabilities.
 *
 *     kjærlighetshistorie → kjærleikshistorie, kjærlegheitshistorie, …
 *
 * Covers the word with stretches that aligned words have shown; a spelling is as likely as its best cover. Most of
 * what comes out is no word: keep what the collection has.
 */
export const respell = (word: string, correspondences: Correspondences): Variant[] => {
  const marked = `^${word}$`
  const beams = Array.from({ length: marked.length + 1 }, () => new Beam())
  beams[0]!.add('', 0)
  for (let start = 0; start < marked.length; start++) {
    const beam = beams[start]!.strongest()
    const most = start === 0 ? LONGEST_STRETCH.atEnd : LONGEST_STRETCH.within
    for (let end = start + 1; end <= marked.length; end++) {
      if (end - start > most) end = Math.max(end, marked.length)
      if (end - start > LONGEST_STRETCH.atEnd) break
      for (const { to, score } of correspondences.of(marked.slice(start, end)))
        for (const [spelling, so] of beam) beams[end]!.add(spelling + to, so + score)
    }
    if (!beams[start + 1]!.isEmpty) continue
    for (const [spelling, so] of beam) beams[start + 1]!.add(spelling + marked[start]!, so + UNSEEN)
  }
  return beams[marked.length]!.strongest().map(([spelling, score]) => ({
    word: spelling.slice(1, -1),
    weight: Math.exp(score)
  }))
}
