import { slug } from '../../entities/slug.js'
import { byField, facetOf, FIELD_NAMES, type ListedField } from '../../fields.js'
import { firstWhere } from '../../structures/bisect.js'
import type { Lists } from '../../structures/lists.js'
import { Texts, type TextColumn } from '../../structures/texts.js'

/** What filters, facets and sorting need of every article, in columns by article. Made by `FactsBuilder`. */
export interface FactsTables {
  /** Places in `LANGUAGES`. */
  readonly languages: Uint8Array
  /** Milliseconds since 1970; a date without a time is midnight UTC. NaN where the file does not say. */
  readonly instants: Float64Array
  /** Calendar day as the file states it, whatever its time zone: days since 1970. The first one of a year or a month
   * that stands alone. NaN where it does not say. */
  readonly days: Float64Array
  /** How much of the day is stated, in characters: 4 for a year, 7 for a month, 10 for a day, 0 for no date. */
  readonly dayCharacters: Uint8Array
  /** Place in the order newest first, then by id; articles without a date come last. */
  readonly newestRank: Uint32Array
  readonly listed: Readonly<Record<ListedField, FactColumnTables>>
}

/** The values of one field. A value is a dense number, in the order in which articles state them. */
export interface FactColumnTables {
  /** By value: its first spelling. */
  readonly names: TextColumn
  /** The values in code unit order of their names' `factKey`. */
  readonly byKey: Uint32Array
  /** By article: its values, each once. */
  readonly values: Lists
}

/** The tables of the facts with readers of the listed fields. */
export interface Facts extends Omit<FactsTables, 'listed'> {
  readonly listed: Readonly<Record<ListedField, FactColumn>>
}

export const readFacts = ({ listed, ...columns }: FactsTables): Facts => ({
  ...columns,
  listed: byField(FIELD_NAMES, (name) => new FactColumn(listed[name]))
})

/** Reads the values of one field. Values that differ only in case are one; the first spelling is shown. */
export class FactColumn {
  private readonly names: Texts
  private readonly byKey: Uint32Array
  private readonly values: Lists
  /** By value, when first asked for: its words, `-kari-nordmann-`. */
  private slugs?: readonly string[]
  /** When first asked for. */
  private facets?: readonly string[]

  constructor({ names, byKey, values }: FactColumnTables) {
    this.names = new Texts(names)
    this.byKey = byKey
    this.values = values
  }

  /** Does the article have one of these values? */
  hasAny(article: number, wanted: ReadonlySet<number>): boolean {
    const { offsets, values } = this.values
    for (let i = offsets[article]!; i < offsets[article + 1]!; i++) if (wanted.has(values[i]!)) return true
    return false
  }

  /** How many of the articles have each value, by its number. */
  count(articles: readonly number[]): Uint32Array {
    const { offsets, values } = this.values
    const counts = new Uint32Array(this.byKey.length)
    for (const article of articles)
      for (let i = offsets[article]!; i < offsets[article + 1]!; i++) counts[values[i]!]!++
    return counts
  }

  name(value: number): string {
    return this.names.text(value)
  }

  /** The names of facets in the values, `rettsområde` of `rettsområde:Havnerett`, each once. */
  get facetNames(): readonly string[] {
    this.facets ??= [...new Set(Array.from(this.byKey, (_, value) => facetOf(this.name(value)) ?? []).flat())]
    return this.facets
  }

  /** The values with any of these names, exact but for case. */
  find(names: readonly string[]): Set<number> {
    return new Set(
      names.map(factKey).flatMap((key) => {
        const place = this.firstFrom(key)
        return place < this.byKey.length && this.keyAt(place) === key ? this.byKey[place]! : []
      })
    )
  }

  /** The values whose names begin so, but for case. */
  findPrefix(prefix: string): Set<number> {
    const key = factKey(prefix)
    const first = this.firstFrom(key)
    const after = firstWhere(first, this.byKey.length, (place) => !this.keyAt(place).startsWith(key))
    return new Set(this.byKey.subarray(first, after))
  }

  /** The values with these words beside each other, in any spelling that `slug` has; the last may be a `prefix`. */
  findWords(words: string, prefix = false): Set<number> {
    const key = slug(words)
    if (key === '') return this.find([words])
    const pattern = `-${key}${prefix ? '' : '-'}`
    this.slugs ??= Array.from(this.byKey, (_, value) => `-${slug(this.name(value))}-`)
    const found = new Set<number>()
    this.slugs.forEach((name, value) => {
      if (name.includes(pattern)) found.add(value)
    })
    return found
  }

  /** The first place in `byKey` whose key is not before `key`. */
  private firstFrom(key: string): number {
    return firstWhere(0, this.byKey.length, (place) => this.keyAt(place) >= key)
  }

  private keyAt(place: number): string {
    return factKey(this.name(this.byKey[place]!))
  }
}

/** The form under which values are the same: case, Unicode composition and outer space do not count. */
export const factKey = (name: string): string => name.normalize('NFC').trim().toLowerCase()
