import type { Models } from '../../../analysis/models.js'
import { foldKey } from '../../../analysis/text/fold.js'
import type { FoundVariant } from '../../../analysis/variants/variant-model.js'
import { CASES } from '../../../segment/positions/positions.js'
import { isPartKey, termOfKey } from '../../../segment/postings/postings.js'
import type { FieldLengths } from '../../../segment/postings/impacts.js'
import type { Statistics } from '../../../segment/statistics.js'
import { findFoldedPrefix } from '../../../segment/words/folded-prefix.js'
import { NAME_SHARE } from '../../../segment/words/vocabulary-builder.js'
import type { VocabularyTables, WordId } from '../../../segment/words/vocabulary-tables.js'
import { Vocabulary, type Counterparts } from '../../../segment/words/vocabulary.js'
import type { Lookup } from '../lookup/lookup.js'

/** The words of a cluster for one query, which looks up what it does not know of them. */
export abstract class ClusterVocabulary extends Vocabulary {
  constructor(
    tables: VocabularyTables,
    models: Models,
    protected readonly lookup: Lookup
  ) {
    super(tables, models)
  }

  /** How frequent a word is, as far as that is known. */
  abstract frequency(word: WordId): number

  override unanswered(): number {
    return this.lookup.unanswered
  }

  override isName(word: string): boolean {
    const id = this.wordId(word)
    if (id !== undefined) return this.isNameHere(word)
    const term = this.termId(word)
    return term !== undefined && this.wordsOf(term).every((form) => this.isNameHere(this.word(form)))
  }

  /** The index of words has those of articles that were removed too: the articles are asked. */
  override hasPrefix(prefix: string): boolean {
    const found = [...this.wordsWithPrefix(prefix).words, ...this.wordsWithFoldedPrefix(prefix)]
    return (this.lookup.counts.withAny([...new Set(found)].map((id) => this.word(id))) ?? 0) > 0
  }

  /** Those of a word that a query before had are remembered, while it is not known that they are gone. */
  override counterpartsOf(word: string): Counterparts {
    const key = `counterparts:${word}`
    const known = this.lookup.remembered(key) as RememberedCounterparts | undefined
    if (known?.variants.every((variant) => this.hasStill(variant)) === true) {
      const spellings = known.spellings.map((term) => this.termId(term))
      if (spellings.every((term) => term !== undefined)) return { spellings, variants: known.variants }
    }
    const before = this.unanswered()
    const { spellings, variants } = this.findCounterparts(word)
    if (this.unanswered() === before) {
      const found: RememberedCounterparts = {
        spellings: spellings.map((term) => this.term(term)),
        variants: variants.map((variant) => ({ ...variant, isWord: this.has(variant.word) }))
      }
      this.lookup.remember(key, found)
    }
    return { spellings, variants }
  }

  private hasStill({ word, isWord }: RememberedVariant): boolean {
    return isWord ? this.has(word) : this.hasForm(word)
  }

  /** Of some words those whose folded form begins as that of a prefix; see `findFoldedPrefix`. */
  protected foldedAmong(words: readonly WordId[], prefix: string): WordId[] {
    const marked = words.flatMap((id) => {
      const [word, folded] = [this.word(id), foldKey(this.word(id))]
      return folded === word ? [] : { id, folded }
    })
    marked.sort((a, b) => (a.folded < b.folded ? -1 : 1))
    return findFoldedPrefix(this, [{ folded: Uint32Array.from(marked, ({ id }) => id) }], prefix)
  }

  /** By articles, where a generation in memory counts occurrences. */
  private isNameHere(word: string): boolean {
    const [names, all] = [this.lookup.counts.withName(word), this.lookup.counts.with(word)]
    return names !== undefined && all !== undefined && names > NAME_SHARE * all
  }
}

/** Numbers of terms are those of one query. */
interface RememberedCounterparts {
  readonly spellings: readonly string[]
  readonly variants: readonly RememberedVariant[]
}

interface RememberedVariant extends FoundVariant {
  /** Is it a word or a term of the collection, and not only a form of one? */
  readonly isWord: boolean
}

/** How frequent things are in a cluster. */
export interface ClusterCounts {
  readonly articles: number
  readonly tokens: FieldLengths
}

/** The statistics of a cluster, in the numbers of a vocabulary. */
export const clusterStatistics = (
  { articles, tokens }: ClusterCounts,
  vocabulary: ClusterVocabulary,
  lookup: Lookup
): Statistics => ({
  articles,
  tokens,
  documentFrequency: (key) => lookup.counts.under(vocabulary.term(termOfKey(key)), isPartKey(key)) ?? 0,
  wordFrequency: (id) => vocabulary.frequency(id),
  wordFrequencies: ({ words }) => words.map((word) => vocabulary.frequency(word)),
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
