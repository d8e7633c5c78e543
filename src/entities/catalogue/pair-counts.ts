/** Room for either member of a pair, so that a pair is a whole number that a double holds exactly. */
const ROOM = 2 ** 26

/** How often pairs of numbers below 2^26 occur; a pair that does not occur takes no room. */
export class PairCounts {
  private readonly counts = new Map<number, number>()

  add(first: number, second: number, change: number): void {
    const pair = first * ROOM + second
    const count = (this.counts.get(pair) ?? 0) + change
    if (count === 0) this.counts.delete(pair)
    else this.counts.set(pair, count)
  }

  get(first: number, second: number): number {
    return this.counts.get(first * ROOM + second) ?? 0
  }

  /** In no particular order. */
  *entries(): Generator<readonly [first: number, second: number, count: number]> {
    for (const [pair, count] of this.counts) yield [Math.floor(pair / ROOM), pair % ROOM, count]
  }
}
