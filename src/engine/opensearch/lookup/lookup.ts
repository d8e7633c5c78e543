import type { AnswerCache } from './answer-cache.js'
import { CountLookup } from './count-lookup.js'
import type { LocalWords, SimilarWords } from './local-words.js'
import { NameLookup } from '../names/name-lookup.js'
import { fetchAnswers, type WordSource } from './lookup-answers.js'
import { SimilarLookup } from './similar-lookup.js'
import { requestKey, type KeyedRequest, type LookupRequest, type WordsBy } from './lookup-query.js'

/** Rounds of requests of which each needs the answers of the one before. */
const MOST_PREFETCHES = 6

/** Where a state of the cluster is read, with the cache of its answers. */
interface LookupSource extends WordSource {
  readonly cache: AnswerCache
  /** The index of names; absent where they are not known yet. */
  readonly names?: string | undefined
  /** All words, where they are in this process. */
  readonly local?: LocalWords | undefined
}

/**
 * Looks up what one query needs of the collection's words. Planning makes requests; what is not known yet counts as
 * nothing and is pending. Between two plannings the cluster is asked for what is pending. Once nothing is, the plan is
 * right.
 */
export class Lookup {
  private readonly known = new Map<string, object>()
  private readonly pending = new Map<string, LookupRequest>()
  private readonly answered: LookupRequest[] = []
  private prefetching: Promise<unknown> | undefined
  private readonly foundWords = new Set<string>()
  private readonly foundList: string[] = []
  private readonly knownTerms = new Set<string>()
  private readonly similarWords: SimilarLookup
  /** Has something become known since the last planning began? */
  private hasNewAnswers = false
  private missed = 0
  readonly counts: CountLookup
  /** Absent where names are not known yet. */
  readonly names: NameLookup | undefined

  constructor(private readonly source: LookupSource) {
    const { names, local } = source
    const answer = (request: LookupRequest): object | undefined => this.answer(request)
    this.counts = new CountLookup({
      ...{ answer, local },
      known: (key) => this.known.get(key) ?? source.cache.get(key)
    })
    this.similarWords = new SimilarLookup({
      ...{ answer, local },
      found: () => (this.hasNewAnswers = true)
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

  /** Are all words with the term known? They are not requested. */
  knowsWordsOf(term: string): boolean {
    return this.known.has(requestKey({ kind: 'words', by: 'terms', value: term }))
  }

  /** Has a word the term, or a part of one? False too where that is not known yet. */
  hasTerm(term: string): boolean {
    const words = this.words('terms', term)
    if (words !== undefined && words.length > 0) return !this.counts.isTermGone(term)
    // As a rule one that was guessed from another word, and no part of any.
    const counts = [false, true].map((isPart) => this.counts.under(term, isPart, true))
    return words !== undefined && counts.some((count = 0) => count > 0) && this.findTerm(term)
  }

  /** Adds words and terms that were found otherwise. */
  addKnown(words: Iterable<string>, terms: Iterable<string>): void {
    for (const word of words) this.find(word)
    for (const term of terms) this.knownTerms.add(term)
  }

  /** Requests what will be needed of a typed word, before it is known that there is such a word. */
  anticipate(word: string, term: string): void {
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
    const request: LookupRequest = {
      kind: 'pair',
      firsts,
      seconds,
      rarer: first < second ? 'firsts' : 'seconds'
    }
    return rarer * ((this.answer(request) as { share: number } | undefined)?.share ?? 0)
  }

  /** The words that look like one, with the share of its grams that each has; none where that is not known yet. */
  similar(word: string): SimilarWords {
    return this.similarWords.of(word)
  }

  /** How many requests were not known yet: what was made of their answers may have to be made again. */
  get unanswered(): number {
    return this.missed
  }

  /** What was derived from answers for an earlier query of the generation. */
  remembered(key: string): object | undefined {
    return this.source.cache.get(key)
  }

  remember(key: string, made: object): void {
    this.source.cache.set(key, made)
  }

  /** Changes whenever words, terms or names have been found that were not before. */
  get vocabularyState(): string {
    return `${this.foundWords.size} ${this.similarWords.all.length} ${this.terms.length} ${this.names?.state ?? 0}`
  }

  /** All words that have been found; those that are found next come behind them. */
  get found(): readonly string[] {
    return this.foundList
  }

  /** Words that are similar to some of the query's, and no forms of them. */
  get alike(): readonly string[] {
    return this.similarWords.all
  }

  /** All terms that have been found. */
  get terms(): readonly string[] {
    const found = this.answered.flatMap((request) =>
      request.kind === 'words' && request.by === 'terms' && this.hasTerm(request.value) ? request.value : []
    )
    return [...new Set([...this.knownTerms, ...found])]
  }

  /** Where all words are local: what has become known of them changes no plan. */
  ignoreNewAnswers(): void {
    this.hasNewAnswers = false
  }

  /**
   * Asks the cluster for what is pending; where something was answered in this process meanwhile, nothing yet, as other
   * requests may follow from that.
   *
   * @returns whether anything is known that was not before
   * @throws {EngineError}
   */
  async fetch(): Promise<boolean> {
    await this.prefetched()
    return this.discardPending() || this.fetchNow()
  }

  /** Discards what is pending, where something has become known since. */
  private discardPending(): boolean {
    const hasNewAnswers = this.hasNewAnswers || this.names?.hasNewAnswers === true
    if (!hasNewAnswers) return false
    this.hasNewAnswers = false
    this.pending.clear()
    this.names?.discardPending()
    return true
  }

  /** Is nothing pending, and nothing known that was not when it was fetched last? */
  get isSettled(): boolean {
    return this.pending.size === 0 && !this.hasNewAnswers && this.names?.isSettled !== false
  }

  /** The same, but for guesses at names; see `NameLookup`. */
  get isSettledButGuesses(): boolean {
    return this.pending.size === 0 && !this.hasNewAnswers && this.names?.isSettledButGuesses !== false
  }

  /**
   * Asks for what is pending, together with what is asked of the cluster next; `prefetched` waits for the answers.
   *
   * @param request looks up what is needed, as far as that can be told
   */
  prefetch(request: () => void): void {
    // What has become known meanwhile changes nothing of what is pending.
    this.hasNewAnswers = false
    const fetchAll = async (): Promise<void> => {
      for (let round = 0; round < MOST_PREFETCHES && !this.isSettled; round++) {
        if (!this.discardPending()) await this.fetchNow()
        request()
      }
    }
    this.prefetching = fetchAll()
    // `prefetched` rejects instead.
    this.prefetching.catch(() => undefined)
  }

  /** @throws {EngineError} */
  async prefetched(): Promise<void> {
    const { prefetching } = this
    this.prefetching = undefined
    await prefetching
  }

  private async fetchNow(): Promise<boolean> {
    const [words, names] = await Promise.all([this.fetchPending(), this.names?.fetch() ?? false])
    return words || names
  }

  private async fetchPending(): Promise<boolean> {
    const requests = [...this.pending]
    this.pending.clear()
    if (requests.length === 0) return false
    for (const [keyed, answer] of await fetchAnswers(requests, this.source)) {
      if (answer === undefined) this.counts.markFrequent(keyed[0])
      else this.storeAnswer(keyed, answer)
    }
    this.hasNewAnswers = false
    return true
  }

  private answer(request: LookupRequest): object | undefined {
    const key = requestKey(request)
    const known = this.known.get(key)
    if (known !== undefined) return known
    const remembered = this.answerLocally(request) ?? this.source.cache.get(key)
    if (remembered !== undefined) this.addAnswer(key, request, remembered)
    else if (!this.isPremature(request)) this.addPending(key, request)
    return remembered
  }

  /** The answer, where all words are in this process and it is about them. */
  private answerLocally(request: LookupRequest): FoundWords | undefined {
    const { local } = this.source
    if (request.kind !== 'words' || local === undefined || this.isPremature(request)) return undefined
    return { words: local.find(request.by, request.value) }
  }

  /** What was requested by itself once is not counted together with others. */
  private addPending(key: string, request: LookupRequest): void {
    this.missed++
    if (request.kind === 'count' && request.isRare === true && this.pending.has(key)) return
    this.pending.set(key, request)
  }

  /** Does it ask what else a word may be, while it is not known yet whether there is such a word? */
  private isPremature(request: LookupRequest): boolean {
    if (request.kind !== 'words' || !isNear(request.by)) return false
    for (const other of this.pending.values())
      if (other.kind === 'words' && (isExact(other.by) || isElided(other.value, request.value))) return true
    return false
  }

  private addAnswer(key: string, request: LookupRequest, answer: object): void {
    this.known.set(key, answer)
    this.answered.push(request)
    if (request.kind !== 'words') return
    for (const word of (answer as FoundWords).words) this.find(word)
  }

  /** A term that no word has for itself. */
  private findTerm(term: string): true {
    if (!this.knownTerms.has(term)) this.hasNewAnswers = true
    this.knownTerms.add(term)
    return true
  }

  private find(word: string): void {
    if (this.foundWords.has(word)) return
    this.foundWords.add(word)
    this.foundList.push(word)
    this.hasNewAnswers = true
  }

  private storeAnswer([key, request]: KeyedRequest, answer: object): void {
    this.addAnswer(key, request, answer)
    this.source.cache.set(key, answer)
  }
}

const isExact = (by: WordsBy): boolean => by === 'word' || by === 'terms' || by === 'spellings'

const isNear = (by: WordsBy): boolean => /^(?:near|lemma)/.test(by)

/** Is `other` the same word after an article that names often lack (`l'Oréal`)? It is tried last. */
const isElided = (one: string, other: string): boolean => other !== one && other.replace(/^[dl]'/, '') === one

interface FoundWords {
  readonly words: readonly string[]
}
