import { listAt } from '../structures/lists.js'
import { positionsOf, type PositionTables } from './positions/positions.js'
import type { FieldLengths } from './postings/impacts.js'
import type { PostingKey, Postings } from './postings/postings.js'
import type { WordId } from './words/vocabulary-tables.js'

/**
 * How frequent things are in the articles that are searched, wherever they stand: what idf and lengths are relative
 * to. Of one segment, of several together (`sumStatistics`), or of a cluster.
 */
export interface Statistics {
  readonly articles: number
  /** Tokens of each field in all articles. */
  readonly tokens: FieldLengths
  /** How many articles stand under a postings key. */
  documentFrequency(key: PostingKey): number
  /** How many tokens are this word. */
  wordFrequency(word: WordId): number
  /** About how many times a word of `firsts` stands directly before one of `seconds`. */
  pairFrequency(firsts: ReadonlySet<WordId>, seconds: ReadonlySet<WordId>): number
}

/** Places looked at to tell how frequent a pair is. */
const PAIR_SAMPLE = 500

/** The statistics of one segment. @param articles how many it has, without removed ones */
export const segmentStatistics = (
  positions: PositionTables,
  postings: Postings,
  articles: number
): Statistics => {
  const wordFrequency = (word: WordId): number => positionsOfWord(positions, word).length
  return {
    articles,
    tokens: fieldTokens(positions),
    documentFrequency: (key) => postings.count(key),
    wordFrequency,
    pairFrequency: (firsts, seconds) => {
      const [first, second] = [firsts, seconds].map((words) =>
        [...words].reduce((sum, word) => sum + wordFrequency(word), 0)
      ) as [number, number]
      const rarer = Math.min(first, second)
      if (rarer === 0) return 0
      const pair =
        first < second
          ? ({ words: firsts, others: seconds, step: 1 } as const)
          : ({ words: seconds, others: firsts, step: -1 } as const)
      return rarer * pairShare(positions, pair, rarer)
    }
  }
}

/** The statistics of several segments together. */
export const sumStatistics = (parts: readonly Statistics[]): Statistics => {
  const [only, ...others] = parts
  if (only !== undefined && others.length === 0) return only
  const sum = (valueOf: (part: Statistics) => number): number =>
    parts.reduce((total, part) => total + valueOf(part), 0)
  return {
    articles: sum(({ articles }) => articles),
    tokens: { title: sum(({ tokens }) => tokens.title), text: sum(({ tokens }) => tokens.text) },
    documentFrequency: (key) => sum((part) => part.documentFrequency(key)),
    wordFrequency: (word) => sum((part) => part.wordFrequency(word)),
    pairFrequency: (firsts, seconds) => sum((part) => part.pairFrequency(firsts, seconds))
  }
}

/** Average lengths of the fields, in tokens. */
export const averageLengths = ({
  articles,
  tokens
}: Pick<Statistics, 'articles' | 'tokens'>): FieldLengths => ({
  title: tokens.title / Math.max(1, articles),
  text: tokens.text / Math.max(1, articles)
})

const fieldTokens = (positions: PositionTables): FieldLengths => {
  const tokens = { title: 0, text: 0 }
  for (let article = 0; article < positions.text.length; article++) {
    for (const field of ['title', 'text'] as const) {
      const [from, to] = positionsOf(positions, article, field)
      tokens[field] += to - from
    }
  }
  return tokens
}

/** None for a word that came after the segment was sealed. */
const positionsOfWord = ({ positions }: PositionTables, word: WordId): Uint32Array => listAt(positions, word)

/** Words, and those that are looked for one position after (1) or before (-1) each of them. */
interface Pair {
  readonly words: ReadonlySet<WordId>
  readonly others: ReadonlySet<WordId>
  readonly step: 1 | -1
}

/** The share of the places of `words` that have one of `others` at `step` from them, by a sample of `count` places. */
const pairShare = (positions: PositionTables, { words, others, step }: Pair, count: number): number => {
  const stride = Math.max(1, count / PAIR_SAMPLE)
  let [before, next, read, found] = [0, 0, 0, 0]
  for (const word of words) {
    const places = positionsOfWord(positions, word)
    for (; next < before + places.length; next += stride, read++)
      if (others.has(positions.words[places[Math.floor(next - before)]! + step]!)) found++
    before += places.length
  }
  return found / read
}
