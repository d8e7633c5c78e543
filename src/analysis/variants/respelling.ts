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

/** The beginning of a spelling, and the natural logarithm of its probability. */
type Beginning = readonly [spelling: string, score: number]

/** Spellings of a word's first letters. */
class Beam {
  private readonly partials = new Map<string, number>()
  private best = -Infinity

  /**
   * Adds spellings that go on with some letters, or raises the scores of those that are there. @param before the
   * likeliest first
   */
  add(before: readonly Beginning[], letters: string, more: number): void {
    for (const [beginning, so] of before) {
      const score = so + more
      if (score < this.best + LEAST) return
      if (score > this.best) this.best = score
      const spelling = beginning + letters
      const known = this.partials.get(spelling)
      if (known === undefined || known < score) this.partials.set(spelling, score)
    }
  }

  strongest(): readonly Beginning[] {
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
  beams[0]!.add([['', 0]], '', 0)
  for (let start = 0; start < marked.length; start++) {
    const beam = beams[start]!.strongest()
    correspondences.forEachAt(marked, start, (counterparts, end) => {
      for (const { to, score } of counterparts) beams[end]!.add(beam, to, score)
    })
    if (beams[start + 1]!.isEmpty) beams[start + 1]!.add(beam, marked[start]!, UNSEEN)
  }
  return beams[marked.length]!.strongest().map(([spelling, score]) => ({
    word: spelling.slice(1, -1),
    weight: Math.exp(score)
  }))
}
