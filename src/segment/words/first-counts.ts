import { lengthOfKey, type KeyedLists } from '../../structures/lists.js'
import { Slices } from '../../structures/slices.js'
import { sharedColumn } from '../../structures/tables.js'
import type { VocabularyTables, WordRunTables } from './vocabulary-tables.js'

/** Words between two looks at the clock. */
const STEPS = 4096

/**
 * The words with how many tokens of a segment's first articles each of them is. Lets other work run meanwhile.
 *
 * @param first the positions of all words in the first run of the segment
 * @param counted runs of which that is known already
 */
export const withFirstCounts = async (
  tables: VocabularyTables,
  first: KeyedLists,
  counted: readonly WordRunTables[] = []
): Promise<VocabularyTables> => {
  const known = new Set(counted.map(({ sorted }) => sorted))
  const runs: WordRunTables[] = []
  for (const run of Object.values(tables.runs))
    runs.push(known.has(run.sorted) ? run : { ...run, firstCounts: await countsIn(first, run.sorted) })
  return { ...tables, runs: Object.fromEntries(runs.entries()) }
}

const countsIn = async (first: KeyedLists, words: Uint32Array): Promise<Uint32Array> => {
  const counts = sharedColumn(Uint32Array, words.length)
  const slices = new Slices()
  for (let i = 0; i < words.length; i++) {
    counts[i] = lengthOfKey(first, words[i]!)
    if (i % STEPS === 0 && slices.isOver) await slices.next()
  }
  return counts
}
