import type { Models } from '../../analysis/models.js'
import { foldKey } from '../../analysis/text/fold.js'
import { CASES } from '../../segment/positions/positions.js'
import { isPartKey, termOfKey } from '../../segment/postings/postings.js'
import type { Statistics } from '../../segment/statistics.js'
import type { Similar } from '../../segment/words/gram-index.js'
import type { NearWord } from '../../segment/words/near-words.js'
import { NAME_SHARE } from '../../segment/words/vocabulary-builder.js'
import type { TermId, VocabularyTables, WordId } from '../../segment/words/vocabulary-tables.js'
import { Vocabulary, type PrefixWords } from '../../segment/words/vocabulary.js'
import type { FieldLengths } from '../../segment/postings/impacts.js'
import type { Lookup } from './lookup.js'

/** The words of a cluster, as far as a query has looked them up; it notes what it does not know yet. */
export class AskedVocabulary extends Vocabulary {
  constructor(
    tables: VocabularyTables,
    models: Models,
    private readonly lookup: Lookup
  ) {
    super(tables, models)
  }

  override wordId(word: string): WordId | undefined {
    this.lookup.words('word', word)
    return super.wordId(word)
  }

  override termId(term: string): TermId | undefined {
    this.lookup.hasTerm(term)
    return super.termId(term)
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

  override wordsWithPrefix(prefix: string): PrefixWords {
    this.lookup.words('prefix', prefix)
    return super.wordsWithPrefix(prefix)
  }

  override wordsWithFoldedPrefix(prefix: string): WordId[] {
    this.lookup.words('folded', foldKey(prefix))
    return super.wordsWithFoldedPrefix(prefix)
  }

  override wordsNear(word: string, most: number): NearWord[] {
    this.lookup.words(most === 1 ? 'near1' : 'near2', word)
    return super.wordsNear(word, most)
  }

  protected override termsWithKey(key: string): TermId[] {
    this.lookup.words('spellings', key)
    return super.termsWithKey(key)
  }

  /** The words here that look like one, as far as that is known; see `GramIndex`. */
  override similarTo(word: string): Similar {
    const ids: number[] = []
    const shares: number[] = []
    for (const [other, share] of this.lookup.similar(word)) {
      const id = super.wordId(other)
      if (id === undefined) continue
      ids.push(id)
      shares.push(share)
    }
    return { words: Uint32Array.from(ids), shares: Float32Array.from(shares) }
  }

  /** By articles, where a generation in memory counts occurrences. */
  private isNameHere(word: string): boolean {
    const [names, all] = [this.lookup.articlesWithName(word), this.lookup.articlesWith(word)]
    return names !== undefined && all !== undefined && names > NAME_SHARE * all
  }
}

/** How frequent things are in a cluster. */
export interface ClusterCounts {
  readonly articles: number
  readonly tokens: FieldLengths
}

/** The statistics of a cluster, in the numbers of a vocabulary. */
export const askedStatistics = (
  { articles, tokens }: ClusterCounts,
  vocabulary: Vocabulary,
  lookup: Lookup
): Statistics => ({
  articles,
  tokens,
  documentFrequency: (key) => lookup.articlesUnder(vocabulary.term(termOfKey(key)), isPartKey(key)) ?? 0,
  wordFrequency: (word) => lookup.articlesWith(vocabulary.word(word)) ?? 0,
  pairFrequency: (firsts, seconds) => {
    const [one, other] = [firsts, seconds].map((words) =>
      Array.from(words, (word) => vocabulary.word(word)).sort()
    )
    return lookup.pairFrequency(one!, other!)
  },
  casesOf: (word) => {
    const written = (written: number): number => lookup.articlesWithCase(vocabulary.word(word), written) ?? 0
    return [written(CASES.small), written(CASES.capital), written(CASES.capitals)]
  }
})
