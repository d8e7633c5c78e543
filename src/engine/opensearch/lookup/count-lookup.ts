import type { LocalWords } from './local-words.js'
import { requestKey, type LookupRequest } from './lookup-query.js'
import { keyName, WORDS } from '../layout/token-names.js'

/** The first time the others may be frequent, as it is not known yet which words there are. */
const MOST_TRIES = 2

interface CountSource {
  /** The answer to a request; undefined where it is not known yet, which makes it pending. */
  readonly answer: (request: LookupRequest) => object | undefined
  /** The answer under the key of a request, without making one. */
  readonly known: (key: string) => object | undefined
  /** All words, where they are in this process. */
  readonly local: LocalWords | undefined
}

/** How many articles have the words of one query; undefined where that is not known yet. */
export class CountLookup {
  /** Keys of counts that were to be made together with others, which turned out to be frequent: how many times. */
  private readonly triedTogether = new Map<string, number>()

  constructor(private readonly source: CountSource) {}

  /**
   * Articles under a term, or a term as a part of compounds.
   *
   * @param mayBeRare it is a guess that there is such a term
   */
  under(term: string, isPart: boolean, mayBeRare = false): number | undefined {
    const { local } = this.source
    if (local?.standsUnder(term, isPart) === false) return 0
    return this.count('keys', keyName(term, isPart), mayBeRare || local?.isRareTerm(term) === true)
  }

  with(word: string): number | undefined {
    return this.count('words', WORDS.any(word), this.isRare(word))
  }

  /** Articles where a word is written so: see `CASES`. */
  withCase(word: string, written: number): number | undefined {
    return this.count('words', WORDS.cased(word, written), this.isRare(word))
  }

  /** Articles where a word has a capital inside a sentence. */
  withName(word: string): number | undefined {
    return this.count('words', WORDS.inside(word), this.isRare(word))
  }

  /** Articles with any of some words. */
  withAny(words: readonly string[]): number | undefined {
    const [word] = words
    if (word === undefined) return 0
    if (words.length === 1) return this.with(word)
    const term = this.source.local?.termOfAll(words)
    if (term !== undefined) return this.under(term, false)
    return countIn(this.source.answer({ kind: 'any', words }))
  }

  /** Is it known that no article has the word any more? The index of words keeps what removed articles had. */
  isGone(word: string): boolean {
    return this.isZero('words', WORDS.any(word))
  }

  /** Is it known that no article stands under the term, whole or as a part? */
  isTermGone(term: string): boolean {
    return [false, true].every(
      (isPart) =>
        this.source.local?.standsUnder(term, isPart) === false || this.isZero('keys', keyName(term, isPart))
    )
  }

  /** It was counted together with others as rare, and they are frequent. */
  markFrequent(key: string): void {
    this.triedTogether.set(key, (this.triedTogether.get(key) ?? 0) + 1)
  }

  private isRare(word: string): boolean {
    return this.source.local?.isRare(word) === true
  }

  private isZero(field: 'keys' | 'words', value: string): boolean {
    return countIn(this.source.known(requestKey({ kind: 'count', field, value }))) === 0
  }

  /** @param mayBeRare is tried to be counted together with others */
  private count(field: 'keys' | 'words', value: string, mayBeRare: boolean): number | undefined {
    const request: LookupRequest = { kind: 'count', field, value }
    const isRare = mayBeRare && (this.triedTogether.get(requestKey(request)) ?? 0) < MOST_TRIES
    return countIn(this.source.answer({ ...request, isRare }))
  }
}

const countIn = (answer: object | undefined): number | undefined =>
  (answer as { readonly count: number } | undefined)?.count
