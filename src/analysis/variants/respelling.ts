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

/** The beginning of a spelling. */
interface Beginning {
  readonly spelling: string
  readonly hash: number
  /** Natural logarithm of its probability. */
  readonly score: number
}

const NOTHING: Beginning = { spelling: '', hash: 0, score: 0 }

/**
 * Spellings of a word's first letters, in the order in which they came. Most of them are never put together: what is
 * kept of one is the beginning that it goes on from, and its last letters.
 */
class Beam {
  private readonly before: Beginning[] = []
  private readonly letters: string[] = []
  private readonly hashes: number[] = []
  private readonly scores: number[] = []
  private best = -Infinity

  /**
   * Adds spellings that go on with some letters, or raises the scores of those that are there.
   *
   * @param before the likeliest first
   */
  add(before: readonly Beginning[], letters: string, more: number): void {
    for (const beginning of before) {
      const score = beginning.score + more
      if (score < this.best + LEAST) return
      if (score > this.best) this.best = score
      const hash = extended(beginning.hash, letters)
      const known = this.find(beginning, letters, hash)
      if (known < 0) {
        this.before.push(beginning)
        this.letters.push(letters)
        this.hashes.push(hash)
        this.scores.push(score)
      } else if (this.scores[known]! < score) this.scores[known] = score
    }
  }

  /** The likeliest first; of those that are equally likely, what came first. */
  strongest(): readonly Beginning[] {
    const { scores } = this
    const least = this.best + LEAST
    const kept: number[] = []
    for (let i = 0; i < scores.length; i++) {
      const score = scores[i]!
      if (score < least || (kept.length === BEAM && score <= scores[kept[BEAM - 1]!]!)) continue
      let at = kept.length
      for (; at > 0 && scores[kept[at - 1]!]! < score; at--) kept[at] = kept[at - 1]!
      kept[at] = i
      if (kept.length > BEAM) kept.pop()
    }
    return kept.map((i) => ({ spelling: this.spelling(i), hash: this.hashes[i]!, score: scores[i]! }))
  }

  get isEmpty(): boolean {
    return this.scores.length === 0
  }

  private spelling(i: number): string {
    return this.before[i]!.spelling + this.letters[i]!
  }

  /** −1 where there is none. */
  private find({ spelling }: Beginning, letters: string, hash: number): number {
    const { hashes } = this
    for (let i = hashes.indexOf(hash); i >= 0; i = hashes.indexOf(hash, i + 1))
      if (this.spelling(i) === spelling + letters) return i
    return -1
  }
}

/** The hash of a spelling with some letters behind it: 30 bits, which V8 keeps without an object. */
const extended = (hash: number, letters: string): number => {
  let all = hash
  for (let i = 0; i < letters.length; i++) all = (Math.imul(all, 31) + letters.charCodeAt(i)) & 0x3fffffff
  return all
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
  beams[0]!.add([NOTHING], '', 0)
  for (let start = 0; start < marked.length; start++) {
    const beam = beams[start]!.strongest()
    correspondences.forEachAt(marked, start, (counterparts, end) => {
      for (const { to, score } of counterparts) beams[end]!.add(beam, to, score)
    })
    if (beams[start + 1]!.isEmpty) beams[start + 1]!.add(beam, marked[start]!, UNSEEN)
  }
  return beams[marked.length]!.strongest().map(({ spelling, score }) => ({
    word: spelling.slice(1, -1),
    weight: Math.exp(score)
  }))
}
