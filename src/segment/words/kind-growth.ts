import { Slices } from '../../structures/slices.js'
import { hasCapitalInside, type PositionTables } from '../positions/positions.js'
import type { WordPositions } from '../positions/word-positions.js'
import { removedCounts, type RemovedTables } from '../removed.js'
import { NAME_SHARE } from './vocabulary-builder.js'
import { WORD_KINDS, type WordId } from './vocabulary-tables.js'

/** A word of more occurrences stays what it is: a few articles do not change it. */
const MOST_COUNTED = 10_000

interface Counted {
  readonly positions: PositionTables
  readonly wordPositions: WordPositions
  readonly removed: RemovedTables
}

/**
 * The kinds of words after articles have come and gone: one that was met first at the beginning of a sentence may turn
 * out to be a name. The column itself where none has changed. Lets other work run meanwhile.
 *
 * @param kinds by word
 * @param words that are in the articles which came or went, each once
 */
export const kindsAfter = async (
  kinds: Uint8Array,
  words: ReadonlySet<WordId>,
  { positions, wordPositions, removed }: Counted
): Promise<Uint8Array> => {
  const gone = removedCounts(removed)
  const slices = new Slices()
  let changed: Uint8Array | undefined
  for (const word of words) {
    if (slices.isOver) await slices.next()
    const all = wordPositions.count(word)
    if (kinds[word] === WORD_KINDS.number || all > MOST_COUNTED) continue
    let capitals = -gone.capitals(word)
    for (const list of wordPositions.lists(word))
      for (const position of list) if (hasCapitalInside(positions, position)) capitals++
    const isName = capitals > NAME_SHARE * (all - gone.occurrences(word))
    const kind = isName ? WORD_KINDS.name : WORD_KINDS.plain
    if (kind !== kinds[word]) (changed ??= kinds.slice())[word] = kind
  }
  return changed ?? kinds
}
