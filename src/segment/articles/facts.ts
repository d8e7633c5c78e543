import type { Language } from '../../articles/article.js'
import type { Lists } from '../../structures/lists.js'

/** Facts that are listed by value: many articles share one. */
export type ListedFact = 'source' | 'author' | 'tag'

/** What filters, facets and sorting need of every article, in typed columns by article. */
export interface Facts {
  readonly languages: Uint8Array
  /** Milliseconds since 1970; a date without a time is midnight UTC. NaN where the file does not say. */
  readonly instants: Float64Array
  /** Calendar day as the file states it, whatever its time zone: days since 1970. NaN where it does not say. */
  readonly days: Float64Array
  /** Place in the order newest first, then by id; articles without a date come last. */
  readonly newestRank: Uint32Array
  readonly listed: Readonly<Record<ListedFact, FactColumn>>
}

export const LANGUAGES: readonly Language[] = ['nb', 'nn', 'und']

export { dayOf, instantOf, isoDay } from '../../structures/dates.js'

/** The values of one fact, each stored once. Values that differ only in case are one; the first spelling is shown. */
export class FactColumn {
  constructor(
    private readonly values: readonly string[],
    private readonly ids: ReadonlyMap<string, number>,
    private readonly lists: Lists
  ) {}

  /** Does the article have one of these values? */
  hasAny(article: number, wanted: ReadonlySet<number>): boolean {
    const { offsets, values } = this.lists
    for (let i = offsets[article]!; i < offsets[article + 1]!; i++) if (wanted.has(values[i]!)) return true
    return false
  }

  /** How many of the articles have each value, by its number. */
  count(articles: readonly number[]): Uint32Array {
    const { offsets, values } = this.lists
    const counts = new Uint32Array(this.values.length)
    for (const article of articles)
      for (let i = offsets[article]!; i < offsets[article + 1]!; i++) counts[values[i]!]!++
    return counts
  }

  name(value: number): string {
    return this.values[value]!
  }

  /** The values with any of these names, exact but for case. */
  find(names: readonly string[]): Set<number> {
    return new Set(names.flatMap((name) => this.ids.get(factKey(name)) ?? []))
  }

  /** The values whose names begin so, but for case. */
  findPrefix(prefix: string): Set<number> {
    const key = factKey(prefix)
    return new Set([...this.ids].filter(([name]) => name.startsWith(key)).map(([, id]) => id))
  }
}

/** The form under which values are the same: case, Unicode composition and outer space do not count. */
export const factKey = (name: string): string => name.normalize('NFC').trim().toLowerCase()
