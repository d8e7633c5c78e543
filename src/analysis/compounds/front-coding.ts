import { MOST_LETTERS, RollingHash } from './rolling-hash.js'

/**
 * A sorted list of words in few bytes: each as one byte for the number of letters that it shares with the word before (at most
 * 31), then its other letters in Latin-1, all of which are above 31.
 *
 *     skole, skolebok, skoler → 0 s k o l e   5 b o k   5 r
 */
export const encodeWords = (words: readonly string[]): Uint8Array => {
  const bytes: number[] = []
  let before = ''
  for (const word of words) {
    let shared = 0
    while (shared < LARGEST_COUNT && shared < before.length && word[shared] === before[shared]) shared++
    bytes.push(shared)
    for (let i = shared; i < word.length; i++) bytes.push(word.charCodeAt(i))
    before = word
  }
  return Uint8Array.from(bytes)
}

/** Calls back with the rolling hash of each word, without making strings of them: that would take most of the loading time. */
export const decodeHashes = (bytes: Uint8Array, each: (hash: number, index: number) => void): void => {
  const sums = new Int32Array(MOST_LETTERS + 1)
  let index = 0
  for (let at = 0; at < bytes.length; index++) {
    let length = bytes[at++]!
    while (at < bytes.length && bytes[at]! > LARGEST_COUNT) {
      sums[length + 1] = RollingHash.extend(sums[length]!, bytes[at++]!)
      length++
    }
    each(sums[length]!, index)
  }
}

const LARGEST_COUNT = 31
