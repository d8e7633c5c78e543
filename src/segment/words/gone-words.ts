import { Bitset } from '../../structures/bitset.js'
import type { WordId } from './vocabulary-tables.js'

/**
 * Words that no article has any more: the articles that had them were taken out. They keep their numbers, as others do,
 * and are found by nobody, so that a vocabulary answers as one that never had them.
 */
export class GoneWords {
  readonly count: number
  private readonly set: Bitset | undefined

  /** @param ids each once @param size all ids are below it */
  constructor(ids: Uint32Array, size: number) {
    this.count = ids.length
    if (ids.length === 0) return
    this.set = new Bitset(size)
    for (const id of ids) this.set.add(id)
  }

  has(word: WordId): boolean {
    return this.set?.has(word) ?? false
  }

  /** Those that articles have, in the same order. */
  without(words: Uint32Array): Uint32Array {
    const { set } = this
    return set === undefined ? words : words.filter((word) => !set.has(word))
  }
}

/** Which of some words no article has. @param frequency by word: occurrences in the articles that are there */
export const goneAmong = (words: Iterable<WordId>, frequency: (word: WordId) => number): Uint32Array =>
  Uint32Array.from(new Set([...words].filter((word) => frequency(word) === 0))).sort()
