import { foldKey } from '../../../analysis/text/fold.js'
import { isComparable, type NearWord } from '../../../segment/words/near-words.js'
import type { TermId, WordId } from '../../../segment/words/vocabulary-tables.js'
import type { PrefixWords } from '../../../segment/words/prefix-words.js'
import { ClusterVocabulary } from './cluster-vocabulary.js'
import type { LocalWords } from '../lookup/local-words.js'
import type { Lookup } from '../lookup/lookup.js'

/** A generation whose words are all in this process: caches are keyed by this object. */
export interface LocalGeneration {
  readonly words: LocalWords
}

/**
 * All words of a cluster, by which a query is planned: only how frequent they are is asked. The articles are found by
 * the parts of their words, so that no compounds are listed; those of the articles that are found are known later.
 */
export class CountedVocabulary extends ClusterVocabulary {
  constructor(
    private readonly local: LocalGeneration,
    lookup: Lookup
  ) {
    super(local.words.tables, local.words.models, lookup)
  }

  override get origin(): object {
    return this.local
  }

  override frequency(word: WordId): number {
    return this.lookup.counts.with(this.word(word)) ?? 0
  }

  override wordId(word: string): WordId | undefined {
    const id = super.wordId(word)
    return id === undefined || this.lookup.counts.isGone(word) ? undefined : id
  }

  override termId(term: string): TermId | undefined {
    const { counts } = this.lookup
    const id = this.numberOfTerm(term)
    if (id === undefined) return undefined
    if (super.wordsOf(id).length > 0) return counts.isTermGone(term) ? undefined : id
    const found = [false, true].map((isPart) => counts.under(term, isPart, true))
    return found.some((count = 0) => count > 0) ? id : undefined
  }

  override wordsOf(term: TermId): Uint32Array {
    return this.sorted(super.wordsOf(term))
  }

  override wordsWithPart(): Uint32Array {
    return NONE
  }

  override wordsWithPrefix(prefix: string): PrefixWords {
    const words = this.sorted(this.local.words.numbers('prefix', prefix))
    return { words, counted: { words }, has: (id) => this.word(id).startsWith(prefix) }
  }

  override wordsWithFoldedPrefix(prefix: string): WordId[] {
    return this.foldedAmong([...this.local.words.numbers('folded', foldKey(prefix))], prefix)
  }

  override wordsNear(word: string, most: number): NearWord[] {
    return super
      .wordsNear(word, most)
      .filter((near) => isComparable(this.word(near.word)))
      .sort((a, b) => (this.word(a.word) < this.word(b.word) ? -1 : 1))
  }

  override lemmasNear(word: string, most: number): TermId[] {
    return super.lemmasNear(word, most).sort((a, b) => (this.term(a) < this.term(b) ? -1 : 1))
  }

  protected override termsWithKey(key: string): TermId[] {
    return super.termsWithKey(key).sort((a, b) => (this.term(a) < this.term(b) ? -1 : 1))
  }

  /** In the order of their code units: the numbers depend on when this process read them. */
  private sorted(words: Iterable<WordId>): Uint32Array {
    const found = Uint32Array.from(words)
    if (found.length < 2) return found
    return found.sort((a, b) => (this.word(a) < this.word(b) ? -1 : 1))
  }
}

const NONE = new Uint32Array()
