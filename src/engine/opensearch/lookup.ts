import type { Memory } from './memory.js'
import { CountLookup } from './count-lookup.js'
import type { LocalWords, SimilarWords } from './local-words.js'
import { NameLookup } from './names/name-lookup.js'
import { answersTo, type WordSource } from './lookup-answers.js'
import { SimilarLookup } from './similar-lookup.js'
import { keyOf, type Ask, type Noted, type WordsBy } from './lookup-query.js'

/** Rounds of questions of which each needs the answers of the one before. */
const MOST_AHEAD = 6

/** Where a state of the cluster is read, and what is remembered of it. */
interface LookupSource extends WordSource {
  readonly memory: Memory
  /** The index of names; absent where they are not known yet. */
  readonly names?: string | undefined
  /** All words, where they are in this process. */
  readonly local?: LocalWords | undefined
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
  private ahead: Promise<unknown> | undefined
  private readonly foundWords = new Set<string>()
  private readonly foundList: string[] = []
  private readonly knownTerms = new Set<string>()
  private readonly similarWords: SimilarLookup
  /** Has it come to know something since it was last told of? */
  private hasLearnt = false
  private notes = 0
  readonly counts: CountLookup
  /** Absent where names are not known yet. */
  readonly names: NameLookup | undefined

  constructor(private readonly source: LookupSource) {
    const { names, local } = source
    const answer = (ask: Ask): object | undefined => this.answer(ask)
    this.counts = new CountLookup({
      ...{ answer, local },
      known: (key) => this.known.get(key) ?? source.memory.get(key)
    })
    this.similarWords = new SimilarLookup({
      ...{ answer, local },
      learnt: () => (this.hasLearnt = true)
    })
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
    if (words !== undefined && words.length > 0) return !this.counts.isTermGone(term)
    // As a rule one that was guessed from another word, and no part of any.
    const counts = [false, true].map((isPart) => this.counts.under(term, isPart, true))
    return words !== undefined && counts.some((count = 0) => count > 0) && this.findTerm(term)
  }

  /** Lets words and terms be known that were found otherwise. */
  know(words: Iterable<string>, terms: Iterable<string>): void {
    for (const word of words) this.find(word)
    for (const term of terms) this.knownTerms.add(term)
  }

  /** Notes what will be asked of a typed word, before it is known that there is such a word. */
  expect(word: string, term: string): void {
    this.counts.under(term, false)
    this.counts.under(term, true)
    this.counts.with(word)
    this.counts.withName(word)
  }

  /** About how many articles have a word of `firsts` directly before one of `seconds`. */
  pairFrequency(firsts: readonly string[], seconds: readonly string[]): number {
    const [first, second] = [firsts, seconds].map((words) => this.counts.withAny(words))
    if (first === undefined || second === undefined) return 0
    const rarer = Math.min(first, second)
    if (rarer === 0) return 0
    const ask: Ask = { kind: 'pair', firsts, seconds, rarer: first < second ? 'firsts' : 'seconds' }
    return rarer * ((this.answer(ask) as { share: number } | undefined)?.share ?? 0)
  }

  /** The words that look like one, with the share of its grams that each has; none where that is not known yet. */
  similar(word: string): SimilarWords {
    return this.similarWords.of(word)
  }

  /** How often something was asked that is not known yet: what was made meanwhile may have to be made again. */
  get unanswered(): number {
    return this.notes
  }

  /** What was made of answers about the generation for a query before. */
  remembered(key: string): object | undefined {
    return this.source.memory.get(key)
  }

  remember(key: string, made: object): void {
    this.source.memory.set(key, made)
  }

  /** Changes whenever words, terms or names have been found that were not before. */
  get vocabularyState(): string {
    return `${this.foundWords.size} ${this.similarWords.all.length} ${this.terms.length} ${this.names?.state ?? 0}`
  }

  /** All words that have been found; those that are found next come behind them. */
  get found(): readonly string[] {
    return this.foundList
  }

  /** Words that look like some of the query, and are nothing else to it. */
  get alike(): readonly string[] {
    return this.similarWords.all
  }

  /** All terms that have been found. */
  get terms(): readonly string[] {
    const asked = this.asked.flatMap((ask) =>
      ask.kind === 'words' && ask.by === 'terms' && this.hasTerm(ask.value) ? ask.value : []
    )
    return [...new Set([...this.knownTerms, ...asked])]
  }

  /** For who knows all words: what has become known of them changes nothing. */
  disregardLearnt(): void {
    this.hasLearnt = false
  }

  /**
   * Asks the cluster for what has been noted; where something was answered here meanwhile, nothing yet, as with that
   * other things may be noted.
   *
   * @returns whether anything is known that was not before
   * @throws {EngineError}
   */
  async fetch(): Promise<boolean> {
    await this.arrived()
    return this.forgetNoted() || this.fetchNow()
  }

  /** Forgets what has been noted, where something has become known that was not when it was. */
  private forgetNoted(): boolean {
    const hasLearnt = this.hasLearnt || this.names?.hasLearnt === true
    if (!hasLearnt) return false
    this.hasLearnt = false
    this.noted.clear()
    this.names?.forgetNoted()
    return true
  }

  /** Is nothing to be asked for, and nothing known that was not when it was fetched last? */
  get isSettled(): boolean {
    return this.noted.size === 0 && !this.hasLearnt && this.names?.isSettled !== false
  }

  /** The same, but for guesses at names; see `NameLookup`. */
  get isSettledButGuesses(): boolean {
    return this.noted.size === 0 && !this.hasLearnt && this.names?.isSettledButGuesses !== false
  }

  /**
   * Asks for what has been noted, beside what is asked of the cluster next; `arrived` waits for the answers.
   *
   * @param note notes what is not known yet, as far as that can be told
   */
  fetchAhead(note: () => void): void {
    // What has become known meanwhile changes nothing of what was noted.
    this.hasLearnt = false
    const fetchAll = async (): Promise<void> => {
      for (let round = 0; round < MOST_AHEAD && !this.isSettled; round++) {
        if (!this.forgetNoted()) await this.fetchNow()
        note()
      }
    }
    this.ahead = fetchAll()
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
    if (asks.length === 0) return false
    for (const [noted, answer] of await answersTo(asks, this.source)) {
      if (answer === undefined) this.counts.wereFrequent(noted[0])
      else this.learn(noted, answer)
    }
    this.hasLearnt = false
    return true
  }

  private answer(ask: Ask): object | undefined {
    const key = keyOf(ask)
    const known = this.known.get(key)
    if (known !== undefined) return known
    const remembered = this.here(ask) ?? this.source.memory.get(key)
    if (remembered !== undefined) this.keep(key, ask, remembered)
    else if (!this.isEarly(ask)) this.note(key, ask)
    return remembered
  }

  /** The answer, where all words are in this process and it is about them. */
  private here(ask: Ask): FoundWords | undefined {
    const { local } = this.source
    if (ask.kind !== 'words' || local === undefined || this.isEarly(ask)) return undefined
    return { words: local.find(ask.by, ask.value) }
  }

  /** What is asked for by itself once is not counted together with others. */
  private note(key: string, ask: Ask): void {
    this.notes++
    if (ask.kind === 'count' && ask.isRare === true && this.noted.has(key)) return
    this.noted.set(key, ask)
  }

  /** Is it only asked what else a word may be, while it is not known yet whether there is such a word? */
  private isEarly(ask: Ask): boolean {
    if (ask.kind !== 'words' || !isNear(ask.by)) return false
    for (const other of this.noted.values())
      if (other.kind === 'words' && (isExact(other.by) || isElided(other.value, ask.value))) return true
    return false
  }

  private keep(key: string, ask: Ask, answer: object): void {
    this.known.set(key, answer)
    this.asked.push(ask)
    if (ask.kind !== 'words') return
    for (const word of (answer as FoundWords).words) this.find(word)
  }

  /** A term that no word has for itself. */
  private findTerm(term: string): true {
    if (!this.knownTerms.has(term)) this.hasLearnt = true
    this.knownTerms.add(term)
    return true
  }

  private find(word: string): void {
    if (this.foundWords.has(word)) return
    this.foundWords.add(word)
    this.foundList.push(word)
    this.hasLearnt = true
  }

  private learn([key, ask]: Noted, answer: object): void {
    this.keep(key, ask, answer)
    this.source.memory.set(key, answer)
  }
}

const isExact = (by: WordsBy): boolean => by === 'word' || by === 'terms' || by === 'spellings'

const isNear = (by: WordsBy): boolean => /^(?:near|lemma)/.test(by)

/** Is the other one with what is often left out of names, which is tried last? */
const isElided = (one: string, other: string): boolean => other !== one && other.replace(/^[dl]'/, '') === one

interface FoundWords {
  readonly words: readonly string[]
}
