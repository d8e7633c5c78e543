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

/** How many articles tie a name to each of others: an abbreviation to what it stands for. */
export class Partners {
  private readonly partners = new Map<number, Map<number, number>>()

  add(name: number, partner: number, change: number): void {
    const counts = this.partners.get(name) ?? new Map<number, number>()
    const count = (counts.get(partner) ?? 0) + change
    if (count === 0) counts.delete(partner)
    else counts.set(partner, count)
    if (counts.size === 0) this.partners.delete(name)
    else this.partners.set(name, counts)
  }

  /** All names that have partners. */
  names(): Iterable<number> {
    return this.partners.keys()
  }

  /** The partner that most articles tie it to, if that is a clear majority (two thirds) of them, and their number. */
  main(name: number): { readonly partner: number; readonly articles: number } | undefined {
    let [partner, articles, all] = [-1, 0, 0]
    for (const [one, count] of this.partners.get(name) ?? []) {
      all += count
      if (count > articles) [partner, articles] = [one, count]
    }
    return articles > 0 && articles * 3 >= all * 2 ? { partner, articles } : undefined
  }
}
