import { GrowableUint32, GrowableUint8 } from '../../structures/growable.js'
import { Slices } from '../../structures/slices.js'
import { sharedColumn } from '../../structures/tables.js'
import { impactAt, type PostingKey, type Postings } from './postings.js'

/** The blocks of every key one after another, best first. */
export interface PostingTables {
  /** By key: its first block; one more at the end. */
  readonly firsts: Uint32Array
  /** By block: the level of its impacts, and the place after its last article. */
  readonly levels: Uint8Array
  readonly ends: Uint32Array
  /** The articles of all blocks. */
  readonly articles: Uint32Array
}

/** What is sealed: the levels of a key with their articles, the highest level first. */
export type SlotSource = (key: PostingKey) => Iterable<readonly [level: number, articles: readonly number[]]>

/** Copies the slots of all keys as they stand. Lets other work run meanwhile. @param keys keys are below it */
export const sealPostings = async (slotsOf: SlotSource, keys: number): Promise<PostingTables> => {
  const firsts = sharedColumn(Uint32Array, keys + 1)
  const levels = new GrowableUint8()
  const ends = new GrowableUint32()
  const all = new GrowableUint32()
  const slices = new Slices()
  for (let key = 0; key < keys; key++) {
    firsts[key] = levels.length
    for (const [level, articles] of slotsOf(key)) {
      for (const article of articles) all.push(article)
      levels.push(level)
      ends.push(all.length)
    }
    if (key % 1024 === 0 && slices.isOver) await slices.next()
  }
  firsts[keys] = levels.length
  return { firsts, levels: levels.finish(), ends: ends.finish(), articles: all.finish() }
}

/** The postings of a sealed segment. */
export const sealedPostings = ({ firsts, levels, ends, articles }: PostingTables): Postings => {
  /** Keys that came after the segment was sealed have no blocks. */
  const blocksOf = (key: PostingKey): readonly [from: number, to: number] =>
    key + 1 < firsts.length ? [firsts[key]!, firsts[key + 1]!] : [0, 0]
  const start = (block: number): number => (block === 0 ? 0 : ends[block - 1]!)
  return {
    count: (key) => {
      const [from, to] = blocksOf(key)
      return from === to ? 0 : ends[to - 1]! - start(from)
    },
    forEachBlock: (key, visit) => {
      const [from, to] = blocksOf(key)
      for (let block = from; block < to; block++)
        visit(articles, start(block), ends[block]!, impactAt(levels[block]!))
    }
  }
}
