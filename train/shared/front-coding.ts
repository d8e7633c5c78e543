import { MOST_SHARED } from '../../src/analysis/compounds/rolling-hash.js'

/** Front coding needs letters between space and ÿ, and the hash of a word at most 64 of them. */
const ENCODABLE = /^[!-\u00ff]{1,64}$/

export const isEncodable = (word: string): boolean => ENCODABLE.test(word)

/** A sorted list of encodable words in few bytes, as `hashFrontCoded` reads them. */
export const frontCode = (words: readonly string[]): Uint8Array => {
  const bytes: number[] = []
  let before = ''
  for (const word of words) {
    let shared = 0
    while (shared < MOST_SHARED && shared < before.length && word[shared] === before[shared]) shared++
    bytes.push(shared)
    for (let i = shared; i < word.length; i++) bytes.push(word.charCodeAt(i))
    before = word
  }
  return Uint8Array.from(bytes)
}
