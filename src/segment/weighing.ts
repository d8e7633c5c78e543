import { joinedKeyedLists } from '../structures/append.js'
import type { FieldLengths } from './postings/impacts.js'
import { indexRange, rangesOf, type IndexSource } from './postings/index-articles.js'
import { joinedPostings, type PostingTables } from './postings/sealed-postings.js'
import { positionsOfAll } from './positions/word-positions.js'
import { removedCounts } from './removed.js'
import type { SegmentTables } from './segment.js'
import { averageLengths, fieldTokens } from './statistics.js'

/** Impacts of fewer tokens are computed anew when the average lengths change. */
const FEW_TOKENS = 50_000

/** A share of the average lengths; impacts that are relative to lengths further off are worn. */
const MOST_OFF = 0.02

type Weighed = Pick<SegmentTables, 'positions' | 'removed' | 'averages'>

/** The average lengths of the articles that are there. */
const lengthsOf = ({ positions, removed }: Weighed): FieldLengths => {
  const [all, gone] = [fieldTokens(positions), removedCounts(removed)]
  return averageLengths({
    articles: positions.text.length - gone.articles,
    tokens: { title: all.title - gone.tokens.title, text: all.text - gone.tokens.text }
  })
}

/** Are the average lengths that impacts are relative to no longer about those of the articles? */
export const isWeighedOff = (tables: Weighed): boolean => {
  const { title, text } = lengthsOf(tables)
  const isOff = (then: number, now: number): boolean =>
    Math.abs(then - now) > MOST_OFF * Math.max(1, then, now)
  return isOff(tables.averages[0]!, title) || isOff(tables.averages[1]!, text)
}

/**
 * A segment of few tokens with its impacts relative to the average lengths that it has now: of five articles one more
 * changes them much. A larger one as it is. Lets other work run meanwhile.
 *
 * @param most with fewer tokens, counting articles that were taken out too
 */
export const weighedAnew = async (
  tables: SegmentTables,
  words: IndexSource['words'] & { readonly wordCount: number; readonly termCount: number },
  most = FEW_TOKENS
): Promise<SegmentTables> => {
  const { positions } = tables
  const averages = lengthsOf(tables)
  const isAsBefore = tables.averages[0] === averages.title && tables.averages[1] === averages.text
  if (positions.words.length >= most || isAsBefore) return tables
  const ranges: PostingTables[] = []
  for (const range of rangesOf(positions.text.length))
    ranges.push(await indexRange({ positions, averages, words }, range))
  return {
    ...tables,
    averages: Float64Array.of(averages.title, averages.text),
    runs: {
      0: {
        postings: await joinedPostings(ranges, 2 * words.termCount),
        positions: await positionsOfAll(positions.words, words.wordCount),
        aliases: await joinedKeyedLists(Object.values(tables.runs).map((run) => run.aliases))
      }
    }
  }
}
