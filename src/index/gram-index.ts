import { groupByKey, type Lists } from './lists.js'

/** Letters in a gram; the word's beginning counts as one. */
const LENGTH = 4
/** Grams are kept by a hash of so many bits, fewer for a small vocabulary; a few share one. */
const BITS = { small: 12, large: 18 } as const
const LARGE = 1 << 14
/** A gram of more than this share of the words says too little to be looked up. */
const COMMON = 1 / 40
const FEW = 50
const BEGINNING = 94

/** A word of the vocabulary by its id, and the share of another word's grams that it has, by their idf. */
export type Similar = (word: number, share: number) => void

/**
 * Which words of a vocabulary hold which letters in a row: words that are made of the same, whatever their endings and
 * parts (`grunnlagt`, `grunnleggelse`; `hopplandslaget`, `landslagstrener`).
 */
export class GramIndex {
  /** By word: its share so far, 0 between look-ups. */
  private readonly shares: Float32Array
  private readonly touched: Uint32Array

  private constructor(
    private readonly size: number,
    private readonly bits: number,
    private readonly words: Lists
  ) {
    this.shares = new Float32Array(size)
    this.touched = new Uint32Array(size)
  }

  /** Lets other work run meanwhile. */
  static async build(vocabulary: readonly string[]): Promise<GramIndex> {
    const bits = vocabulary.length < LARGE ? BITS.small : BITS.large
    const words = await groupByKey(2 ** bits, {
      count: vocabulary.length,
      forEach: (word, pair) => {
        forEachGram(vocabulary[word]!, bits, (gram) => {
          pair(gram, word)
        })
      }
    })
    return new GramIndex(vocabulary.length, bits, words)
  }

  /** Calls `visit` for the words that have at least `least` of a word's grams; numbers have none. */
  forEachSimilar(word: string, least: number, visit: Similar): void {
    const { shares, touched, size } = this
    const { offsets, values } = this.words
    const seen = new Set<number>()
    let count = 0
    let total = 0
    forEachGram(word, this.bits, (gram) => {
      const from = offsets[gram]!
      const to = offsets[gram + 1]!
      if (seen.has(gram) || to - from > Math.max(COMMON * size, FEW)) return
      seen.add(gram)
      const idf = Math.log(1 + size / (to - from + 1))
      total += idf
      for (let i = from; i < to; i++) {
        const other = values[i]!
        if (i > from && other === values[i - 1]) continue
        if (shares[other] === 0) touched[count++] = other
        shares[other]! += idf
      }
    })
    for (let i = 0; i < count; i++) {
      const other = touched[i]!
      const share = shares[other]! / total
      shares[other] = 0
      if (share >= least) visit(other, share)
    }
  }
}

const forEachGram = (word: string, bits: number, visit: (gram: number) => void): void => {
  if (word.length < LENGTH || /\d/.test(word)) return
  for (let at = LENGTH - 2; at < word.length; at++) {
    let hash = at < LENGTH - 1 ? BEGINNING : word.charCodeAt(at - LENGTH + 1)
    for (let i = LENGTH - 2; i >= 0; i--) hash = Math.imul(hash, 0x01000193) ^ word.charCodeAt(at - i)
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
    visit((hash ^ (hash >>> 13)) >>> (32 - bits))
  }
}
