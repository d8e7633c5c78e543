/**
 * Hashes of every stretch of one word, each in constant time: `of(0, 4)` of `skoleskip` equals `of(5, 9)` of
 * another word that has `skol` there. 32 bits; two different stretches share a hash once in four thousand million.
 */
export class RollingHash {
  private readonly sums = new Int32Array(MOST_LETTERS + 1)
  private readonly powers = new Int32Array(MOST_LETTERS + 1)

  constructor() {
    this.powers[0] = 1
    for (let i = 1; i <= MOST_LETTERS; i++) this.powers[i] = Math.imul(this.powers[i - 1]!, BASE)
  }

  /** Takes up a word of at most `MOST_LETTERS` letters. */
  read(word: string): void {
    for (let i = 0; i < word.length; i++)
      this.sums[i + 1] = RollingHash.extend(this.sums[i]!, word.charCodeAt(i))
  }

  /** The hash of a stretch that is one letter longer. */
  static extend(hash: number, letter: number): number {
    return (Math.imul(hash, BASE) + letter) | 0
  }

  /** The hash of the letters from `start` to `end` (exclusive). */
  of(start: number, end: number): number {
    return (this.sums[end]! - Math.imul(this.sums[start]!, this.powers[end - start]!)) | 0
  }
}

/** Longer words are no words; they are not analysed. */
export const MOST_LETTERS = 64

const BASE = 0x01000193

/** Spreads a hash over all 32 bits, so that any of its bits can address a table. */
export const scatter = (hash: number): number => {
  const a = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  const b = Math.imul(a ^ (a >>> 13), 0xc2b2ae35)
  return b ^ (b >>> 16)
}
