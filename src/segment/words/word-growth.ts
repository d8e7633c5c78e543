import type { Models } from '../../analysis/models.js'
import type { Statistics } from '../statistics.js'
import type { VocabularyTables, WordRunTables } from './vocabulary-tables.js'
import { Vocabulary } from './vocabulary.js'
import { buildWordRun, type WordForms } from './word-run.js'

/** A run of fewer words than this many times those of the next one is joined with it. */
const JOIN_FACTOR = 4
/** Words in a run that is made of others. */
const LARGEST_JOINED = 20_000

/**
 * The same words with fewer runs: the last ones are joined as long as one is not much larger than the next. The first
 * run stays as it is.
 */
export const joinedWordRuns = async (
  tables: VocabularyTables,
  models: Models,
  statistics: Pick<Statistics, 'wordFrequency'>
): Promise<VocabularyTables> => {
  const runs = Object.values(tables.runs)
  let first = runs.length - 1
  const sizeFrom = (run: number): number => runs.at(-1)!.range[1]! - runs[run]!.range[0]!
  while (
    first > 1 &&
    sizeFrom(first - 1) - sizeFrom(first) < JOIN_FACTOR * sizeFrom(first) &&
    sizeFrom(first - 1) <= LARGEST_JOINED
  )
    first--
  if (first === runs.length - 1) return tables
  const [word, , term] = runs[first]!.range as unknown as [number, number, number, number]
  const joined = await buildWordRun(formsOf(tables, models, statistics), { word, term })
  const kept: readonly WordRunTables[] = runs.slice(0, first)
  return { ...tables, runs: Object.fromEntries([...kept, joined].entries()) }
}

const formsOf = (
  tables: VocabularyTables,
  models: Models,
  statistics: Pick<Statistics, 'wordFrequency'>
): WordForms => {
  const vocabulary = new Vocabulary(tables, models)
  return {
    wordCount: vocabulary.wordCount,
    termCount: vocabulary.termCount,
    word: (id) => vocabulary.word(id),
    term: (id) => vocabulary.term(id),
    termOf: (word) => vocabulary.termOf(word),
    forEachTerm: (word, visit) => {
      vocabulary.forEachTerm(word, visit)
    },
    forEachPart: (word, visit) => {
      vocabulary.forEachPart(word, visit)
    },
    frequency: (word) => statistics.wordFrequency(word)
  }
}
