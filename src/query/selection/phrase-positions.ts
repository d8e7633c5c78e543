import { Bitset } from '../../structures/bitset.js'
import type { PhraseClause } from '../clause.js'
import { articleAt } from '../../segment/positions/positions.js'
import type { WordPositions } from '../../segment/positions/word-positions.js'
import type { PhraseFinder } from './phrase-finder.js'
import type { Reader } from '../../segment/generation.js'
import { slotBit, type SlotTable } from './slot-table.js'

/** May the word at a position be part of an occurrence of the phrase? False proves that it is not. */
type Test = (position: number) => boolean

/**
 * The articles that hold a phrase, found from the positions of the words for its rarest slot. What makes phrases of
 * stop words such as `"i og for seg"` fast: every article has the words, few have the phrase.
 */
export const articlesWithPhrase = (
  { segment }: Pick<Reader, 'segment'>,
  { within }: PhraseClause,
  { table, finder }: { readonly table: SlotTable; readonly finder: PhraseFinder }
): Bitset => {
  const { positions, wordPositions, size } = segment
  const { slot } = rarestSlot(wordPositions, table)
  const mayBeAt = within === undefined ? inOrder(table, slot) : allWithin(table, within)
  const found = new Bitset(size)
  for (const word of table.wordsOf(slot)) {
    let end = 0
    for (const list of wordPositions.lists(word))
      for (const position of list) {
        if (position < end || !mayBeAt(position)) continue
        const article = articleAt(positions, position)
        if (!finder.isAround(article, position)) continue
        found.add(article)
        end = positions.first[article + 1]!
      }
  }
  return found
}

/** How many positions `articlesWithPhrase` looks at. */
export const positionsRead = (
  { segment }: Pick<Reader, 'segment'>,
  within: number | undefined,
  table: SlotTable
): number => rarestSlot(segment.wordPositions, table).frequency * (2 * (within ?? 0) + 1)

const rarestSlot = (
  positions: WordPositions,
  table: SlotTable
): { readonly slot: number; readonly frequency: number } => {
  let rarest = { slot: 0, frequency: Infinity }
  for (let slot = 0; slot < table.count; slot++) {
    let frequency = 0
    for (const word of table.wordsOf(slot)) frequency += positions.count(word)
    if (frequency < rarest.frequency) rarest = { slot, frequency }
  }
  return rarest
}

/** Does an occurrence in order begin so few words before a position that the word there may be the one for `slot`? */
const inOrder =
  (table: SlotTable, slot: number): Test =>
  (position) => {
    for (let first = Math.max(0, position - slot); first <= position; first++)
      if (table.lastInOrder(first, table.words.length) !== undefined) return true
    return false
  }

/** Are there words for all slots within reach of a position? */
const allWithin = ({ filter, words, count }: SlotTable, within: number): Test => {
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
