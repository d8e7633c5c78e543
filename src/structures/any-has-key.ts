import { Bitset } from './bitset.js'

/**
 * Tells whether any of some columns has a key, by a set of all their keys instead of a search in each column. The set
 * is made at the first question: for many columns nobody asks one.
 *
 * @param columns each ascending
 */
export const anyHasKey = (columns: readonly Uint32Array[]): ((key: number) => boolean) => {
  let known: Bitset | undefined
  return (key) => {
    known ??= setOf(columns)
    return key < known.size && known.has(key)
  }
}

const setOf = (columns: readonly Uint32Array[]): Bitset => {
  const set = new Bitset(columns.reduce((size, keys) => Math.max(size, (keys.at(-1) ?? -1) + 1), 0))
  for (const keys of columns) for (const key of keys) set.add(key)
  return set
}
