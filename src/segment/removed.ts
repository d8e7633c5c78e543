import { anyHasKey } from '../structures/any-has-key.js'
import { countOf, KeyCounter, noCounts, sumCounts, type KeyCounts } from '../structures/key-counts.js'
import { Slices } from '../structures/slices.js'
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
  keys: noCounts(),
  words: noCounts(),
  capitals: noCounts(),
  tokens: sharedColumn(Float64Array, 2)
})

/** Some more articles. Lets other work run meanwhile. @param articles that are there, each once */
export const removedWith = async (
  removed: RemovedTables,
  articles: readonly number[],
  { positions, words }: { readonly positions: PositionTables; readonly words: WordTerms }
): Promise<RemovedTables> => {
  const counters = { keys: new KeyCounter(), words: new KeyCounter(), capitals: new KeyCounter() }
  const lengths = removed.tokens.slice()
  const slices = new Slices()
  for (const article of articles) {
    if (slices.isOver) await slices.next()
    const [from, to] = positionsOf(positions, article)
    for (const key of postingKeys(positions.words.subarray(from, to), words)) counters.keys.add(key)
    for (let position = from; position < to; position++) {
      counters.words.add(positions.words[position]!)
      if (hasCapitalInside(positions, position)) counters.capitals.add(positions.words[position]!)
    }
    lengths[0]! += positions.text[article]! - from
    lengths[1]! += to - positions.text[article]!
  }
  const sum = async (name: keyof typeof counters): Promise<KeyCounts> => {
    if (slices.isOver) await slices.next()
    return sumCounts(removed[name], counters[name].finish())
  }
  return {
    articles: Uint32Array.from([...removed.articles, ...articles]).sort(),
    keys: await sum('keys'),
    words: await sum('words'),
    capitals: await sum('capitals'),
    tokens: lengths
  }
}

/** What removed articles take away from the statistics of a segment. Most words and keys are in none of them. */
export const removedCounts = ({ keys, words, capitals, tokens, articles }: RemovedTables) => {
  const [hasKey, hasWord] = [anyHasKey([keys.keys]), anyHasKey([words.keys])]
  return {
    articles: articles.length,
    tokens: { title: tokens[0]!, text: tokens[1]! } satisfies FieldLengths,
    documents: (key: number): number => (hasKey(key) ? countOf(keys, key) : 0),
    hasWord,
    occurrences: (word: number): number => (hasWord(word) ? countOf(words, word) : 0),
    capitals: (word: number): number => countOf(capitals, word)
  }
}
