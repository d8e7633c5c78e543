import { Bitset } from '../../structures/bitset.js'
import { Slices } from '../../structures/slices.js'
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

  /** Those that articles have, in the same order; where none is gone, the column itself. */
  without(words: Uint32Array): Uint32Array {
    const { set } = this
    if (set === undefined) return words
    // A letter begins tens of thousands of words, and `filter` of a typed array takes several times as long as a loop.
    let goneCount = 0
    for (const word of words) if (set.has(word)) goneCount++
    if (goneCount === 0) return words
    const kept = new Uint32Array(words.length - goneCount)
    let count = 0
    for (const word of words) if (!set.has(word)) kept[count++] = word
    return kept
  }
}

/**
 * The words that no article has, after some have come and gone. Lets other work run meanwhile.
 *
 * @param before those that were gone
 * @param touched words of the articles that came or went
 * @param frequency by word: occurrences in the articles that are there
 */
export const goneAfter = async (
  before: Uint32Array,
  touched: ReadonlySet<WordId>,
  frequency: (word: WordId) => number
): Promise<Uint32Array> => {
  const gone = Array.from(before.filter((word) => !touched.has(word)))
  const slices = new Slices()
  for (const word of touched) {
    if (slices.isOver) await slices.next()
    if (frequency(word) === 0) gone.push(word)
  }
  return Uint32Array.from(gone).sort()
}
