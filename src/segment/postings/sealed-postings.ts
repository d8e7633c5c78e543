import { GrowableUint32, GrowableUint8 } from '../../structures/growable.js'
import { placeOfKey } from '../../structures/lists.js'
import { Slices } from '../../structures/slices.js'
import { sharedColumn } from '../../structures/tables.js'
import { impactAt, type BlockVisitor, type PostingKey, type Postings } from './postings.js'

/** The blocks of every key one after another, best first. */
export interface PostingTables {
  /** The keys that have blocks, ascending. None: those from 0 on, each in its place. */
  readonly keys: Uint32Array
  /** By place of a key: its first block; one more at the end. */
  readonly firsts: Uint32Array
  /** By block: the level of its impacts, and the place after its last article. */
  readonly levels: Uint8Array
  readonly ends: Uint32Array
  /** The articles of all blocks. */
  readonly articles: Uint32Array
}

/** What is sealed: the levels of a key with their articles, the highest level first. */
export type SlotSource = (key: PostingKey) => Iterable<readonly [level: number, articles: Iterable<number>]>

/**
 * Copies the slots of all keys as they stand. Lets other work run meanwhile.
 *
 * @param keys those that have slots, ascending, or a number that all are below
 */
export const sealPostings = async (
  slotsOf: SlotSource,
  keys: number | readonly number[]
): Promise<PostingTables> => {
  const [count, some] = typeof keys === 'number' ? [keys, []] : [keys.length, keys]
  const firsts = sharedColumn(Uint32Array, count + 1)
  const levels = new GrowableUint8()
  const ends = new GrowableUint32()
  const all = new GrowableUint32()
  const slices = new Slices()
  for (let place = 0; place < count; place++) {
    firsts[place] = levels.length
    for (const [level, articles] of slotsOf(typeof keys === 'number' ? place : keys[place]!)) {
      for (const article of articles) all.push(article)
      levels.push(level)
      ends.push(all.length)
    }
    if (place % 1024 === 0 && slices.isOver) await slices.next()
  }
  firsts[count] = levels.length
  const keyColumn = sharedColumn(Uint32Array, some.length)
  keyColumn.set(some)
  return {
    keys: keyColumn,
    firsts,
    levels: levels.finish(),
    ends: ends.finish(),
    articles: all.finish()
  }
}

/** A block of one key: its level, and where its articles stand. */
type SealedBlock = readonly [level: number, from: number, to: number]

/** Reads the postings of one run. */
class SealedPostings implements Postings {
  private readonly places: number

  constructor(private readonly tables: PostingTables) {
    this.places = tables.firsts.length - 1
  }

  count(key: PostingKey): number {
    const place = this.placeOf(key)
    if (place < 0) return 0
    const { firsts, ends } = this.tables
    const [from, to] = [firsts[place]!, firsts[place + 1]!]
    return from === to ? 0 : ends[to - 1]! - this.start(from)
  }

  forEachBlock(key: PostingKey, visit: BlockVisitor): void {
    const place = this.placeOf(key)
    if (place < 0) return
    const { firsts, levels, ends, articles } = this.tables
    for (let block = firsts[place]!; block < firsts[place + 1]!; block++)
      visit(articles, this.start(block), ends[block]!, impactAt(levels[block]!))
  }

  /** The blocks of a key as they are stored, the highest level first. */
  blocks(key: PostingKey): readonly SealedBlock[] {
    const place = this.placeOf(key)
    if (place < 0) return []
    const { firsts, levels, ends } = this.tables
    const blocks: SealedBlock[] = []
    for (let block = firsts[place]!; block < firsts[place + 1]!; block++)
      blocks.push([levels[block]!, this.start(block), ends[block]!])
    return blocks
  }

  get articles(): Uint32Array {
    return this.tables.articles
  }

  private placeOf(key: PostingKey): number {
    return placeOfKey(this.tables.keys, this.places, key)
  }

  private start(block: number): number {
    return block === 0 ? 0 : this.tables.ends[block - 1]!
  }
}

/** The postings of a sealed segment, in one run or in several. */
export const sealedPostings = (runs: readonly PostingTables[]): Postings => {
  const readers = runs.map((tables) => new SealedPostings(tables))
  const [only, ...others] = readers
  if (only !== undefined && others.length === 0) return only
  return {
    count: (key) => readers.reduce((sum, reader) => sum + reader.count(key), 0),
    forEachBlock: (key, visit) => {
      const found = readers.flatMap((reader) => {
        const blocks = reader.blocks(key)
        return blocks.map((block) => ({ articles: reader.articles, block }))
      })
      // Equal levels stay in the order of the runs.
      found.sort((a, b) => b.block[0] - a.block[0])
      for (const { articles, block } of found) visit(articles, block[1], block[2], impactAt(block[0]))
    }
  }
}

/** The postings of several runs as those of one. @param runs each with its keys */
export const joinedPostings = (runs: readonly PostingTables[]): Promise<PostingTables> => {
  const readers = runs.map((tables) => new SealedPostings(tables))
  const keys = [...new Set(runs.flatMap((run) => [...run.keys]))].sort((a, b) => a - b)
  return sealPostings((key) => {
    const levels = new Map<number, number[]>()
    for (const reader of readers)
      for (const [level, from, to] of reader.blocks(key)) {
        const articles = levels.get(level) ?? []
        for (let i = from; i < to; i++) articles.push(reader.articles[i]!)
        levels.set(level, articles)
      }
    return [...levels].sort(([a], [b]) => b - a)
  }, keys)
}
