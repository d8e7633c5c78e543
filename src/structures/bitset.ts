/** A set of dense integers below `size`, one bit each. The operations change the set they are called on. */
export class Bitset {
  private readonly words: Uint32Array

  constructor(readonly size: number) {
    this.words = new Uint32Array((size + 31) >>> 5)
  }

  static full(size: number): Bitset {
    const set = new Bitset(size)
    set.words.fill(0xffffffff)
    // The last word has room for numbers that are no members.
    if (size % 32 > 0) set.words[set.words.length - 1] = 2 ** (size % 32) - 1
    return set
  }

  copy(): Bitset {
    return new Bitset(this.size).or(this)
  }

  get isEmpty(): boolean {
    for (const word of this.words) if (word !== 0) return false
    return true
  }

  /** Members. */
  get count(): number {
    let count = 0
    for (const word of this.words) count += bitsIn(word)
    return count
  }

  add(i: number): void {
    this.words[i >>> 5]! |= 1 << (i & 31)
  }

  delete(i: number): void {
    this.words[i >>> 5]! &= ~(1 << (i & 31))
  }

  has(i: number): boolean {
    return ((this.words[i >>> 5]! >>> (i & 31)) & 1) === 1
  }

  and(other: Bitset): this {
    for (let w = 0; w < this.words.length; w++) this.words[w]! &= other.words[w]!
    return this
  }

  or(other: Bitset): this {
    for (let w = 0; w < this.words.length; w++) this.words[w]! |= other.words[w]!
    return this
  }

  andNot(other: Bitset): this {
    for (let w = 0; w < this.words.length; w++) this.words[w]! &= ~other.words[w]!
    return this
  }

  /** Members in ascending order. */
  forEach(visit: (member: number) => void): void {
    for (let w = 0; w < this.words.length; w++) {
      let bits = this.words[w]!
      while (bits !== 0) {
        const lowest = bits & -bits
        visit(w * 32 + 31 - Math.clz32(lowest))
        bits ^= lowest
      }
    }
  }

  toArray(): number[] {
    const members = new Array<number>(this.count)
    let next = 0
    for (let w = 0; w < this.words.length; w++)
      for (let bits = this.words[w]!; bits !== 0; bits &= bits - 1)
        members[next++] = w * 32 + 31 - Math.clz32(bits & -bits)
    return members
  }
}

/** How many bits of 32 are set. @see Warren, Hacker's Delight, 5–1 */
const bitsIn = (word: number): number => {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
