import type { Memory } from './memory.js'
import { keyName, WORDS } from './token-names.js'
import { LEAST_SIMILAR } from '../../segment/words/vocabulary.js'
import { gramIdf, gramShare, gramsOf } from '../../segment/words/gram-index.js'
import { NameLookup } from './names/name-lookup.js'
import { answersTo, type WordSource } from './lookup-answers.js'
import { keyOf, type Ask, type Noted, type WordsBy } from './lookup-query.js'

/** The first time the others may be frequent, as it is not known yet which words there are. */
const MOST_TRIES = 2

/** Where a state of the cluster is read, and what is remembered of it. */
interface LookupSource extends WordSource {
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
  /** Keys of counts that were to be made together with others, which turned out to be frequent: how many times. */
  private readonly triedTogether = new Map<string, number>()
  private ahead: Promise<unknown> | undefined
  private readonly foundWords = new Set<string>()
  private readonly foundList: string[] = []
  private readonly alikeList: string[] = []
  private readonly shares = new Map<string, readonly (readonly [string, number])[]>()
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
    if (by === 'word' && this.foundWords.has(value)) return [value]
    return (this.answer({ kind: 'words', by, value }) as FoundWords | undefined)?.words
  }

  /** Has the word been found? False too where that is not known yet. */
  hasFound(word: string): boolean {
    return this.foundWords.has(word)
  }

  /** Are all words with the term known? They are not asked for. */
  knowsWordsOf(term: string): boolean {
    return this.known.has(keyOf({ kind: 'words', by: 'terms', value: term }))
  }

  /** Has a word the term, or a part of one? False too where that is not known yet. */
  hasTerm(term: string): boolean {
    const words = this.words('terms', term)
    if (words !== undefined && words.length > 0)
      return ![false, true].every((isPart) => this.isZero('keys', keyName(term, isPart)))
    // As a rule one that was guessed from another word, and no part of any.
    const counts = [false, true].map((isPart) => this.count('keys', keyName(term, isPart), true))
    return words !== undefined && counts.some((count = 0) => count > 0)
  }

  /** Notes what will be asked of a typed word, before it is known that there is such a word. */
  expect(word: string, term: string): void {
    this.articlesUnder(term, false)
    this.articlesUnder(term, true)
    this.articlesWith(word)
    this.articlesWithName(word)
  }

  /** Articles under a term, or a term as a part of compounds. */
  articlesUnder(term: string, isPart: boolean): number | undefined {
    return this.count('keys', keyName(term, isPart))
  }

  articlesWith(word: string): number | undefined {
    return this.count('words', WORDS.any(word))
  }

  /** Is it known that no article has the word any more? The index of words keeps what removed articles had. */
  isGone(word: string): boolean {
    return this.isZero('words', WORDS.any(word))
  }

  /** Has any article one of these words? False too where that is not known yet. */
  anyArticleWith(words: readonly string[]): boolean {
    return (this.articlesWithAny(words) ?? 0) > 0
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
    const [first, second] = [firsts, seconds].map((words) => this.articlesWithAny(words))
    if (first === undefined || second === undefined) return 0
    const rarer = Math.min(first, second)
    if (rarer === 0) return 0
    const ask: Ask = { kind: 'pair', firsts, seconds, rarer: first < second ? 'firsts' : 'seconds' }
    return rarer * ((this.answer(ask) as { share: number } | undefined)?.share ?? 0)
  }

  private articlesWithAny(words: readonly string[]): number | undefined {
    if (words.length === 0) return 0
    return (this.answer({ kind: 'any', words }) as { count: number } | undefined)?.count
  }

  /** The words that look like one, with the share of its grams that each has; none where that is not known yet. */
  similar(word: string): readonly (readonly [word: string, share: number])[] {
    const known = this.shares.get(word)
    if (known !== undefined) return known
    const grams = this.grams(word)
    if (grams === undefined || grams.size === 0) return []
    const found = this.answer({ kind: 'similar', word, grams: [...grams] }) as FoundWords | undefined
    if (found === undefined) return []
    const alike = found.words
      .map((other) => [other, gramShare(other, grams)] as const)
      .filter(([, share]) => share >= LEAST_SIMILAR)
    this.shares.set(word, alike)
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

  /** Changes whenever words, terms or names have been found that were not before. */
  get vocabularyState(): string {
    return `${this.foundWords.size} ${this.alikeList.length} ${this.terms.length} ${this.names?.state ?? 0}`
  }

  /** All words that have been found; those that are found next come behind them. */
  get found(): readonly string[] {
    return this.foundList
  }

  /** Words that look like some of the query, and are nothing else to it. */
  get alike(): readonly string[] {
    return this.alikeList
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
    await this.arrived()
    return this.fetchNow()
  }

  /** Is nothing to be asked for, and nothing known that was not when it was fetched last? */
  get isSettled(): boolean {
    return this.noted.size === 0 && !this.hasLearnt && this.names?.isSettled !== false
  }

  /** Asks for what has been noted, beside what is asked of the cluster next; `arrived` waits for the answers. */
  fetchAhead(): void {
    this.ahead = this.fetchNow()
    // Whoever waits for it is told.
    this.ahead.catch(() => undefined)
  }

  /** @throws {EngineError} */
  async arrived(): Promise<void> {
    const { ahead } = this
    this.ahead = undefined
    await ahead
  }

  private async fetchNow(): Promise<boolean> {
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
    for (const [noted, answer] of await answersTo(asks, this.source)) {
      if (answer === undefined) this.triedTogether.set(noted[0], (this.triedTogether.get(noted[0]) ?? 0) + 1)
      else this.learn(noted, answer)
    }
    this.hasLearnt = false
    return true
  }

  private wordsWithGram(value?: string): number | undefined {
    const ask: Ask = { kind: 'grams', ...(value !== undefined && { value }) }
    return (this.answer(ask) as { count: number } | undefined)?.count
  }

  /** Is it known that no article has it? It is not asked for. */
  private isZero(field: 'keys' | 'words', value: string): boolean {
    const key = keyOf({ kind: 'count', field, value })
    const counted = this.known.get(key) ?? this.source.memory.get(key)
    return (counted as { count: number } | undefined)?.count === 0
  }

  /** @param mayBeRare is tried to be counted together with others */
  private count(field: 'keys' | 'words', value: string, mayBeRare = false): number | undefined {
    const ask: Ask = { kind: 'count', field, value }
    const isRare = mayBeRare && (this.triedTogether.get(keyOf(ask)) ?? 0) < MOST_TRIES
    return (this.answer({ ...ask, isRare }) as { count: number } | undefined)?.count
  }

  private answer(ask: Ask): object | undefined {
    const key = keyOf(ask)
    const known = this.known.get(key)
    if (known !== undefined) return known
    const remembered = this.source.memory.get(key)
    if (remembered !== undefined) this.know(key, ask, remembered)
    else if (!this.isEarly(ask)) this.note(key, ask)
    return remembered
  }

  /** What is asked for by itself once is not counted together with others. */
  private note(key: string, ask: Ask): void {
    if (ask.kind === 'count' && ask.isRare === true && this.noted.has(key)) return
    this.noted.set(key, ask)
  }

  /** Is it only asked what else a word may be, while it is not known yet whether there is such a word? */
  private isEarly(ask: Ask): boolean {
    if (ask.kind !== 'words' || (ask.by !== 'near1' && ask.by !== 'near2')) return false
    for (const other of this.noted.values())
      if (other.kind === 'words' && (isExact(other.by) || stemOf(other.value) === stemOf(ask.value)))
        return true
    return false
  }

  private know(key: string, ask: Ask, answer: object): void {
    this.known.set(key, answer)
    this.asked.push(ask)
    if (ask.kind === 'words') for (const word of (answer as FoundWords).words) this.find(word)
    if (ask.kind === 'similar') this.alikeList.push(...(answer as FoundWords).words)
    this.hasLearnt = true
  }

  private find(word: string): void {
    if (this.foundWords.has(word)) return
    this.foundWords.add(word)
    this.foundList.push(word)
  }

  private learn([key, ask]: Noted, answer: object): void {
    this.know(key, ask, answer)
    this.source.memory.set(key, answer)
  }
}

const isExact = (by: WordsBy): boolean => by === 'word' || by === 'terms' || by === 'spellings'

/** Without what is often left out of names, which is tried last. */
const stemOf = (typed: string): string => typed.replace(/^[dl]'/, '')

interface FoundWords {
  readonly words: readonly string[]
}
