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
export type SlotSource = (key: PostingKey) => Iterable<readonly [level: number, articles: ArrayLike<number>]>

/** Copies the slots of keys as they stand. Lets other work run meanwhile. @param keys ascending */
export const sealPostings = async (slotsOf: SlotSource, keys: Uint32Array): Promise<PostingTables> => {
  const firsts = sharedColumn(Uint32Array, keys.length + 1)
  const blocks = new BlockColumns()
  const slices = new Slices()
  for (const [place, key] of keys.entries()) {
    firsts[place] = blocks.size
    for (const [level, articles] of slotsOf(key)) {
      blocks.articles.pushAll(articles)
      blocks.end(level)
    }
    if (place % 64 === 0 && slices.isOver) await slices.next()
  }
  firsts[keys.length] = blocks.size
  const keyColumn = sharedColumn(Uint32Array, keys.length)
  keyColumn.set(keys)
  return { keys: keyColumn, firsts, ...blocks.finish() }
}

/** Gathers blocks one after another. */
class BlockColumns {
  readonly articles = new GrowableUint32()
  private readonly levels = new GrowableUint8()
  private readonly ends = new GrowableUint32()

  get size(): number {
    return this.levels.length
  }

  /** What has been added to `articles` since the block before is one. */
  end(level: number): void {
    this.levels.push(level)
    this.ends.push(this.articles.length)
  }

  finish(): Pick<PostingTables, 'levels' | 'ends' | 'articles'> {
    return { levels: this.levels.finish(), ends: this.ends.finish(), articles: this.articles.finish() }
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

/**
 * The postings of several runs as those of one. Lets other work run meanwhile.
 *
 * @param runs each with its keys, one after another by the numbers of their articles
 * @param count a number that all keys are below: then each gets a place; absent: those that have blocks
 */
export const joinedPostings = async (
  runs: readonly PostingTables[],
  count?: number
): Promise<PostingTables> => {
  const keys = count === undefined ? keysOf(runs) : new Uint32Array(0)
  const places = count ?? keys.length
  const firsts = sharedColumn(Uint32Array, places + 1)
  const blocks = new BlockColumns()
  const cursors = runs.map((run) => new RunCursor(run))
  const slices = new Slices()
  for (let place = 0; place < places; place++) {
    const key = count === undefined ? keys[place]! : place
    firsts[place] = blocks.size
    const found = cursors.filter((cursor) => cursor.moveTo(key))
    for (;;) {
      let level = -1
      for (const cursor of found) level = Math.max(level, cursor.level)
      if (level < 0) break
      for (const cursor of found) if (cursor.level === level) cursor.take(blocks.articles)
      blocks.end(level)
    }
    if (place % 1024 === 0 && slices.isOver) await slices.next()
  }
  firsts[places] = blocks.size
  return { keys, firsts, ...blocks.finish() }
}

/** The keys of all runs, ascending. */
const keysOf = (runs: readonly PostingTables[]): Uint32Array => {
  const all = new Set<PostingKey>()
  for (const { keys } of runs) for (const key of keys) all.add(key)
  const column = sharedColumn(Uint32Array, all.size)
  column.set([...all])
  return column.sort()
}

/** Goes through the keys of a run, and through the blocks of each. */
class RunCursor {
  /** Of the block that it stands at; −1 behind the last one of its key. */
  level = -1
  private place = 0
  private block = 0
  private last = 0

  constructor(private readonly run: PostingTables) {}

  /** To the first block of a key above those before. @returns has it any? */
  moveTo(key: PostingKey): boolean {
    const { keys, firsts } = this.run
    while (this.place < keys.length && keys[this.place]! < key) this.place++
    if (keys[this.place] !== key) return false
    this.last = firsts[this.place + 1]!
    this.stand(firsts[this.place]!)
    return this.level >= 0
  }

  /** Puts the articles of the block behind others, and goes to the next one. */
  take(articles: GrowableUint32): void {
    const { ends, articles: own } = this.run
    const from = this.block === 0 ? 0 : ends[this.block - 1]!
    for (let i = from; i < ends[this.block]!; i++) articles.push(own[i]!)
    this.stand(this.block + 1)
  }

  private stand(block: number): void {
    this.block = block
    this.level = block < this.last ? this.run.levels[block]! : -1
  }
}
