import { countByKey, countOf, sumCounts, type KeyCounts } from '../structures/key-counts.js'
import { sharedColumn } from '../structures/tables.js'
import type { PositionTables } from './positions/positions.js'
import { hasCapitalInside, positionsOf } from './positions/positions.js'
import { postingKeys, type WordTerms } from './postings/impacts.js'
import type { FieldLengths } from './postings/impacts.js'

/** Articles that were taken out, and how often what they hold is counted in the lists, which still have them. */
export interface RemovedTables {
  /** Their numbers, ascending. */
  readonly articles: Uint32Array
  /** By postings key: how many of them stand under it. */
  readonly keys: KeyCounts
  /** By word: how many of their tokens are it. */
  readonly words: KeyCounts
  /** By word: how many of these have a capital though they do not begin a sentence. */
  readonly capitals: KeyCounts
  /** Their tokens in titles and in texts. */
  readonly tokens: Float64Array
}

/** None. */
export const noneRemoved = (): RemovedTables => ({
  articles: sharedColumn(Uint32Array, 0),
  keys: countByKey([]),
  words: countByKey([]),
  capitals: countByKey([]),
  tokens: sharedColumn(Float64Array, 2)
})

/** Some more articles. @param articles that are there, each once */
export const removedWith = (
  removed: RemovedTables,
  articles: readonly number[],
  { positions, words }: { readonly positions: PositionTables; readonly words: WordTerms }
): RemovedTables => {
  const keys: number[] = []
  const tokens: number[] = []
  const capitals: number[] = []
  const lengths = removed.tokens.slice()
  for (const article of articles) {
    const [from, to] = positionsOf(positions, article)
    const own = positions.words.subarray(from, to)
    keys.push(...postingKeys(own, words))
    for (let position = from; position < to; position++) {
      tokens.push(positions.words[position]!)
      if (hasCapitalInside(positions, position)) capitals.push(positions.words[position]!)
    }
    lengths[0]! += positions.text[article]! - from
    lengths[1]! += to - positions.text[article]!
  }
  return {
    articles: Uint32Array.from([...removed.articles, ...articles]).sort(),
    keys: sumCounts(removed.keys, countByKey(keys)),
    words: sumCounts(removed.words, countByKey(tokens)),
    capitals: sumCounts(removed.capitals, countByKey(capitals)),
    tokens: lengths
  }
}

/** What removed articles take away from the statistics of a segment. */
export const removedCounts = ({ keys, words, capitals, tokens, articles }: RemovedTables) => ({
  articles: articles.length,
  tokens: { title: tokens[0]!, text: tokens[1]! } satisfies FieldLengths,
  documents: (key: number): number => countOf(keys, key),
  occurrences: (word: number): number => countOf(words, word),
  capitals: (word: number): number => countOf(capitals, word)
})
