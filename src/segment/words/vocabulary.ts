import type { Models } from '../../analysis/models.js'
import { furtherKeys, isSpelling, spellingKey } from '../../analysis/text/spelling.js'
import { wordForm } from '../../analysis/text/word-form.js'
import type { FoundVariant } from '../../analysis/variants/variant-model.js'
import { listAt, listsOfKey } from '../../structures/lists.js'
import { memoise } from '../../structures/memoise.js'
import type { Span } from '../../structures/span.js'
import { hashOf, Strings } from '../../structures/string-table.js'
import { findFoldedPrefix } from './folded-prefix.js'
import { GoneWords } from './gone-words.js'
import { GramIndex, type Similar } from './gram-index.js'
import { findNearWords, type NearWord } from './near-words.js'
import {
  WORD_KINDS,
  type TermId,
  type VocabularyTables,
  type WordId,
  type WordRunTables
} from './vocabulary-tables.js'
import { knownWords } from './known-words.js'
import { findPrefix, type PrefixWords } from './prefix-words.js'
import { WrittenForms } from './written-forms.js'

/** More terms share a spelling key only where somebody writes nonsense. */
const MOST_SPELLINGS = 20
/** Words whose similar words and counterparts are remembered. */
const REMEMBERED_WORDS = 5000
/** Similar words that are remembered in all, of 8 bytes. */
const REMEMBERED_SIMILAR = 4_000_000
/** Words that share fewer letters in a row have as a rule nothing to do with each other: a share of their idf. */
export const LEAST_SIMILAR = 0.45

/** What else a word may be written as in the collection. */
export interface Counterparts {
  /** Other spellings: `alesund` → `ålesund`. */
  readonly spellings: readonly TermId[]
  /** Forms in the other standard, best first: `sykehus` → `sjukehus`. */
  readonly variants: readonly FoundVariant[]
}

/**
 * Reads the words of a collection, and the ways from one form to others. Words that no article has any more are found
 * by their numbers alone.
 */
export class Vocabulary {
  private readonly words: Strings
  private readonly terms: Strings
  private readonly gone: GoneWords
  private readonly written: WrittenForms
  private readonly similar: (word: string) => Similar
  private readonly counterparts: (word: string) => Counterparts
  private readonly runs: readonly WordRunTables[]

  constructor(
    readonly tables: VocabularyTables,
    readonly models: Models
  ) {
    this.words = new Strings(tables.words)
    this.terms = new Strings(tables.terms)
    this.gone = new GoneWords(tables.gone, this.words.size)
    this.written = new WrittenForms(tables.written)
    this.runs = Object.values(tables.runs)
    const grams = new GramIndex(
      this.runs.map(({ range, grams }) => ({ first: range[0]!, end: range[1]!, grams })),
      this.gone
    )
    const size = { most: REMEMBERED_SIMILAR, of: ({ words }: Similar): number => words.length + 1 }
    this.similar = memoise({ answers: REMEMBERED_WORDS, size }, (word) => grams.similar(word, LEAST_SIMILAR))
    this.counterparts = memoise({ answers: REMEMBERED_WORDS }, (word) => this.findCounterparts(word))
  }

  /** Vocabularies of one origin have the same words: what is remembered of one holds for the others. */
  get origin(): object {
    return this
  }

  /** How often something was asked that is not known yet, as it may be in a cluster: what was made of it is a guess. */
  unanswered(): number {
    return 0
  }

  get wordCount(): number {
    return this.words.size
  }

  get termCount(): number {
    return this.terms.size
  }

  wordId(word: string): WordId | undefined {
    const id = this.words.find(word)
    return id === undefined || this.gone.has(id) ? undefined : id
  }

  /** Also of a word that no article has any more. */
  numberOfWord(word: string): WordId | undefined {
    return this.words.find(word)
  }

  word(id: WordId): string {
    return this.words.text(id)
  }

  termId(term: string): TermId | undefined {
    const id = this.terms.find(term)
    return id === undefined || this.isThere(id) ? id : undefined
  }

  /** Also of a term that no word has any more. */
  numberOfTerm(term: string): TermId | undefined {
    return this.terms.find(term)
  }

  term(id: TermId): string {
    return this.terms.text(id)
  }

  termOf(word: WordId): TermId {
    return this.tables.termOf[word]!
  }

  /** Calls `visit` with the term of a word and its further terms. */
  forEachTerm(word: WordId, visit: (term: TermId) => void): void {
    visit(this.termOf(word))
    const { offsets, values } = this.tables.furtherTerms
    for (let i = offsets[word]!; i < offsets[word + 1]!; i++) visit(values[i]!)
  }

  /** The terms of a compound's parts, in order, then those of inner compounds; empty for other words. */
  partsOf(word: WordId): Uint32Array {
    return listAt(this.tables.parts, word)
  }

  /** Calls `visit` with the terms of a compound's parts, in order. */
  forEachPart(word: WordId, visit: (part: TermId) => void): void {
    const { offsets, values } = this.tables.parts
    for (let i = offsets[word]!; i < offsets[word + 1]!; i++) visit(values[i]!)
  }

  /** Did the writer mark the parts with hyphens (`IKT-Norge`)? */
  isMarked(word: WordId): boolean {
    return this.tables.marked[word] === 1
  }

  /** Is it a word or a term of the collection? */
  has(word: string): boolean {
    return this.wordId(word) !== undefined || this.termId(word) !== undefined
  }

  /** The term that the word, or another inflection of it, has in the collection. */
  formOf(word: string): TermId | undefined {
    return this.wordTerm(word) ?? this.termId(this.models.analyze(word).term)
  }

  hasForm(word: string): boolean {
    return this.formOf(word) !== undefined
  }

  /** Is the word, or are all words with this term, mostly written with a capital inside sentences? */
  isName(word: string): boolean {
    const { kinds } = this.tables
    const id = this.wordId(word)
    if (id !== undefined) return kinds[id] === WORD_KINDS.name
    const term = this.termId(word)
    const forms = term === undefined ? [] : this.wordsOf(term)
    return forms.length > 0 && forms.every((form) => kinds[form] === WORD_KINDS.name)
  }

  /** As the word is mostly written inside sentences: `NRK`, `Ålesund`, `strategi`. */
  writtenAs(id: WordId): string {
    const word = this.word(id)
    if (this.kinds[id] !== WORD_KINDS.name) return word
    return this.written.of(id) ?? word.charAt(0).toUpperCase() + word.slice(1)
  }

  /** By word: `WORD_KINDS`. */
  get kinds(): Uint8Array {
    return this.tables.kinds
  }

  /** Where in a written word the parts with this term are, relative to it; a word may be one half of a compound. */
  partSpans(written: string, part: TermId): Span[] {
    const { parts, inner, word, term: half } = this.models.analyze(wordForm(written))
    const isSameLength = word.length === written.length
    return isSameLength && this.numberOfTerm(half) !== part
      ? [...parts, ...inner].filter(({ term }) => this.numberOfTerm(term) === part)
      : [{ start: 0, end: written.length }]
  }

  wordsOf(term: TermId): Uint32Array {
    const lists = this.runs.map((run) => run.wordsOfTerm)
    return this.gone.without(listsOfKey(lists, term))
  }

  /** Does `wordsOf` tell all words of the collection with a term? One that asks for words knows only some. */
  readonly knowsWordsOf: (term: TermId) => boolean = () => true

  /** The compounds of which the term is a part, the most frequent first, those that came later last. */
  wordsWithPart(term: TermId): Uint32Array {
    const lists = this.runs.map((run) => run.wordsWithPart)
    return this.gone.without(listsOfKey(lists, term))
  }

  /** What else a word may be written as, as far as the collection has it. */
  counterpartsOf(word: string): Counterparts {
    return this.counterparts(word)
  }

  /** The words that begin with `prefix`. */
  wordsWithPrefix(prefix: string): PrefixWords {
    return this.prefixed(prefix)
  }

  /** The words that begin with another spelling of `prefix`: see `findFoldedPrefix`. */
  wordsWithFoldedPrefix(prefix: string): WordId[] {
    return findFoldedPrefix(this, this.runs, prefix).filter((word) => !this.gone.has(word))
  }

  /** Does any word begin with `prefix`, or with another spelling of it? */
  hasPrefix(prefix: string): boolean {
    return !this.prefixed(prefix).isEmpty || this.wordsWithFoldedPrefix(prefix).length > 0
  }

  private prefixed(prefix: string): ReturnType<typeof findPrefix> {
    const { runs, gone } = this
    return findPrefix({ runs, gone, wordOf: (id) => this.word(id) }, prefix)
  }

  /** The words at most `most` edits (1 or 2) from one, but itself and numbers; those not worth it may lack. */
  wordsNear(word: string, most: number, isWorth: (near: WordId) => boolean = () => true): NearWord[] {
    const nearby = { wordOf: (id: WordId) => this.word(id), isWorth }
    return this.runs
      .flatMap(({ letters }) => findNearWords(letters, nearby, word, most))
      .filter((near) => !this.gone.has(near.word))
  }

  /** The terms at most `most` edits (1 or 2) from a word that are no words here, only dictionary forms of some. */
  lemmasNear(word: string, most: number): TermId[] {
    const nearby = { wordOf: (id: TermId) => this.term(id), isWorth: () => true }
    return this.runs
      .flatMap(({ termLetters }) => findNearWords(termLetters, nearby, word, most))
      .flatMap((near) => (this.wordsOf(near.word).length > 0 ? near.word : []))
  }

  /** The words that hold at least `LEAST_SIMILAR` of the letters in a row that `word` does, and the share. */
  similarTo(word: string): Similar {
    return this.similar(word)
  }

  /** Has any word the term, or the term as a part? */
  private isThere(term: TermId): boolean {
    return this.gone.count === 0 || this.wordsOf(term).length > 0 || this.wordsWithPart(term).length > 0
  }

  protected findCounterparts(word: string): Counterparts {
    const variants = this.models.variants.variantsAmong(word, knownWords(this))
    return { spellings: this.spellingsOf(word), variants }
  }

  /**
   * The terms of other spellings of a word, or of its term: `alesund` → `ålesund`, `aalesund`; `blaabaer` → `blåbær`,
   * though it may be taken for an inflection of something else. See `isSpelling`.
   */
  private spellingsOf(word: string): TermId[] {
    const { analyze, isKnownForm } = this.models
    const { term } = analyze(word)
    const own = this.termId(term)
    const found = new Set<TermId>()
    for (const form of new Set([word, term])) {
      const keys = [spellingKey(form), ...furtherKeys(form)]
      const alike = new Set(
        keys.flatMap((key) =>
          [this.termId(key) ?? [], this.wordTerm(key) ?? [], this.termsWithKey(key)].flat()
        )
      )
      for (const id of [...alike].slice(0, MOST_SPELLINGS))
        if (id !== own && this.formsOf(id).some((other) => isSpelling(form, other, isKnownForm)))
          found.add(id)
    }
    return [...found]
  }

  /** The terms that have a spelling key, or a word that has it, where it is another form. */
  protected termsWithKey(key: string): TermId[] {
    const hash = hashOf(key)
    return this.runs
      .flatMap(({ spellings }) => [...listAt(spellings, hash & (spellings.offsets.length - 2))])
      .filter((term) => this.formsOf(term).some((form) => form !== key && spellingKey(form) === key))
  }

  /** A term, and the words that have it. */
  private formsOf(term: TermId): string[] {
    return [this.term(term), ...Array.from(this.wordsOf(term), (word) => this.word(word))]
  }

  private wordTerm(word: string): TermId | undefined {
    const id = this.wordId(word)
    return id === undefined ? undefined : this.termOf(id)
  }
}
