/** Gives each 32-bit hash a row, in the order of first sight. */
export class HashRows {
  private slots = new Int32Array(1 << 16).fill(-1)
  keys = new Int32Array(1 << 15)
  size = 0

  rowFor(key: number): number {
    const slot = this.slotOf(key)
    const row = this.slots[slot]!
    if (row >= 0) return row
    if (this.size === this.keys.length) {
      this.grow()
      return this.rowFor(key)
    }
    this.keys[this.size] = key
    return (this.slots[slot] = this.size++)
  }

  private slotOf(key: number): number {
    const mask = this.slots.length - 1
    let slot = key & mask
    while (this.slots[slot]! >= 0 && this.keys[this.slots[slot]!] !== key) slot = (slot + 1) & mask
    return slot
  }

  private grow(): void {
    const keys = new Int32Array(this.keys.length * 2)
    keys.set(this.keys)
    this.keys = keys
    this.slots = new Int32Array(keys.length * 2).fill(-1)
    for (let row = 0; row < this.size; row++) this.slots[this.slotOf(keys[row]!)] = row
  }
}
