import { Bitset } from '../../structures/bitset.js'
import type { PhraseClause } from '../clause.js'
import { articleFrom } from '../../segment/positions/positions.js'
import type { WordId } from '../../segment/words/vocabulary-tables.js'
import { LOOK_UP, occurrencesOf, type WordPositions } from '../../segment/positions/word-positions.js'
import { addAligned } from './aligned-phrases.js'
import type { PhraseBudget } from './phrase-budget.js'
import type { PhraseFinder } from './phrase-finder.js'
import type { Reader } from '../../segment/generation.js'
import type { Segment } from '../../segment/segment.js'
import { slotBit, type SlotTable } from './slot-table.js'

/** May the word at a position be part of an occurrence of the phrase? False proves that it is not. */
type Test = (position: number) => boolean

/** A phrase, prepared to be looked for. */
export interface Prepared {
  readonly phrase: PhraseClause
  readonly table: SlotTable
  readonly finder: PhraseFinder
  readonly budget: PhraseBudget
  /** The articles that have all its words. */
  readonly candidates: Bitset
}

/**
 * Articles that hold a phrase, among them all candidates that do, found from the positions of the words for its rarest
 * slot. What makes phrases of stop words such as `"i og for seg"` fast: every article has the words, few have the
 * phrase.
 */
export const articlesWithPhrase = (reader: Pick<Reader, 'segment'>, prepared: Prepared): Bitset => {
  const { table, phrase } = prepared
  const { wordPositions, size } = reader.segment
  const found = new Bitset(size)
  const { slot } = rarestSlot(wordPositions, table)
  if (phrase.within !== undefined) {
    addAround(reader, prepared, {
      words: table.wordsOf(slot),
      mayBeAt: allWithin(table, phrase.within),
      found
    })
    return found
  }
  addAligned(reader, prepared, { slot, found })
  // A word that fills several slots with its parts is rare, and makes the places of the others uncertain.
  for (let other = 0; other < table.count; other++)
    addAround(reader, prepared, { words: table.markedWordsOf(other), mayBeAt: () => true, found })
  return found
}

/** What `articlesWithPhrase` takes, in the time that a word of an article is looked at. */
export const phraseCost = (
  { segment }: Pick<Reader, 'segment'>,
  within: number | undefined,
  table: SlotTable
): number => rarestSlot(segment.wordPositions, table).frequency * (within === undefined ? 1 : LOOK_UP)

const rarestSlot = (
  positions: WordPositions,
  table: SlotTable
): { readonly slot: number; readonly frequency: number } => {
  let rarest = { slot: 0, frequency: Infinity }
  for (let slot = 0; slot < table.count; slot++) {
    const frequency = occurrencesOf(positions, table.wordsOf(slot))
    if (frequency < rarest.frequency) rarest = { slot, frequency }
  }
  return rarest
}

/** The positions of some words, list by list. */
function* listsOf({ wordPositions }: Segment, words: Iterable<WordId>): Generator<Uint32Array, void> {
  for (const word of words) yield* wordPositions.lists(word)
}

interface Around {
  readonly words: Iterable<WordId>
  readonly mayBeAt: Test
  readonly found: Bitset
}

/** Adds the candidates that have the phrase around a position of one of the words. */
const addAround = (
  { segment }: Pick<Reader, 'segment'>,
  { phrase, table, finder, budget, candidates }: Prepared,
  { words, mayBeAt, found }: Around
): void => {
  const { first } = segment.positions
  const tokens = 2 * (phrase.within ?? table.count) + 1
  for (const list of listsOf(segment, words)) {
    let [article, end] = [0, 0]
    for (const position of list) {
      if (position < end) continue
      article = articleFrom(first, article, position)
      const isOpen = candidates.has(article) && !found.has(article)
      if (isOpen) {
        budget.spend(tokens)
        if (budget.isUsedUp) return
        if (!mayBeAt(position) || !finder.isAround(article, position)) continue
        found.add(article)
      }
      end = first[article + 1]!
    }
  }
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
