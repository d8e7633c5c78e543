import { Bitset } from './bitset.js'

/**
 * Has any of some columns a key? A bit each tells, without a search in each column. They are set when it is first
 * asked, as many are made that never are.
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
