import type { Models } from '../../analysis/models.js'
import { indexedForms } from '../../segment/words/vocabulary-builder.js'
import { LEAST_SIMILAR } from '../../segment/words/vocabulary.js'
import { columns } from './columns.js'
import { groupsOf } from './groups.js'
import { WORDS } from './token-names.js'
import { pairQuery, PAIR_SAMPLE } from './token-query.js'
import { spellingsOf, termsOf } from './word-document.js'

/** By what words are found. */
export type WordsBy = 'word' | 'terms' | 'spellings' | 'prefix' | 'folded' | NearBy

/** One or two edits from a word, or from a term of it. */
export type NearBy = `${'near' | 'lemma'}${1 | 2}`

/** What can be asked of a state of the cluster; the answer is the same however often it is asked. */
export type Ask =
  | { readonly kind: 'words'; readonly by: WordsBy; readonly value: string }
  /** Articles with one of the `keys`, or of the `words`. */
  | {
      readonly kind: 'count'
      readonly field: 'keys' | 'words'
      readonly value: string
      /** Few have it, or none: it is counted together with others. */
      readonly isRare?: boolean
    }
  /** Articles with any of some words. */
  | { readonly kind: 'any'; readonly words: readonly string[] }
  /** The words that have the most of a word's grams. */
  | {
      readonly kind: 'similar'
      readonly word: string
      readonly grams: readonly (readonly [number, number])[]
    }
  /** Words with a gram; without one, all. */
  | { readonly kind: 'grams'; readonly value?: string }
  /** The share of articles with `rarer` words where one of `firsts` stands before one of `seconds`. */
  | {
      readonly kind: 'pair'
      readonly firsts: readonly string[]
      readonly seconds: readonly string[]
      readonly rarer: 'firsts' | 'seconds'
    }

/** What the answer to a question is remembered under. */
export const keyOf = (ask: Ask): string => {
  switch (ask.kind) {
    case 'words':
      return `${ask.by}:${ask.value}`
    case 'count':
      return `${ask.field}#${ask.value}`
    case 'any':
      return `any#${ask.words.join(' ')}`
    case 'similar':
      return `similar:${ask.word}`
    case 'grams':
      return `grams#${ask.value ?? ''}`
    case 'pair':
      return `${ask.firsts.join(' ')}|${ask.seconds.join(' ')}`
  }
}

/** A question with its key. */
export type Noted = readonly [key: string, ask: Ask]

/** Words that are found so, at most. */
export const MOST_WORDS = {
  word: 1,
  terms: 300,
  spellings: 100,
  prefix: 2000,
  folded: 2000,
  near1: 100,
  near2: 200,
  lemma1: 100,
  lemma2: 200
}
const MOST_SIMILAR = 500
/** Values of each kind that are looked up together. */
const TOGETHER: Partial<Record<WordsBy, number>> = { word: 500, terms: 20, spellings: 20 }

/** A search among the words, and the questions that it answers. */
interface WordSearch {
  readonly asks: readonly Noted[]
  readonly body: Readonly<Record<string, unknown>>
}

/** The searches that answer questions for words; those that are alike are asked together. */
export const wordSearches = (asks: readonly Noted[]): WordSearch[] => {
  const byKind = new Map<WordsBy, Noted[]>()
  const similar: WordSearch[] = []
  for (const noted of asks) {
    const [, ask] = noted
    if (ask.kind === 'words') byKind.set(ask.by, [...(byKind.get(ask.by) ?? []), noted])
    else if (ask.kind === 'similar') similar.push({ asks: [noted], body: similarBody(ask.grams) })
  }
  const found = [...byKind].flatMap(([by, noted]) =>
    groupsOf(noted, TOGETHER[by] ?? 1).map((asks) => ({ asks, body: wordsBody(by, valuesOf(asks)) }))
  )
  return [...found, ...similar]
}

/** What is asked for by a value each. */
const valuesOf = (asks: readonly Noted[]): string[] => asks.map(([, ask]) => (ask as { value: string }).value)

const wordsBody = (by: WordsBy, values: readonly string[]): Record<string, unknown> => ({
  size: Math.min(10_000, MOST_WORDS[by] * values.length),
  ...WORD_ALONE,
  track_total_hits: false,
  query: wordsQuery(by, values)
})

/** The rest of its document is what our analysis says of it. */
const WORD_ALONE = columns('word')

/** The words that have at least `LEAST_SIMILAR` of a word's grams, by what they tell. */
const similarBody = (grams: readonly (readonly [gram: number, idf: number])[]): Record<string, unknown> => {
  const least = 0.999 * LEAST_SIMILAR * grams.reduce((sum, [, idf]) => sum + idf, 0)
  return {
    size: MOST_SIMILAR,
    ...WORD_ALONE,
    track_total_hits: false,
    min_score: least,
    query: {
      bool: {
        should: grams.map(([gram, boost]) => ({
          constant_score: { filter: { term: { grams: String(gram) } }, boost }
        })),
        minimum_should_match: fewest(grams, least)
      }
    }
  }
}

/** A word with fewer grams has too little of them, whichever they are: the cluster passes it by. */
const fewest = (grams: readonly (readonly [gram: number, idf: number])[], least: number): number => {
  const sorted = grams.map(([, idf]) => idf).sort((a, b) => b - a)
  let sum = 0
  return sorted.findIndex((idf) => (sum += idf) >= least) + 1
}

const wordsQuery = (by: WordsBy, values: readonly string[]): object => {
  const [value] = values
  switch (by) {
    case 'word':
    case 'terms':
    case 'spellings':
      return { bool: { filter: [{ terms: { [by]: values } }] } }
    case 'prefix':
      return { prefix: { word: { value } } }
    case 'folded':
      return { prefix: { folded: { value } } }
    case 'near1':
    case 'near2':
    case 'lemma1':
    case 'lemma2': {
      const field = by.startsWith('near') ? 'word' : 'terms'
      const fuzziness = by.endsWith('1') ? 1 : 2
      return { fuzzy: { [field]: { value, fuzziness, prefix_length: 0, max_expansions: MOST_WORDS[by] } } }
    }
  }
}

/** Of what a search has found for several questions: is it an answer to this one? */
export const isFoundBy = (word: string, ask: Ask, models: Models): boolean => {
  if (ask.kind !== 'words') return true
  if (ask.by === 'word') return word === ask.value
  if (ask.by !== 'terms' && ask.by !== 'spellings') return true
  const forms = indexedForms(models.analyze(word))
  return (ask.by === 'terms' ? termsOf(forms) : spellingsOf(word, forms)).includes(ask.value)
}

/** The search whose total, or whose aggregations, answer what is counted. */
export const countBody = (ask: Ask): Record<string, unknown> => {
  const counted = (query: object): Record<string, unknown> => ({ size: 0, track_total_hits: true, query })
  if (ask.kind === 'count') return counted({ bool: { filter: [{ term: { [ask.field]: ask.value } }] } })
  if (ask.kind === 'any')
    return counted({ bool: { filter: [{ terms: { words: ask.words.map(WORDS.any) } }] } })
  if (ask.kind === 'grams')
    return counted(ask.value === undefined ? { match_all: {} } : { term: { grams: ask.value } })
  if (ask.kind !== 'pair') throw new TypeError('Words are not counted.')
  const rarer = ask[ask.rarer].map(WORDS.any)
  return {
    size: 0,
    track_total_hits: true,
    terminate_after: PAIR_SAMPLE,
    query: { bool: { filter: [{ terms: { words: rarer } }] } },
    aggs: {
      read: { value_count: { field: 'id' } },
      pairs: { filter: pairQuery(ask.firsts, ask.seconds) }
    }
  }
}

/** Articles that have any of some rare values, at most, of each shard. */
const MOST_RARE = 1000

/** Counts several values in one search, which looks at each article that has any of them. */
export const rareCountsBody = (asks: readonly Ask[]): Record<string, unknown> => {
  const terms = asks.flatMap((ask) => (ask.kind === 'count' ? { term: { [ask.field]: ask.value } } : []))
  return {
    size: 0,
    track_total_hits: false,
    terminate_after: MOST_RARE,
    query: { bool: { filter: [{ bool: { should: terms, minimum_should_match: 1 } }] } },
    aggs: { rare: { filters: { filters: terms } } }
  }
}
