import type { Models } from '../../../analysis/models.js'
import { foldKey } from '../../../analysis/text/fold.js'
import type { Similar } from '../../../segment/words/gram-index.js'
import { isComparable, type NearWord } from '../../../segment/words/near-words.js'
import { NAME_SHARE, VocabularyBuilder } from '../../../segment/words/vocabulary-builder.js'
import { WORD_KINDS, type TermId, type WordId } from '../../../segment/words/vocabulary-tables.js'
import type { PrefixWords } from '../../../segment/words/prefix-words.js'
import { editDistance } from '../../../structures/edit-distance.js'
import { ClusterVocabulary } from './cluster-vocabulary.js'
import type { WordsBy } from '../lookup/lookup-query.js'
import type { Lookup } from '../lookup/lookup.js'
import type { SmallWords } from '../reading/small-words.js'

/** How often words stand in a few articles, by word; absent: they do not. */
export interface SmallCounts {
  readonly occurrences: ReadonlyMap<WordId, number>
  /** Those with a capital inside a sentence. */
  readonly capitals: ReadonlyMap<WordId, number>
}

/** The words of a cluster that a query has looked up; it looks up what it does not know yet. */
export class LookupVocabulary extends ClusterVocabulary {
  private readonly small: SmallWords
  private readonly counts: SmallCounts
  private looks: Uint8Array | undefined

  /** @param parts its words may grow; then another vocabulary reads them */
  constructor(
    models: Models,
    parts: { readonly words: SmallWords; readonly counts: SmallCounts; readonly lookup: Lookup }
  ) {
    super(NO_WORDS, models, parts.lookup)
    this.small = parts.words
    this.counts = parts.counts
  }

  override get wordCount(): number {
    return this.small.wordCount
  }

  override get termCount(): number {
    return this.small.termCount
  }

  override wordId(word: string): WordId | undefined {
    this.find('word', word)
    return this.lookup.counts.isGone(word) ? undefined : this.small.find(word)
  }

  override numberOfWord(word: string): WordId | undefined {
    return this.small.find(word)
  }

  override word(id: WordId): string {
    return this.small.word(id).word
  }

  override termId(term: string): TermId | undefined {
    if (this.lookup.hasTerm(term)) this.small.addTerm(term)
    this.find('terms', term)
    return this.small.findTerm(term)
  }

  override numberOfTerm(term: string): TermId | undefined {
    return this.small.findTerm(term)
  }

  override term(id: TermId): string {
    return this.small.term(id)
  }

  override termOf(word: WordId): TermId {
    return this.small.word(word).term
  }

  override forEachTerm(word: WordId, visit: (term: TermId) => void): void {
    for (const term of this.small.word(word).terms) visit(term)
  }

  override partsOf(word: WordId): Uint32Array {
    return this.small.word(word).parts
  }

  override forEachPart(word: WordId, visit: (part: TermId) => void): void {
    for (const part of this.partsOf(word)) visit(part)
  }

  override isMarked(word: WordId): boolean {
    return this.small.word(word).isMarked
  }

  override has(word: string): boolean {
    return this.wordId(word) !== undefined || this.termId(word) !== undefined
  }

  /** How a word is written is not kept. */
  override writtenAs(id: WordId): string {
    return this.word(id)
  }

  /** By the few articles. */
  override get kinds(): Uint8Array {
    return (this.looks ??= Uint8Array.from({ length: this.wordCount }, (_, id) => this.kindOf(id)))
  }

  override wordsOf(term: TermId): Uint32Array {
    return Uint32Array.from(this.small.sorted(this.small.withTerm(term)))
  }

  override readonly knowsWordsOf = (term: TermId): boolean => this.lookup.knowsWordsOf(this.small.term(term))

  override wordsWithPart(term: TermId): Uint32Array {
    const found = Uint32Array.from(this.small.sorted(this.small.withPart(term)))
    return found.sort((a, b) => this.occurrences(b) - this.occurrences(a))
  }

  override wordsWithPrefix(prefix: string): PrefixWords {
    this.find('prefix', prefix)
    const words = Uint32Array.from(this.small.where((word) => word.startsWith(prefix)))
    return { words, counted: { words }, has: (id) => this.word(id).startsWith(prefix) }
  }

  override wordsWithFoldedPrefix(prefix: string): WordId[] {
    const words = this.find('folded', foldKey(prefix))
    return this.foldedAmong(
      words.map((word) => this.small.find(word)!),
      prefix
    )
  }

  override wordsNear(word: string, most: number): NearWord[] {
    this.find(most === 1 ? 'near1' : 'near2', word)
    return this.small
      .where((other) => isNearly(word, other, most))
      .map((id) => ({ word: id, edits: editDistance(word, this.word(id), most) }))
  }

  override lemmasNear(word: string, most: number): TermId[] {
    this.find(most === 1 ? 'lemma1' : 'lemma2', word)
    return this.small
      .termsWhere((term) => isNearly(word, term, most))
      .filter((id) => this.small.find(this.term(id)) === undefined && this.small.withTerm(id).length > 0)
  }

  protected override termsWithKey(key: string): TermId[] {
    this.find('spellings', key)
    return [...this.small.withSpelling(key)]
  }

  /** The words here that look like one, as far as that is known; see `GramIndex`. */
  override similarTo(word: string): Similar {
    const ids: number[] = []
    const shares: number[] = []
    for (const [other, share] of this.lookup.similar(word)) {
      const id = this.small.find(other)
      if (id === undefined) continue
      ids.push(id)
      shares.push(share)
    }
    return { words: Uint32Array.from(ids), shares: Float32Array.from(shares) }
  }

  /** The words that are found so, which are words here from then on; none where that is not known yet. */
  private find(by: WordsBy, value: string): readonly string[] {
    const found = this.lookup.words(by, value) ?? []
    for (const word of found) this.small.add(word)
    return found
  }

  /** In the few articles, where it was not asked for by itself. */
  override frequency(id: WordId): number {
    const word = this.word(id)
    return this.lookup.hasFound(word) ? (this.lookup.counts.with(word) ?? 0) : this.occurrences(id)
  }

  /** In the few articles. */
  occurrences(word: WordId): number {
    return this.counts.occurrences.get(word) ?? 0
  }

  private kindOf(id: WordId): number {
    if (/^\d/.test(this.word(id))) return WORD_KINDS.number
    const isName = (this.counts.capitals.get(id) ?? 0) > NAME_SHARE * this.occurrences(id)
    return isName ? WORD_KINDS.name : WORD_KINDS.plain
  }
}

/** As `findNearWords` has it. */
const isNearly = (word: string, other: string, most: number): boolean =>
  Math.abs(other.length - word.length) <= most &&
  other !== word &&
  isComparable(other) &&
  editDistance(word, other, most) <= most

/** No words; what is asked of an `LookupVocabulary` is answered from its `SmallWords`. */
export const NO_WORDS = new VocabularyBuilder(() => {
  throw new Error('No word is added.')
}).columns()
