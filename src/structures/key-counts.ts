import { placeOfKey } from './lists.js'
import { sharedColumn } from './tables.js'

/** How often each of some keys was met, in columns. */
export interface KeyCounts {
  /** Ascending. */
  readonly keys: Uint32Array
  readonly counts: Uint32Array
}

export const countByKey = (met: readonly number[]): KeyCounts => {
  const sums = new Map<number, number>()
  for (const key of met) sums.set(key, (sums.get(key) ?? 0) + 1)
  return columnsOf(sums)
}

/** @returns 0 for a key that was not met */
export const countOf = ({ keys, counts }: KeyCounts, key: number): number => {
  if (keys.length === 0) return 0
  const place = placeOfKey(keys, keys.length, key)
  return place < 0 ? 0 : counts[place]!
}

export const sumCounts = (one: KeyCounts, other: KeyCounts): KeyCounts => {
  const sums = new Map<number, number>()
  for (const { keys, counts } of [one, other])
    keys.forEach((key, i) => sums.set(key, (sums.get(key) ?? 0) + counts[i]!))
  return columnsOf(sums)
}

const columnsOf = (sums: ReadonlyMap<number, number>): KeyCounts => {
  const keys = sharedColumn(Uint32Array, sums.size)
  keys.set([...sums.keys()])
  keys.sort()
  const counts = sharedColumn(Uint32Array, sums.size)
  keys.forEach((key, i) => (counts[i] = sums.get(key)!))
  return { keys, counts }
}
