import type { Field } from '../../segment/field.js'
import type { Reader } from '../../segment/generation.js'
import {
  articleFrom,
  caseAt,
  CASES,
  positionsOf,
  type PositionTables
} from '../../segment/positions/positions.js'
import { LOOK_UP, occurrencesOf } from '../../segment/positions/word-positions.js'
import type { WordId } from '../../segment/words/vocabulary-tables.js'
import { Bitset } from '../../structures/bitset.js'
import { BloomFilter } from '../../structures/bloom-filter.js'
import type { WordClause } from '../clause.js'

type Wanted = NonNullable<WordClause['among']>

/**
 * Those of some articles that hold one of the words, in its field and written as it must be. Rare words are looked up
 * where they stand, and others looked for in the articles, whichever is less work.
 */
export const articlesWithWords = (
  { segment: { positions, wordPositions } }: Pick<Reader, 'segment'>,
  wanted: Wanted,
  articles: Bitset
): Bitset => {
  if (occurrencesOf(wordPositions, wanted.words) * LOOK_UP > tokensOf(positions, articles, wanted.field))
    return keep(articles.copy(), articleReader(positions, wanted))
  const found = new Bitset(articles.size)
  const walk = listWalker(positions, wanted, { articles, found })
  for (const word of wanted.words) for (const list of wordPositions.lists(word)) walk(word, list)
  return found
}

/** Walks along the positions of a word, which ascend, and adds those of `articles` that they are in to `found`. */
const listWalker = (
  positions: PositionTables,
  wanted: Wanted,
  { articles, found }: { readonly articles: Bitset; readonly found: Bitset }
): ((word: WordId, list: Uint32Array) => void) => {
  const { first, text } = positions
  const { field, cases } = wanted
  const isMeant = occurrenceTest(positions, wanted)
  return (word, list) => {
    let [article, end] = [0, 0]
    for (const position of list) {
      if (position < end) continue
      article = articleFrom(first, article, position)
      const isOpen = articles.has(article) && !found.has(article)
      if (isOpen && field !== undefined && (field === 'title') !== position < text[article]!) continue
      if (isOpen && cases !== undefined && !isMeant(word, position)) continue
      if (isOpen) found.add(article)
      end = first[article + 1]!
    }
  }
}

/** Has an article one of the words? */
const articleReader = (positions: PositionTables, wanted: Wanted): ((article: number) => boolean) => {
  const isMeant = occurrenceTest(positions, wanted)
  const filter = new BloomFilter(wanted.words.size)
  for (const word of wanted.words) filter.add(word)
  return (article) => {
    const [from, to] = positionsOf(positions, article, wanted.field)
    for (let position = from; position < to; position++) {
      const word = positions.words[position]!
      if (filter.bitsOf(word) !== 0 && wanted.words.has(word) && isMeant(word, position)) return true
    }
    return false
  }
}

/** Is one of the words written as it must be? */
const occurrenceTest =
  (positions: PositionTables, { cases }: Wanted): ((word: WordId, position: number) => boolean) =>
  (word, position) =>
    caseAt(positions, position) >= (cases?.get(word) ?? CASES.small)

/** How many words some articles have, in a field if one is given. */
export const tokensOf = (positions: PositionTables, articles: Bitset, field?: Field): number => {
  const { first, text } = positions
  const from = field === 'text' ? text : first
  let tokens = 0
  articles.forEach((article) => {
    tokens += (field === 'title' ? text[article]! : first[article + 1]!) - from[article]!
  })
  return tokens
}

/** Takes out of a set what `holds` does not hold for. */
export const keep = (set: Bitset, holds: (article: number) => boolean): Bitset => {
  for (const article of set.toArray()) if (!holds(article)) set.delete(article)
  return set
}
