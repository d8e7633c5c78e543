import type { PhraseClause } from '../clause.js'
import type { Reader } from '../../segment/generation.js'
import type { Range } from '../../structures/prefix-range.js'
import { slotBit, type SlotTable, type SlotVisitor } from './slot-table.js'

/** Finds the occurrences of one phrase, in the title and in the text apart. */
export interface PhraseFinder {
  /** Does the article hold the phrase? Reads no further than its first occurrence. */
  isIn(article: number): boolean
  /** Does the article hold the phrase as near to one of its positions as the words of the phrase may be apart? */
  isAround(article: number, position: number): boolean
  /**
   * Calls `visit` for each word of an occurrence, once, and each slot that it fills in the first one.
   *
   * @param range of positions; words near it may be visited too. All where it is absent
   */
  forEachWord(article: number, visit: SlotVisitor, range?: Range): void
}

/** Told of an occurrence's first and last position; true ends the search. */
type Found = (first: number, last: number) => boolean

/** Looks for occurrences from `from` to before `to`. True if `found` ended it. */
type Search = (from: number, to: number, found: Found) => boolean

/** Prepared once for a phrase. */
export const phraseFinder = (
  { segment }: Pick<Reader, 'segment'>,
  { field, within, hasWhole = false }: PhraseClause,
  slots: SlotTable
): PhraseFinder => {
  const search = within === undefined ? inOrder(slots) : near(slots, within, hasWhole)
  const { first, text } = segment.positions
  const reach = within ?? slots.count - 1
  const searchFields = (article: number, found: Found, from = 0, to = Infinity): boolean => {
    const [title, start, end] = [first[article]!, text[article]!, first[article + 1]!]
    return (
      (field !== 'text' && search(Math.max(title, from), Math.min(start, to), found)) ||
      (field !== 'title' && search(Math.max(start, from), Math.min(end, to), found))
    )
  }
  const stop = (): boolean => true
  return {
    isIn: (article) => searchFields(article, stop),
    isAround: (article, position) => searchFields(article, stop, position - reach, position + reach + 1),
    forEachWord: (article, visit, range) => {
      let next = 0
      const found: Found = (first, last) => {
        if (within === undefined) slots.visitInOrder(first, next, visit)
        else slots.visitAll(Math.max(first, next), last, visit)
        next = last + 1
        return false
      }
      if (range === undefined) searchFields(article, found)
      else searchFields(article, found, range.from - reach, range.to + reach)
    }
  }
}

/** The words beside each other, in order. */
const inOrder =
  (slots: SlotTable): Search =>
  (from, to, found) => {
    const { filter, words } = slots
    for (let first = from; first < to; first++) {
      if ((filter.bitsOf(words[first]!) & FIRST_SLOT) === 0) continue
      const last = slots.lastInOrder(first, to)
      if (last !== undefined && found(first, last)) return true
    }
    return false
  }

const FIRST_SLOT = slotBit(0)

/**
 * The words in any order, each at most `within` positions from each other: where the last one of each slot so far lies
 * within reach. One word may fill several slots.
 *
 * @param hasWhole see `PhraseClause`
 */
const near = (slots: SlotTable, within: number, hasWhole: boolean): Search => {
  const { filter, words } = slots
  const lastSeen = new Int32Array(slots.count)
  return (from, to, found) => {
    lastSeen.fill(from - within - 1)
    let lastWhole = from - within - 1
    for (let position = from; position < to; position++) {
      const word = words[position]!
      const bits = filter.bitsOf(word)
      if (bits === 0) continue
      let first = position
      for (let slot = 0; slot < slots.count; slot++) {
        if ((bits & slotBit(slot)) !== 0 && slots.fills(position, slot)) {
          lastSeen[slot] = position
          if (hasWhole && slots.isWhole(position, slot)) lastWhole = position
        } else if (lastSeen[slot]! < first) first = lastSeen[slot]!
      }
      // One word that fills them all is another spelling of the compound: `digitaliseringstrategi`.
      if (hasWhole && first < position && lastWhole < first) first = lastWhole
      if (position - first <= within && found(first, position)) return true
    }
    return false
  }
}
