import { Bitset } from './bitset.js'
import type { PhraseClause } from './clause.js'
import { articleAt } from './forward-index.js'
import { listAt } from './lists.js'
import type { Reader } from './search-index.js'
import { slotBit, type SlotTable } from './slot-table.js'

/**
 * Articles that may hold a phrase: those where the words stand together around one for its rarest slot, be it
 * across the end of a field. All that hold it are among them. Undefined where it is no more work to read the articles themselves.
 *
 * What makes phrases of stop words such as `"i og for seg"` fast: every article has the words, few have the phrase.
 *
 * @param cost `tokens` is how many would have to be read instead
 */
export const phraseCandidates = (
  index: Reader & { readonly size: number },
  { within }: PhraseClause,
  { table, tokens }: { readonly table: SlotTable; readonly tokens: number }
): Bitset | undefined => {
  const { positions } = index.forward
  const rarest = rarestSlot(index, table)
  if (rarest.frequency * (2 * (within ?? 0) + 1) > tokens) return undefined
  const isNear = within === undefined ? inOrder(table, rarest.slot) : allWithin(table, within)
  const found = new Bitset(index.size)
  for (const word of table.wordsOf(rarest.slot)) {
    let end = 0
    for (const position of listAt(positions, word)) {
      if (position < end || !isNear(position)) continue
      const article = articleAt(index.forward, position)
      found.add(article)
      end = index.forward.first[article + 1]!
    }
  }
  return found
}

const rarestSlot = (
  { forward }: Reader,
  table: SlotTable
): { readonly slot: number; readonly frequency: number } => {
  let rarest = { slot: 0, frequency: Infinity }
  for (let slot = 0; slot < table.count; slot++) {
    let frequency = 0
    for (const word of table.wordsOf(slot)) frequency += listAt(forward.positions, word).length
    if (frequency < rarest.frequency) rarest = { slot, frequency }
  }
  return rarest
}

type PositionTest = (position: number) => boolean

/** Does an occurrence in order begin so few words before a position that the word there may be the one for `slot`? */
const inOrder =
  (table: SlotTable, slot: number): PositionTest =>
  (position) => {
    for (let first = Math.max(0, position - slot); first <= position; first++)
      if (table.lastInOrder(first, table.words.length) !== undefined) return true
    return false
  }

/** Are there words for all slots within reach of a position? Does not look how far they are from each other. */
const allWithin = ({ filter, words, count }: SlotTable, within: number): PositionTest => {
  let all = 0
  for (let slot = 0; slot < count; slot++) all |= slotBit(slot)
  return (position) => {
    const to = Math.min(words.length, position + within + 1)
    let seen = 0
    for (let at = Math.max(0, position - within); at < to; at++) {
      seen |= filter.bitsOf(words[at]!)
      if (seen === all) return true
    }
    return false
  }
}
