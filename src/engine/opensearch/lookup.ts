import type { Cluster } from './cluster.js'
import type { SearchBody } from './search-queue.js'
import type { Memory } from './memory.js'
import { keyName, WORDS } from './token-names.js'
import { LEAST_SIMILAR } from '../../segment/words/vocabulary.js'
import { gramIdf, gramsOf, gramSum } from '../../segment/words/gram-index.js'
import { NameLookup } from './names/name-lookup.js'
import { countBody, isFoundBy, wordSearches, type Ask, type Noted, type WordsBy } from './lookup-query.js'
import type { WordDocument } from './word-document.js'

/** Where a state of the cluster is read. */
export interface LookupSource {
  readonly cluster: Cluster
  /** The index of words. */
  readonly words: string
  /** What stands for the articles in a search: their point in time. */
  readonly articles: Readonly<Record<string, unknown>>
  readonly memory: Memory
  /** The index of names; absent where they are not known yet. */
  readonly names?: string | undefined
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
  private readonly foundWords = new Set<string>()
  private readonly foundList: string[] = []
  private readonly alike = new Map<string, readonly (readonly [string, number])[]>()
  /** Has it come to know something since it was last told of? */
  private hasLearnt = false
  /** Absent where names are not known yet. */
  readonly names: NameLookup | undefined

  constructor(private readonly source: LookupSource) {
    const { names } = source
    this.names = names === undefined ? undefined : new NameLookup({ ...source, names })
  }

  /** The words that are found so; undefined where that is not known yet. */
  words(by: WordsBy, value: string): readonly string[] | undefined {
    return (this.answer({ kind: 'words', by, value }) as FoundWords | undefined)?.words
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

  /** The words that look like one, with the share of its grams that each has; none where that is not known yet. */
  similar(word: string): readonly (readonly [word: string, share: number])[] {
    const known = this.alike.get(word)
    if (known !== undefined) return known
    const grams = this.grams(word)
    if (grams === undefined) return []
    const found = this.answer({ kind: 'similar', word, grams: [...grams] }) as FoundWords | undefined
    if (found === undefined) return []
    const alike = found.words
      .map((other) => [other, gramShare(other, grams)] as const)
      .filter(([, share]) => share >= LEAST_SIMILAR)
    this.alike.set(word, alike)
    return alike
  }

  /** By gram of a word: what it tells; undefined where that is not known yet. */
  private grams(word: string): ReadonlyMap<number, number> | undefined {
    const size = this.wordsWithGram()
    const counts = gramsOf(word).map((gram) => [gram, this.wordsWithGram(String(gram))] as const)
    const grams = new Map<number, number>()
    for (const [gram, count] of counts) {
      if (size === undefined || count === undefined) return undefined
      const idf = gramIdf(count, size)
      if (idf > 0) grams.set(gram, idf)
    }
    return grams
  }

  /** Changes whenever words or terms have been found that were not before. */
  get vocabularyState(): string {
    return `${this.foundWords.size} ${this.terms.length} ${this.names?.state ?? 0}`
  }

  /** All words that have been found; those that are found next come behind them. */
  get found(): readonly string[] {
    return this.foundList
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
    const [words, names] = await Promise.all([this.fetchNoted(), this.names?.fetch() ?? false])
    return words || names
  }

  private async fetchNoted(): Promise<boolean> {
    const asks = [...this.noted]
    this.noted.clear()
    if (asks.length === 0) {
      const { hasLearnt } = this
      this.hasLearnt = false
      return hasLearnt
    }
    await Promise.all([
      this.fetchWords(asks.filter(([, { kind }]) => kind === 'words' || kind === 'similar')),
      this.fetchCounts(asks.filter(([, { kind }]) => kind !== 'words' && kind !== 'similar'))
    ])
    this.hasLearnt = false
    return true
  }

  private wordsWithGram(value?: string): number | undefined {
    const ask: Ask = { kind: 'grams', ...(value !== undefined && { value }) }
    return (this.answer(ask) as { count: number } | undefined)?.count
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
    if ('words' in answer) for (const word of answer.words as readonly string[]) this.find(word)
    this.hasLearnt = true
  }

  private find(word: string): void {
    if (this.foundWords.has(word)) return
    this.foundWords.add(word)
    this.foundList.push(word)
  }

  private learn(key: string, answer: object): void {
    this.know(key, JSON.parse(key) as Ask, answer)
    this.source.memory.set(key, answer)
  }

  private async fetchWords(asks: readonly Noted[]): Promise<void> {
    const searches = wordSearches(asks)
    const answers = await this.source.cluster.searches<Found>(
      searches.map(({ body }) => ({ index: this.source.words, body }))
    )
    answers.forEach(({ hits }, i) => {
      const documents = hits.hits.map(({ _source }) => _source)
      for (const [key, ask] of searches[i]!.asks)
        this.learn(key, {
          words: documents.filter((document) => isFoundBy(document, ask)).map(({ word }) => word)
        })
    })
  }

  private async fetchCounts(asks: readonly Noted[]): Promise<void> {
    const bodies = asks.map(([, ask]): SearchBody =>
      ask.kind === 'grams'
        ? { index: this.source.words, body: countBody(ask) }
        : { body: { ...this.source.articles, ...countBody(ask) } }
    )
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

interface FoundWords {
  readonly words: readonly string[]
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

/** The share of a word's grams that another word has, by what they tell. */
const gramShare = (other: string, grams: ReadonlyMap<number, number>): number => {
  const shared = gramSum(other, grams)
  if (shared === 0) return 0
  let total = 0
  for (const idf of grams.values()) total += idf
  return shared / total
}
