import type { Models } from '../../../analysis/models.js'
import { indexedForms } from '../../../segment/words/vocabulary-builder.js'
import { LEAST_SIMILAR } from '../../../segment/words/vocabulary.js'
import { columns } from '../connection/columns.js'
import { groupsOf } from '../connection/groups.js'
import { WORDS } from '../layout/token-names.js'
import { pairQuery, PAIR_SAMPLE } from '../queries/token-query.js'
import { spellingsOf, termsOf } from '../layout/word-document.js'

/** By what words are found. */
export type WordsBy = 'word' | 'terms' | 'spellings' | 'prefix' | 'folded' | NearBy

/** One or two edits from a word, or from a term of it. */
export type NearBy = `${'near' | 'lemma'}${1 | 2}`

/** What can be looked up in a state of the cluster, with the same answer each time. */
export type LookupRequest =
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

/** The key of its answer in the cache. */
export const requestKey = (request: LookupRequest): string => {
  switch (request.kind) {
    case 'words':
      return `${request.by}:${request.value}`
    case 'count':
      return `${request.field}#${request.value}`
    case 'any':
      return `any#${request.words.join(' ')}`
    case 'similar':
      return `similar:${request.word}`
    case 'grams':
      return `grams#${request.value ?? ''}`
    case 'pair':
      return `${request.firsts.join(' ')}|${request.seconds.join(' ')}`
  }
}

/** A request with its key. */
export type KeyedRequest = readonly [key: string, request: LookupRequest]

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

/** A search of the index of words, and the requests that it answers. */
interface WordSearch {
  readonly requests: readonly KeyedRequest[]
  readonly body: Readonly<Record<string, unknown>>
}

/** The searches that answer requests for words; requests of one kind share searches. */
export const wordSearches = (requests: readonly KeyedRequest[]): WordSearch[] => {
  const byKind = new Map<WordsBy, KeyedRequest[]>()
  const similar: WordSearch[] = []
  for (const keyed of requests) {
    const [, request] = keyed
    if (request.kind === 'words') byKind.set(request.by, [...(byKind.get(request.by) ?? []), keyed])
    else if (request.kind === 'similar') similar.push({ requests: [keyed], body: similarBody(request.grams) })
  }
  const found = [...byKind].flatMap(([by, keyed]) =>
    groupsOf(keyed, TOGETHER[by] ?? 1).map((requests) => ({
      requests,
      body: wordsBody(by, valuesOf(requests))
    }))
  )
  return [...found, ...similar]
}

/** The values of requests. */
const valuesOf = (requests: readonly KeyedRequest[]): string[] =>
  requests.map(([, request]) => (request as { value: string }).value)

const wordsBody = (by: WordsBy, values: readonly string[]): Record<string, unknown> => ({
  size: Math.min(10_000, MOST_WORDS[by] * values.length),
  ...WORD_ALONE,
  track_total_hits: false,
  query: wordsQuery(by, values)
})

/** The other fields of its document follow from our analysis. */
const WORD_ALONE = columns('word')

/** The words that have at least `LEAST_SIMILAR` of a word's grams, by their idf. */
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

/** Is a word that a search found for several requests an answer to this one? */
export const isFoundBy = (word: string, request: LookupRequest, models: Models): boolean => {
  if (request.kind !== 'words') return true
  if (request.by === 'word') return word === request.value
  if (request.by !== 'terms' && request.by !== 'spellings') return true
  const forms = indexedForms(models.analyze(word))
  return (request.by === 'terms' ? termsOf(forms) : spellingsOf(word, forms)).includes(request.value)
}

/** The search whose total, or whose aggregations, answer what is counted. */
export const countBody = (request: LookupRequest): Record<string, unknown> => {
  const counted = (query: object): Record<string, unknown> => ({ size: 0, track_total_hits: true, query })
  if (request.kind === 'count')
    return counted({ bool: { filter: [{ term: { [request.field]: request.value } }] } })
  if (request.kind === 'any')
    return counted({ bool: { filter: [{ terms: { words: request.words.map(WORDS.any) } }] } })
  if (request.kind === 'grams')
    return counted(request.value === undefined ? { match_all: {} } : { term: { grams: request.value } })
  if (request.kind !== 'pair') throw new TypeError('Words are not counted.')
  const rarer = request[request.rarer].map(WORDS.any)
  return {
    size: 0,
    track_total_hits: true,
    terminate_after: PAIR_SAMPLE,
    query: { bool: { filter: [{ terms: { words: rarer } }] } },
    aggs: {
      read: { value_count: { field: 'id' } },
      pairs: { filter: pairQuery(request.firsts, request.seconds) }
    }
  }
}

/** Articles that have any of some rare values, at most, of each shard. */
const MOST_RARE = 1000

/** Counts several values in one search, which looks at each article that has any of them. */
export const rareCountsBody = (requests: readonly LookupRequest[]): Record<string, unknown> => {
  const terms = requests.flatMap((request) =>
    request.kind === 'count' ? { term: { [request.field]: request.value } } : []
  )
  return {
    size: 0,
    track_total_hits: false,
    terminate_after: MOST_RARE,
    query: { bool: { filter: [{ bool: { should: terms, minimum_should_match: 1 } }] } },
    aggs: { rare: { filters: { filters: terms } } }
  }
}
