/** Bytes for each word that is added: so few others are taken for one. */
const SPARSENESS = 8
const SMALLEST = 1 << 13

/**
 * A one-hash Bloom filter over word ids: 0 proves absence, anything else may be another word. Small, since every
 * query makes some; one byte for each word of the vocabulary would be much garbage.
 */
export class BloomFilter {
  private readonly bytes: Uint8Array
  private readonly mask: number

  /** @param count how many words will be added */
  constructor(count: number) {
    const size = Math.max(SMALLEST, 2 ** Math.ceil(Math.log2(count * SPARSENESS)))
    this.bytes = new Uint8Array(size)
    this.mask = size - 1
  }

  /** @param bits 1–255, told apart by `bitsOf` */
  add(word: number, bits = 1): void {
    this.bytes[word & this.mask]! |= bits
  }

  /** 0: the word has not been added. Frequent words have low ids, so they seldom share a byte. */
  bitsOf(word: number): number {
    return this.bytes[word & this.mask]!
  }
}
