import { articleAt, caseAt, type PositionTables } from './positions/positions.js'
import type { WordPositions } from './positions/word-positions.js'
import type { FieldLengths } from './postings/impacts.js'
import type { PostingKey, Postings } from './postings/postings.js'
import { removedCounts, type RemovedTables } from './removed.js'
import type { CountedWords } from './words/prefix-words.js'
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
  /** By place: how many tokens are each of some words. A letter begins tens of thousands. */
  wordFrequencies(words: CountedWords): Uint32Array
  /** About how often a word is written in which way. */
  casesOf(word: WordId): CaseCounts
  /** About how many times a word of `firsts` stands directly before one of `seconds`. */
  pairFrequency(firsts: ReadonlySet<WordId>, seconds: ReadonlySet<WordId>): number
}

/** Occurrences by `CASES`. */
export type CaseCounts = readonly [small: number, capital: number, capitals: number]

/** Occurrences of a word that are looked at for how it is written. */
const CASE_SAMPLE = 5000
/** Places looked at to tell how frequent a pair is. */
const PAIR_SAMPLE = 500

/** What the statistics of a segment are read from. */
interface Counted {
  readonly positions: PositionTables
  readonly wordPositions: WordPositions
  readonly postings: Postings
  readonly removed: RemovedTables
  readonly isRemoved: (article: number) => boolean
}

/** The statistics of one segment, without what was taken out. */
export const segmentStatistics = (counted: Counted): Statistics => {
  const { positions, wordPositions, postings } = counted
  const removed = removedCounts(counted.removed)
  const all = fieldTokens(positions)
  const wordFrequency = (word: WordId): number => wordPositions.count(word) - removed.occurrences(word)
  return {
    articles: positions.text.length - removed.articles,
    tokens: { title: all.title - removed.tokens.title, text: all.text - removed.tokens.text },
    documentFrequency: (key) => postings.count(key) - removed.documents(key),
    wordFrequency,
    wordFrequencies: ({ words, firstCounts }) => {
      if (firstCounts === undefined) return words.map(wordFrequency)
      // The counts lie side by side, while those of the words by their numbers are all over the memory.
      const frequencies = firstCounts.slice()
      for (let i = 0; i < words.length; i++) {
        const word = words[i]!
        if (wordPositions.isInLater(word) || removed.hasWord(word)) frequencies[i] = wordFrequency(word)
      }
      return frequencies
    },
    casesOf: (word) => countCases(counted, word),
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
      return rarer * pairShare(counted, pair)
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
    wordFrequencies: ({ words }) => words.map((word) => sum((part) => part.wordFrequency(word))),
    casesOf: (word) => {
      const counts = parts.map((part) => part.casesOf(word))
      return [0, 1, 2].map((written) =>
        counts.reduce((total, one) => total + one[written]!, 0)
      ) as unknown as CaseCounts
    },
    pairFrequency: (firsts, seconds) => sum((part) => part.pairFrequency(firsts, seconds))
  }
}

const countCases = ({ positions, wordPositions }: Counted, word: WordId): CaseCounts => {
  const counts: [number, number, number] = [0, 0, 0]
  let left = CASE_SAMPLE
  for (const list of wordPositions.lists(word)) {
    const some = list.subarray(0, left)
    for (const position of some) counts[caseAt(positions, position)]!++
    left -= some.length
  }
  return counts
}

/** Average lengths of the fields, in tokens. */
export const averageLengths = ({
  articles,
  tokens
}: Pick<Statistics, 'articles' | 'tokens'>): FieldLengths => ({
  title: tokens.title / Math.max(1, articles),
  text: tokens.text / Math.max(1, articles)
})

/** Tokens of all articles. */
export const fieldTokens = ({ first, text }: PositionTables): FieldLengths => {
  const tokens = { title: 0, text: 0 }
  for (let article = 0; article < text.length; article++) {
    tokens.title += text[article]! - first[article]!
    tokens.text += first[article + 1]! - text[article]!
  }
  return tokens
}

/** Words, and those that are looked for one position after (1) or before (-1) each of them. */
interface Pair {
  readonly words: ReadonlySet<WordId>
  readonly others: ReadonlySet<WordId>
  readonly step: 1 | -1
}

/** The share of the places of `words` that have one of `others` at `step` from them, by a sample of the places. */
const pairShare = (
  { positions, wordPositions, removed, isRemoved }: Counted,
  { words, others, step }: Pair
): number => {
  const lists = [...words].flatMap((word) => wordPositions.lists(word))
  const places = lists.reduce((sum, list) => sum + list.length, 0)
  const stride = Math.max(1, places / PAIR_SAMPLE)
  const hasRemoved = removed.articles.length > 0
  let [before, next, read, found] = [0, 0, 0, 0]
  for (const list of lists) {
    for (; next < before + list.length; next += stride) {
      const place = list[Math.floor(next - before)]!
      if (hasRemoved && isRemoved(articleAt(positions, place))) continue
      read++
      if (others.has(positions.words[place + step]!)) found++
    }
    before += list.length
  }
  return read === 0 ? 0 : found / read
}
