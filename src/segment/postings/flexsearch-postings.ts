import { Index } from 'flexsearch'
import { isPartKey, LEVELS, levelOf, termOfKey, type PostingKey } from './postings.js'
import { sealPostings, type PostingTables } from './sealed-postings.js'

/** FlexSearch's result without resolution: the article numbers of each slot; empty slots are absent. */
type Slots = readonly (readonly number[] | undefined)[]

/**
 * The postings of articles that are being indexed, in a FlexSearch index: its resolution slots hold the quantised
 * impacts, slot 0 the highest. When a range of articles is there, its slots are sealed.
 *
 * A term stands in FlexSearch as it is, a part of compounds with a `+` before it, which no term holds. No encoder of
 * FlexSearch's is used: one analysis serves articles and queries.
 */
export class FlexSearchPostings {
  /** The impacts of the article that is being added, in the order of its keys. */
  private impacts: readonly number[] = []
  private readonly index: Index
  /** By key. A text that is made anew would have to be hashed anew for each article. */
  private readonly names = new Map<PostingKey, string>()

  /** @param termOf the text of a term by its id */
  constructor(private readonly termOf: (term: number) => string) {
    this.index = new Index({
      encode: (names: string) => names as unknown as string[],
      tokenize: 'strict',
      resolution: LEVELS,
      score: (_names: string[], _name: string, place: number) => LEVELS - 1 - levelOf(this.impacts[place]!)
    })
  }

  /** Adds an article; each has a higher number than the one before. @param impacts by key, in (0, highestImpact) */
  add(article: number, impacts: ReadonlyMap<PostingKey, number>): void {
    this.impacts = [...impacts.values()]
    const names = Array.from(impacts.keys(), (key) => this.nameOf(key))
    this.index.add(article, names as unknown as string)
  }

  /** The slots of all keys that have articles. Lets other work run meanwhile. */
  seal(): Promise<PostingTables> {
    const keys = Uint32Array.from([...this.names.keys()]).sort()
    return sealPostings((key) => this.levelsOf(key), keys)
  }

  /** The levels of a key that have articles, the highest first. */
  private levelsOf(key: PostingKey): [level: number, articles: readonly number[]][] {
    const levels: [number, readonly number[]][] = []
    const slots = this.slotsOf(key)
    for (let slot = 0; slot < slots.length; slot++) {
      const articles = slots[slot]
      if (articles !== undefined && articles.length > 0) levels.push([LEVELS - 1 - slot, articles])
    }
    return levels
  }

  private slotsOf(key: PostingKey): Slots {
    const query = [this.nameOf(key)] as unknown as string
    return this.index.search({ query, resolve: false }).result as unknown as Slots
  }

  private nameOf(key: PostingKey): string {
    const { names } = this
    const known = names.get(key)
    if (known !== undefined) return known
    const term = this.termOf(termOfKey(key))
    const name = isPartKey(key) ? `+${term}` : term
    names.set(key, name)
    return name
  }
}
