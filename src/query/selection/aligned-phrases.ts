import type { Bitset } from '../../structures/bitset.js'
import type { Reader } from '../../segment/generation.js'
import { articleFrom } from '../../segment/positions/positions.js'
import type { WordPositions } from '../../segment/positions/word-positions.js'
import type { WordId } from '../../segment/words/vocabulary-tables.js'
import type { PhraseClause } from '../clause.js'
import type { PhraseBudget } from './phrase-budget.js'
import type { SlotTable } from './slot-table.js'

/** A phrase whose words stand in order, prepared to be looked for. */
interface InOrder {
  readonly phrase: PhraseClause
  readonly table: SlotTable
  readonly budget: PhraseBudget
}

/** Two lists are walked along in so much less time than so many tokens are looked up here and there. */
const WALKING = 1 / 8

/** Adds the articles where each slot of a phrase has a word of its own, one beside the other. */
export const addAligned = (
  { segment }: Pick<Reader, 'segment'>,
  { phrase: { field }, table, budget }: InOrder,
  { slot, found }: { readonly slot: number; readonly found: Bitset }
): void => {
  const { first, text } = segment.positions
  for (const starts of startsOf(segment.wordPositions, table, { slot, budget })) {
    let [article, end] = [0, 0]
    for (const start of starts) {
      // One occurrence in an article is enough.
      if (start < end && found.has(article)) continue
      article = articleFrom(first, article, start)
      end = first[article + 1]!
      const last = start + table.count
      const isInTitle = last <= text[article]!
      const isInText = start >= text[article]! && last <= end
      if ((isInTitle && field !== 'text') || (isInText && field !== 'title')) found.add(article)
    }
  }
}

/** Where the words stand beside each other, in lists of ascending positions. @param slot the rarest one */
function* startsOf(
  positions: WordPositions,
  table: SlotTable,
  { slot, budget }: { readonly slot: number; readonly budget: PhraseBudget }
): Generator<Iterable<number>, void> {
  const words = Array.from({ length: table.count }, (_, other) => [...table.ownWordsOf(other)])
  if (words.every((own) => own.length === 1)) {
    yield* walkAlong(positions, words.flat(), { slot, budget })
    return
  }
  for (const word of words[slot]!)
    for (const list of positions.lists(word)) {
      budget.spend(list.length)
      if (budget.isUsedUp) return
      yield Array.from(list, (position) => position - slot).filter((start) => table.isAligned(start))
    }
}

/** The same where each slot has one word: their lists are walked along together. */
function* walkAlong(
  positions: WordPositions,
  words: readonly WordId[],
  { slot, budget }: { readonly slot: number; readonly budget: PhraseBudget }
): Generator<Iterable<number>, void> {
  const lists = words.map((word) => positions.lists(word))
  for (const [run, rarest] of lists[slot]!.entries()) {
    let starts = rarest
    let offset = slot
    for (const [other, { [run]: list }] of lists.entries()) {
      if (other === slot || starts.length === 0) continue
      budget.spend(WALKING * (starts.length + list!.length))
      if (budget.isUsedUp) return
      starts = beside(starts, list!, other - offset)
      offset = other
    }
    yield starts.map((position) => position - offset)
  }
}

/** Those of the positions `many` that stand `distance` after one of `few`; both ascend. */
const beside = (few: Uint32Array, many: Uint32Array, distance: number): Uint32Array => {
  const both = new Uint32Array(Math.min(few.length, many.length))
  let [count, at] = [0, 0]
  for (const position of few) {
    const wanted = position + distance
    while (at < many.length && many[at]! < wanted) at++
    if (at === many.length) break
    if (many[at] === wanted) both[count++] = wanted
  }
  return both.subarray(0, count)
}
