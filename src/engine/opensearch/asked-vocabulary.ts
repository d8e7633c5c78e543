import type { Models } from '../../analysis/models.js'
import { foldKey } from '../../analysis/text/fold.js'
import { CASES } from '../../segment/positions/positions.js'
import { isPartKey, termOfKey } from '../../segment/postings/postings.js'
import type { Statistics } from '../../segment/statistics.js'
import { findFoldedPrefix } from '../../segment/words/folded-prefix.js'
import type { Similar } from '../../segment/words/gram-index.js'
import { isComparable, type NearWord } from '../../segment/words/near-words.js'
import { NAME_SHARE, VocabularyBuilder } from '../../segment/words/vocabulary-builder.js'
import { WORD_KINDS, type TermId, type WordId } from '../../segment/words/vocabulary-tables.js'
import { Vocabulary, type PrefixWords } from '../../segment/words/vocabulary.js'
import type { FieldLengths } from '../../segment/postings/impacts.js'
import { editDistance } from '../../structures/edit-distance.js'
import type { WordsBy } from './lookup-query.js'
import type { Lookup } from './lookup.js'
import type { SmallWords } from './small-words.js'

/** How often words stand in a few articles, by word; absent: they do not. */
export interface SmallCounts {
  readonly occurrences: ReadonlyMap<WordId, number>
  /** Those with a capital inside a sentence. */
  readonly capitals: ReadonlyMap<WordId, number>
}

/** The words of a cluster, as far as a query has looked them up; it notes what it does not know yet. */
export class AskedVocabulary extends Vocabulary {
  private readonly small: SmallWords
  private readonly counts: SmallCounts
  private readonly lookup: Lookup
  private looks: Uint8Array | undefined

  /** @param parts its words may grow; then another vocabulary reads them */
  constructor(
    models: Models,
    parts: { readonly words: SmallWords; readonly counts: SmallCounts; readonly lookup: Lookup }
  ) {
    super(NO_WORDS, models)
    this.small = parts.words
    this.counts = parts.counts
    this.lookup = parts.lookup
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

  override isName(word: string): boolean {
    const id = this.wordId(word)
    if (id !== undefined) return this.isNameHere(word)
    const term = this.termId(word)
    return term !== undefined && this.wordsOf(term).every((form) => this.isNameHere(this.word(form)))
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
    return { words, has: (id) => this.word(id).startsWith(prefix) }
  }

  override wordsWithFoldedPrefix(prefix: string): WordId[] {
    const key = foldKey(prefix)
    const marked = this.find('folded', key).flatMap((word) => {
      const folded = foldKey(word)
      return folded === word ? [] : { id: this.small.find(word)!, folded }
    })
    marked.sort((a, b) => (a.folded < b.folded ? -1 : 1))
    return findFoldedPrefix(this, [{ folded: Uint32Array.from(marked, ({ id }) => id) }], prefix)
  }

  /** The index of words has those of articles that were removed too: the articles are asked. */
  override hasPrefix(prefix: string): boolean {
    const found = [...this.wordsWithPrefix(prefix).words, ...this.wordsWithFoldedPrefix(prefix)]
    return (this.lookup.counts.withAny([...new Set(found)].map((id) => this.word(id))) ?? 0) > 0
  }

  override wordsNear(word: string, most: number): NearWord[] {
    this.find(most === 1 ? 'near1' : 'near2', word)
    const isNear = (other: string): boolean =>
      Math.abs(other.length - word.length) <= most &&
      other !== word &&
      isComparable(other) &&
      editDistance(word, other, most) <= most
    return this.small
      .where(isNear)
      .map((id) => ({ word: id, edits: editDistance(word, this.word(id), most) }))
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

  /** In the few articles. */
  occurrences(word: WordId): number {
    return this.counts.occurrences.get(word) ?? 0
  }

  private kindOf(id: WordId): number {
    if (/^\d/.test(this.word(id))) return WORD_KINDS.number
    const isName = (this.counts.capitals.get(id) ?? 0) > NAME_SHARE * this.occurrences(id)
    return isName ? WORD_KINDS.name : WORD_KINDS.plain
  }

  /** By articles, where a generation in memory counts occurrences. */
  private isNameHere(word: string): boolean {
    const [names, all] = [this.lookup.counts.withName(word), this.lookup.counts.with(word)]
    return names !== undefined && all !== undefined && names > NAME_SHARE * all
  }
}

/** No words; what is asked of an `AskedVocabulary` is answered from its `SmallWords`. */
export const NO_WORDS = new VocabularyBuilder(() => {
  throw new Error('No word is added.')
}).columns()

/** How frequent things are in a cluster. */
export interface ClusterCounts {
  readonly articles: number
  readonly tokens: FieldLengths
}

/** The statistics of a cluster, in the numbers of a vocabulary. */
export const askedStatistics = (
  { articles, tokens }: ClusterCounts,
  vocabulary: AskedVocabulary,
  lookup: Lookup
): Statistics => ({
  articles,
  tokens,
  documentFrequency: (key) => lookup.counts.under(vocabulary.term(termOfKey(key)), isPartKey(key)) ?? 0,
  wordFrequency: (id) => {
    const word = vocabulary.word(id)
    return lookup.hasFound(word) ? (lookup.counts.with(word) ?? 0) : vocabulary.occurrences(id)
  },
  pairFrequency: (firsts, seconds) => {
    const [one, other] = [firsts, seconds].map((words) =>
      Array.from(words, (word) => vocabulary.word(word)).sort()
    )
    return lookup.pairFrequency(one!, other!)
  },
  casesOf: (word) => {
    const written = (written: number): number => lookup.counts.withCase(vocabulary.word(word), written) ?? 0
    return [written(CASES.small), written(CASES.capital), written(CASES.capitals)]
  }
})
