import { Index } from 'flexsearch'
import { GrowableUint32 } from '../../structures/growable.js'
import { groupByKey, listAt } from '../../structures/lists.js'
import { isPartKey, LEVELS, levelOf, termOfKey, type PostingKey } from './postings.js'
import { sealPostings, type PostingTables } from './sealed-postings.js'

/** FlexSearch's result without resolution: the article numbers of each slot; empty slots are absent. */
type Slots = readonly (readonly number[] | undefined)[]

/**
 * The postings of articles that are being indexed. A FlexSearch index puts the articles of a key into its resolution
 * slots, which are the quantised impacts, slot 0 the highest; then they are sealed.
 *
 * It gets the articles of one key after the other, and not the keys of an article: a map of all keys lies far apart in
 * memory, and to find each key of each article in it took two thirds of the time.
 *
 * A term stands in FlexSearch as it is, a part of compounds with a `+` before it, which no term holds. No encoder of
 * FlexSearch's is used: one analysis serves articles and queries.
 */
export class FlexSearchPostings {
  /** By key: its place among the keys, in the order in which they were met. */
  private readonly places = new Map<PostingKey, number>()
  /** By pair of a key and an article, in the order of the articles: the key's place, and `article × LEVELS + level`. */
  private readonly keyPlaces = new GrowableUint32()
  private readonly leveled = new GrowableUint32()
  /** Of the article that FlexSearch is given. */
  private level = 0
  private readonly index: Index

  /** @param termOf the text of a term by its id */
  constructor(private readonly termOf: (term: number) => string) {
    this.index = new Index({
      encode: (names: string) => names as unknown as string[],
      tokenize: 'strict',
      resolution: LEVELS,
      score: () => LEVELS - 1 - this.level
    })
  }

  /** Adds an article; each has a higher number than the one before. @param impacts by key, in (0, highestImpact) */
  add(article: number, impacts: ReadonlyMap<PostingKey, number>): void {
    for (const [key, impact] of impacts) {
      this.keyPlaces.push(this.placeOf(key))
      this.leveled.push(article * LEVELS + levelOf(impact))
    }
  }

  /** The slots of all keys that have articles. Lets other work run meanwhile. */
  async seal(): Promise<PostingTables> {
    const { places, keyPlaces, leveled } = this
    const articles = await groupByKey(places.size, {
      count: leveled.length,
      forEach: (at, pair) => {
        pair(keyPlaces.at(at), leveled.at(at))
      }
    })
    const keys = Uint32Array.from(places.keys()).sort()
    return sealPostings((key) => this.levelsOf(key, listAt(articles, places.get(key)!)), keys)
  }

  /** The levels of a key that have articles, the highest first. @param leveled its articles, as in `leveled` */
  private levelsOf(key: PostingKey, leveled: Uint32Array): [level: number, articles: readonly number[]][] {
    const levels: [number, readonly number[]][] = []
    const slots = this.slotsOf(this.nameOf(key), leveled)
    for (let slot = 0; slot < slots.length; slot++) {
      const articles = slots[slot]
      if (articles !== undefined && articles.length > 0) levels.push([LEVELS - 1 - slot, articles])
    }
    return levels
  }

  private slotsOf(name: string, leveled: Uint32Array): Slots {
    const names = [name] as unknown as string
    this.index.clear()
    for (const article of leveled) {
      this.level = article % LEVELS
      this.index.add(Math.floor(article / LEVELS), names)
    }
    return this.index.search({ query: names, resolve: false }).result as unknown as Slots
  }

  private placeOf(key: PostingKey): number {
    const known = this.places.get(key)
    if (known !== undefined) return known
    const place = this.places.size
    this.places.set(key, place)
    return place
  }

  private nameOf(key: PostingKey): string {
    const term = this.termOf(termOfKey(key))
    return isPartKey(key) ? `+${term}` : term
  }
}
