import { LRUCache } from 'lru-cache'
import type { Cluster, SearchBody } from './cluster.js'
import { keyName, WORDS } from './names.js'
import { pairQuery, PAIR_SAMPLE } from './token-query.js'
import type { WordDocument } from './word-document.js'

/** By what words are found. */
export type WordsBy = 'word' | 'terms' | 'spellings' | 'prefix' | 'folded' | 'near1' | 'near2'

/** What can be asked of a state of the cluster; the answer is the same however often it is asked. */
type Ask =
  | { readonly kind: 'words'; readonly by: WordsBy; readonly value: string }
  /** Articles with one of the `keys`, or the `words`. */
  | { readonly kind: 'count'; readonly field: 'keys' | 'words'; readonly value: string }
  /** The share of articles with `rarer` words where one of `firsts` stands before one of `seconds`. */
  | {
      readonly kind: 'pair'
      readonly firsts: readonly string[]
      readonly seconds: readonly string[]
      readonly rarer: 'firsts' | 'seconds'
    }

/** What is remembered of one generation, answers of all queries. */
export type Memory = LRUCache<string, object>

const REMEMBERED = 50_000

export const createMemory = (): Memory => new LRUCache({ max: REMEMBERED })

/** Words of a term, or with a beginning, at most. */
const MOST_WORDS = { word: 1, terms: 300, spellings: 100, prefix: 2000, folded: 2000, near1: 100, near2: 200 }
/** Values in one query. */
const MOST_VALUES = 500

/** Where a state of the cluster is read. */
export interface LookupSource {
  readonly cluster: Cluster
  /** The index of words. */
  readonly words: string
  /** What stands for the articles in a search: their point in time. */
  readonly articles: Readonly<Record<string, unknown>>
  readonly memory: Memory
}

/**
 * What one query needs to know of the collection's words. It is asked for while the query is planned, and answered
 * between two plannings: what is not known yet is noted and counts as nothing. Once nothing is noted, the plan is
 * right.
 */
export class Lookup {
  private readonly known = new Map<string, object>()
  private readonly noted = new Map<string, Ask>()
  private readonly asked: Ask[] = []
  /** Has it come to know something since it was last told of? */
  private hasLearnt = false

  constructor(private readonly source: LookupSource) {}

  /** The words that are found so; undefined where that is not known yet. */
  words(by: WordsBy, value: string): readonly string[] | undefined {
    return (this.answer({ kind: 'words', by, value }) as { words: readonly string[] } | undefined)?.words
  }

  /** Has a word the term, or a part of one? False too where that is not known yet. */
  hasTerm(term: string): boolean {
    const words = this.words('terms', term)
    if (words === undefined) return false
    if (words.length > 0) return true
    const counts = [this.articlesUnder(term, false), this.articlesUnder(term, true)]
    return counts.some((count = 0) => count > 0)
  }

  /** Articles under a term, or a term as a part of compounds. */
  articlesUnder(term: string, isPart: boolean): number | undefined {
    return this.count('keys', keyName(term, isPart))
  }

  articlesWith(word: string): number | undefined {
    return this.count('words', WORDS.any(word))
  }

  /** Articles where a word is written so: see `CASES`. */
  articlesWithCase(word: string, written: number): number | undefined {
    return this.count('words', WORDS.cased(word, written))
  }

  /** Articles where a word has a capital inside a sentence. */
  articlesWithName(word: string): number | undefined {
    return this.count('words', WORDS.inside(word))
  }

  /** About how many articles have a word of `firsts` directly before one of `seconds`. */
  pairFrequency(firsts: readonly string[], seconds: readonly string[]): number {
    const [first, second] = [firsts, seconds].map((words) =>
      words.reduce((sum, word) => sum + (this.articlesWith(word) ?? 0), 0)
    ) as [number, number]
    const rarer = Math.min(first, second)
    if (rarer === 0 || this.noted.size > 0) return 0
    const ask: Ask = { kind: 'pair', firsts, seconds, rarer: first < second ? 'firsts' : 'seconds' }
    return rarer * ((this.answer(ask) as { share: number } | undefined)?.share ?? 0)
  }

  /** All words that have been found. */
  get found(): readonly string[] {
    const words = new Set<string>()
    for (const answer of this.known.values())
      if ('words' in answer) for (const word of answer.words as readonly string[]) words.add(word)
    return [...words].sort()
  }

  /** All terms that have been found. */
  get terms(): readonly string[] {
    return this.asked.flatMap((ask) =>
      ask.kind === 'words' && ask.by === 'terms' && this.hasTerm(ask.value) ? ask.value : []
    )
  }

  /**
   * Asks the cluster for what has been noted.
   *
   * @returns whether anything is known that was not before
   * @throws {EngineError}
   */
  async fetch(): Promise<boolean> {
    const asks = [...this.noted]
    this.noted.clear()
    if (asks.length === 0) {
      const { hasLearnt } = this
      this.hasLearnt = false
      return hasLearnt
    }
    await Promise.all([
      this.fetchWords(asks),
      this.fetchCounts(asks.filter(([, { kind }]) => kind !== 'words'))
    ])
    this.hasLearnt = false
    return true
  }

  private count(field: 'keys' | 'words', value: string): number | undefined {
    return (this.answer({ kind: 'count', field, value }) as { count: number } | undefined)?.count
  }

  private answer(ask: Ask): object | undefined {
    const key = JSON.stringify(ask)
    const known = this.known.get(key) ?? this.source.memory.get(key)
    if (known === undefined) this.noted.set(key, ask)
    else if (!this.known.has(key)) this.know(key, ask, known)
    return known
  }

  private know(key: string, ask: Ask, answer: object): void {
    this.known.set(key, answer)
    this.asked.push(ask)
    this.hasLearnt = true
  }

  private learn(key: string, answer: object): void {
    this.know(key, JSON.parse(key) as Ask, answer)
    this.source.memory.set(key, answer)
  }

  private async fetchWords(asks: readonly (readonly [string, Ask])[]): Promise<void> {
    const byKind = new Map<WordsBy, [key: string, value: string][]>()
    for (const [key, ask] of asks)
      if (ask.kind === 'words') byKind.set(ask.by, [...(byKind.get(ask.by) ?? []), [key, ask.value]])
    const several = [...byKind].flatMap(([by, values]) => batches(by, values))
    const answers = await this.source.cluster.searches<Found>(
      several.map(({ by, values }) => ({
        index: this.source.words,
        body: wordsBody(
          by,
          values.map(([, value]) => value)
        )
      }))
    )
    answers.forEach(({ hits }, i) => {
      const { by, values } = several[i]!
      const documents = hits.hits.map(({ _source }) => _source)
      for (const [key, value] of values)
        this.learn(key, {
          words: documents.filter((document) => isFoundBy(document, by, value)).map(({ word }) => word)
        })
    })
  }

  private async fetchCounts(asks: readonly (readonly [string, Ask])[]): Promise<void> {
    const bodies = asks.map(([, ask]): SearchBody => ({
      body: { ...this.source.articles, ...countBody(ask) }
    }))
    const answers = await this.source.cluster.searches<Counted>(bodies)
    answers.forEach(({ hits, aggregations }, i) => {
      const [key, ask] = asks[i]!
      const total = hits.total.value
      if (ask.kind === 'pair') {
        const { read, pairs } = aggregations!
        this.learn(key, { share: read.value === 0 ? 0 : pairs.doc_count / read.value })
      } else this.learn(key, { count: total })
    })
  }
}

interface Found {
  readonly hits: { readonly hits: readonly { readonly _source: WordDocument }[] }
}

interface Counted {
  readonly hits: { readonly total: { readonly value: number } }
  readonly aggregations?: {
    readonly read: { readonly value: number }
    readonly pairs: { readonly doc_count: number }
  }
}

interface Batch {
  readonly by: WordsBy
  readonly values: readonly [key: string, value: string][]
}

/** What is looked up exactly is looked up together. */
const batches = (by: WordsBy, values: readonly [string, string][]): Batch[] => {
  const size = by === 'word' ? MOST_VALUES : by === 'terms' || by === 'spellings' ? 20 : 1
  return Array.from({ length: Math.ceil(values.length / size) }, (_, i) => ({
    by,
    values: values.slice(i * size, (i + 1) * size)
  }))
}

const wordsBody = (by: WordsBy, values: readonly string[]): Record<string, unknown> => ({
  size: Math.min(10_000, MOST_WORDS[by] * values.length),
  _source: true,
  track_total_hits: false,
  query: wordsQuery(by, values)
})

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
    case 'near2': {
      const fuzziness = by === 'near1' ? 1 : 2
      return { fuzzy: { word: { value, fuzziness, prefix_length: 0, max_expansions: MOST_WORDS[by] } } }
    }
  }
}

const isFoundBy = ({ word, terms, spellings }: WordDocument, by: WordsBy, value: string): boolean => {
  if (by === 'word') return word === value
  if (by === 'terms') return terms.includes(value)
  return by === 'spellings' ? spellings.includes(value) : true
}

const countBody = (ask: Ask): Record<string, unknown> => {
  if (ask.kind === 'count')
    return {
      size: 0,
      track_total_hits: true,
      query: { bool: { filter: [{ term: { [ask.field]: ask.value } }] } }
    }
  if (ask.kind === 'words') throw new TypeError('Words are not counted.')
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
