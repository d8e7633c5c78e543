import type { Stems, SuffixRule } from './stem-model.js'

/** A lemma that a form may be of. */
export interface Candidate {
  readonly rule: number
  readonly lemma: string
}

/** Features of one candidate at most. */
export const MOST_FEATURES = 20
const WEIGHT_BITS = 18
/** Weights have an address computed from the feature, without a dictionary; two features may meet at one. */
export const WEIGHT_COUNT = 1 << WEIGHT_BITS

const LONGEST_ENDING = 14
const SHORTEST_HEAD = 3
const SHORTEST_MODIFIER = 2

/**
 * Ranks the lemmas that a word never seen may be of. A candidate is what a suffix rule makes of the form; its score is
 * a sum of weights: of the form's ending, of the lemma's, of whether the lemma is a known word, and of how the longest
 * known word that the form ends in is inflected.
 *
 *     kaffekoppene → kaffekopp (kaffekoppe: `-ene` with `-opp` before it is rarely of a word in `-e`)
 */
export class LemmaRanker {
  private readonly rulesOf = new Map<string, number[]>()
  private readonly longestStrip: number
  private readonly endings = new Int32Array(LONGEST_ENDING + 1)
  private readonly scratch = new Int32Array(MOST_FEATURES)
  private word = ''
  private length = 0
  private head = ''
  private headKind = 0

  /** @param stems of the known words */
  constructor(
    private readonly rules: readonly SuffixRule[],
    private readonly weights: Int8Array | Float32Array,
    private readonly stems: Stems
  ) {
    rules.forEach(({ strip }, id) => {
      this.rulesOf.set(strip, [...(this.rulesOf.get(strip) ?? []), id])
    })
    this.longestStrip = Math.max(...rules.map((rule) => rule.strip.length))
  }

  /** The best lemma of `word`. */
  lemmaOf(word: string): string {
    let best = word
    let bestScore = -Infinity
    for (const candidate of this.candidates(word)) {
      const count = this.features(candidate, this.scratch)
      let score = 0
      for (let i = 0; i < count; i++) score += this.weights[this.scratch[i]!]!
      if (score > bestScore) [best, bestScore] = [candidate.lemma, score]
    }
    return best
  }

  /** The lemmas that the rules make of `word`, which `features` then describes. */
  candidates(word: string): Candidate[] {
    this.read(word)
    const candidates: Candidate[] = []
    let headFound = this.head === ''
    for (let strip = Math.min(this.longestStrip, word.length - 1); strip >= 0; strip--) {
      const rules = this.rulesOf.get(word.slice(word.length - strip))
      if (rules === undefined) continue
      const rest = word.slice(0, word.length - strip)
      for (const rule of rules) {
        const lemma = rest + this.rules[rule]!.add
        if (lemma.length < 2) continue
        if (lemma === this.head) headFound = true
        candidates.push({ rule, lemma })
      }
    }
    if (!headFound) candidates.push({ rule: this.rules.length, lemma: this.head })
    return candidates
  }

  /** Writes the addresses of the candidate's features to `out`; returns their number. */
  features({ rule, lemma }: Candidate, out: Int32Array): number {
    const strip = this.rules[rule]?.strip.length ?? 0
    const ruleHash = Math.imul(rule + 1, 0x85ebca6b)
    let n = 0
    for (let k = 0; k <= 5; k++) {
      const length = Math.min(strip + k, this.length, LONGEST_ENDING)
      out[n++] = address(this.endings[length]! ^ ruleHash, k)
    }
    let ending = 0
    for (let k = 1; k <= 5 && k <= lemma.length; k++) {
      ending = extend(ending, lemma.charCodeAt(lemma.length - k))
      if (k > 1) out[n++] = address(ending, 10 + k)
    }
    const stem = this.stems.get(lemma)
    const known = stem === undefined ? 0 : stem === lemma ? 1 : 2
    out[n++] = address(known ^ ruleHash, 20)
    out[n++] = address(known, 21)
    const agrees = this.head === '' ? 0 : lemma === this.head ? 1 : 2
    out[n++] = address(agrees * 64 + this.headKind, 24)
    out[n++] = address((agrees * 64 + this.headKind) ^ ruleHash, 25)
    out[n++] = address(Math.min(lemma.length, 12) ^ ruleHash, 26)
    return n
  }

  private read(word: string): void {
    this.word = word
    this.length = word.length
    let hash = 0
    for (let k = 1; k <= LONGEST_ENDING && k <= word.length; k++) {
      hash = extend(hash, word.charCodeAt(word.length - k))
      this.endings[k] = hash
    }
    this.readHead()
  }

  /** The longest known word that the form ends in, and what is before it. */
  private readHead(): void {
    const word = this.word
    this.head = ''
    this.headKind = 0
    for (let start = SHORTEST_MODIFIER; start <= word.length - SHORTEST_HEAD; start++) {
      const head = word.slice(start)
      const stem = this.stems.get(head)
      if (stem?.charCodeAt(0) !== head.charCodeAt(0)) continue
      this.head = word.slice(0, start) + stem
      this.headKind = Math.min(head.length, 8) * 4 + this.modifierKind(word.slice(0, start))
      return
    }
  }

  private modifierKind(modifier: string): number {
    if (this.stems.has(modifier)) return 1
    const last = modifier.charCodeAt(modifier.length - 1)
    if ((last === 0x73 || last === 0x65) && this.stems.has(modifier.slice(0, -1))) return 2
    return 0
  }
}

const extend = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x9e3779b1) ^ (hash >>> 15)

const address = (value: number, template: number): number => {
  let hash = Math.imul(value ^ Math.imul(template + 1, 0xc2b2ae35), 0x27d4eb2f)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return (hash ^ (hash >>> 13)) >>> (32 - WEIGHT_BITS)
}
