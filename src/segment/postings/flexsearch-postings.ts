import { Index } from 'flexsearch'
import {
  impactAt,
  isPartKey,
  LEVELS,
  levelOf,
  termOfKey,
  type BlockVisitor,
  type PostingKey,
  type Postings
} from './postings.js'
import { sealPostings, type PostingTables } from './sealed-postings.js'

/** FlexSearch's result without resolution: the article numbers of each slot; empty slots are absent. */
type Slots = readonly (readonly number[] | undefined)[]

/**
 * The postings of a growing segment, in a FlexSearch index: its resolution slots hold the quantised impacts, slot 0 the
 * highest.
 * Articles are added, replaced and taken out there, and searches read its slots, until they are sealed.
 *
 * A term stands in FlexSearch as it is, a part of compounds with a `+` before it, which no term holds. No encoder of
 * FlexSearch's is used: one analysis serves articles and queries.
 */
export class FlexSearchPostings implements Postings {
  /** The impacts of the article that is being added, in the order of its keys. */
  private impacts: readonly number[] = []
  private readonly index: Index
  /** By key. A text that is made anew would have to be hashed anew for each article. */
  private readonly names: string[] = []

  /** @param termOf the text of a term by its id */
  constructor(private readonly termOf: (term: number) => string) {
    this.index = new Index({
      encode: (names: string) => names as unknown as string[],
      tokenize: 'strict',
      resolution: LEVELS,
      score: (_names: string[], _name: string, place: number) => LEVELS - 1 - levelOf(this.impacts[place]!)
    })
  }

  /** Adds an article, or replaces the one of this number. @param impacts by key, in (0, highestImpact) */
  set(article: number, impacts: ReadonlyMap<PostingKey, number>): void {
    this.impacts = [...impacts.values()]
    const names = Array.from(impacts.keys(), (key) => this.nameOf(key))
    this.index.add(article, names as unknown as string)
  }

  remove(article: number): void {
    this.index.remove(article)
  }

  count(key: PostingKey): number {
    return this.slotsOf(key).reduce((sum, articles) => sum + (articles?.length ?? 0), 0)
  }

  forEachBlock(key: PostingKey, visit: BlockVisitor): void {
    for (const [level, articles] of this.levelsOf(key)) visit(articles, 0, articles.length, impactAt(level))
  }

  /** Lets other work run meanwhile. @param keys as for `sealPostings` */
  seal(keys: number | readonly number[]): Promise<PostingTables> {
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
    const known = names[key]
    if (known !== undefined && known !== '') return known
    // Without gaps, which would make it slow.
    while (names.length <= key) names.push('')
    const term = this.termOf(termOfKey(key))
    return (names[key] = isPartKey(key) ? `+${term}` : term)
  }
}
