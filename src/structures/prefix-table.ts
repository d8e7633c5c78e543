import { sortInSlices } from './sort-in-slices.js'

/** The words of a vocabulary in code unit order; a prefix is a range of it, found by bisection. */
export class PrefixTable {
  private constructor(
    private readonly words: readonly string[],
    private readonly sorted: Uint32Array
  ) {}

  /** Lets other work run meanwhile. */
  static async build(words: readonly string[]): Promise<PrefixTable> {
    return new PrefixTable(
      words,
      await sortInSlices(words.length, (a, b) => (words[a]! < words[b]! ? -1 : 1))
    )
  }

  /** Positions in `words` of those that begin with `prefix`, in code unit order. */
  find(prefix: string): Uint32Array {
    const from = this.firstWhere((word) => word >= prefix)
    const to = this.firstWhere((word) => word >= prefix && !word.startsWith(prefix))
    return this.sorted.subarray(from, to)
  }

  /** @param holds false for the first words, true for all that follow */
  private firstWhere(holds: (word: string) => boolean): number {
    let low = 0
    let high = this.sorted.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (holds(this.words[this.sorted[middle]!]!)) high = middle
      else low = middle + 1
    }
    return low
  }
}
