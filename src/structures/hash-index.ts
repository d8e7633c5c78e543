/** Finds the row of a 32-bit key; open addressing in one typed array, at most half full. */
export class HashIndex {
  private readonly slots: Int32Array
  private readonly mask: number

  /** @param keys distinct; the row of a key is its place here */
  constructor(private readonly keys: Int32Array) {
    const size = 2 ** Math.ceil(Math.log2(Math.max(2, keys.length * 2)))
    this.slots = new Int32Array(size).fill(-1)
    this.mask = size - 1
    for (let row = 0; row < keys.length; row++) {
      let slot = keys[row]! & this.mask
      while (this.slots[slot]! >= 0) slot = (slot + 1) & this.mask
      this.slots[slot] = row
    }
  }

  /** -1 where there is none. */
  rowOf(key: number): number {
    for (let slot = key & this.mask; ; slot = (slot + 1) & this.mask) {
      const row = this.slots[slot]!
      if (row < 0 || this.keys[row] === key) return row
    }
  }
}
