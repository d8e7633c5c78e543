import { placeOfKey } from './lists.js'
import { sharedColumn, sharedCopy } from './tables.js'

/** How often each of some keys was met, in columns. */
export interface KeyCounts {
  /** Ascending. */
  readonly keys: Uint32Array
  readonly counts: Uint32Array
}

export const noCounts = (): KeyCounts => new KeyCounter().finish()

/** @returns 0 for a key that was not met */
export const countOf = ({ keys, counts }: KeyCounts, key: number): number => {
  if (keys.length === 0) return 0
  const place = placeOfKey(keys, keys.length, key)
  return place < 0 ? 0 : counts[place]!
}

/** Of columns that both ascend, in one walk along them. */
export const sumCounts = (one: KeyCounts, other: KeyCounts): KeyCounts => {
  if (other.keys.length === 0) return one
  const most = one.keys.length + other.keys.length
  const [keys, counts] = [new Uint32Array(most), new Uint32Array(most)]
  let [size, i, j] = [0, 0, 0]
  while (i < one.keys.length || j < other.keys.length) {
    const key = Math.min(one.keys[i] ?? Infinity, other.keys[j] ?? Infinity)
    keys[size] = key
    if (one.keys[i] === key) counts[size]! += one.counts[i++]!
    if (other.keys[j] === key) counts[size]! += other.counts[j++]!
    size++
  }
  return { keys: sharedCopy(keys.subarray(0, size)), counts: sharedCopy(counts.subarray(0, size)) }
}

/** Counts keys one by one. */
export class KeyCounter {
  private readonly sums = new Map<number, number>()

  add(key: number): void {
    this.sums.set(key, (this.sums.get(key) ?? 0) + 1)
  }

  finish(): KeyCounts {
    const keys = sharedColumn(Uint32Array, this.sums.size)
    keys.set([...this.sums.keys()])
    keys.sort()
    const counts = sharedColumn(Uint32Array, this.sums.size)
    keys.forEach((key, i) => (counts[i] = this.sums.get(key)!))
    return { keys, counts }
  }
}
