/** Finds the row of a 32-bit key; open addressing in one typed array, at most half full. */
export class HashIndex {
  /** By slot, side by side so that one look into memory is enough: the row + 1 (0 for none), and its key. */
  private readonly slots: Int32Array
  private readonly mask: number

  /** @param keys distinct; the row of a key is its place here */
  constructor(keys: Int32Array) {
    const size = 2 ** Math.ceil(Math.log2(Math.max(2, keys.length * 2)))
    this.slots = new Int32Array(2 * size)
    this.mask = size - 1
    for (let row = 0; row < keys.length; row++) {
      let slot = keys[row]! & this.mask
      while (this.slots[2 * slot] !== 0) slot = (slot + 1) & this.mask
      this.slots[2 * slot] = row + 1
      this.slots[2 * slot + 1] = keys[row]!
    }
  }

  /** -1 where there is none. */
  rowOf(key: number): number {
    const { slots, mask } = this
    for (let slot = key & mask; ; slot = (slot + 1) & mask) {
      const row = slots[2 * slot]!
      if (row === 0 || slots[2 * slot + 1] === key) return row - 1
    }
  }
}
