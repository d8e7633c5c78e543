/** Longer words are no words; they are not analysed. */
export const MOST_LETTERS = 64

const BASE = 0x01000193

/** The hash of a stretch that is one letter longer. */
const extend = (hash: number, letter: number): number => (Math.imul(hash, BASE) + letter) | 0

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
    for (let i = 0; i < word.length; i++) this.sums[i + 1] = extend(this.sums[i]!, word.charCodeAt(i))
  }

  /** The hash of the letters from `start` to `end` (exclusive). */
  of(start: number, end: number): number {
    return (this.sums[end]! - Math.imul(this.sums[start]!, this.powers[end - start]!)) | 0
  }
}

/** The hash of a whole word, the same as `RollingHash` gives for it. Any length. */
export const hashOf = (word: string): number => {
  let hash = 0
  for (let i = 0; i < word.length; i++) hash = extend(hash, word.charCodeAt(i))
  return hash
}

/** Spreads a hash over all 32 bits, so that any of its bits can address a table. */
export const scatter = (hash: number): number => {
  const a = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  const b = Math.imul(a ^ (a >>> 13), 0xc2b2ae35)
  return b ^ (b >>> 16)
}

/** The most letters that a front-coded word can share with the word before it; every letter's code is above it. */
export const MOST_SHARED = 31

/**
 * Calls back with the hash of each word of a front-coded list, without making strings of them: that would take most of
 * the loading time. Each word is one byte for the number of letters that it shares with the word before, then its other
 * letters in Latin-1.
 *
 *     skole, skolebok, skoler → 0 s k o l e   5 b o k   5 r
 *
 * @param bytes words of at most `MOST_LETTERS` letters
 */
export const hashFrontCoded = (bytes: Uint8Array, each: (hash: number, index: number) => void): void => {
  const sums = new Int32Array(MOST_LETTERS + 1)
  let index = 0
  for (let at = 0; at < bytes.length; index++) {
    let length = bytes[at++]!
    while (at < bytes.length && bytes[at]! > MOST_SHARED) {
      sums[length + 1] = extend(sums[length]!, bytes[at++]!)
      length++
    }
    each(sums[length]!, index)
  }
}
