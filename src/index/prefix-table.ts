/** The words of a vocabulary in code unit order; a prefix is a range of it, found by bisection. */
export class PrefixTable {
  private readonly sorted: Uint32Array

  constructor(private readonly words: readonly string[]) {
    this.sorted = Uint32Array.from(words.keys()).sort((a, b) => (words[a]! < words[b]! ? -1 : 1))
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
