import type { Analyzer, WordAnalysis } from '../../analysis/analyzer.js'
import type { Span } from '../../structures/span.js'
import { wordForm } from '../../analysis/text/word-form.js'
import { loadModels } from '../../analysis/models.js'
import { isSpelling, spellingKey } from '../../analysis/text/spelling.js'
import { GramIndex, type Similar } from './gram-index.js'
import { listAt, type Lists } from '../../structures/lists.js'
import { memoise } from '../../structures/memoise.js'
import { NearWords, type NearWord } from './near-words.js'
import { PrefixTable } from '../../structures/prefix-table.js'
import { Slices } from '../../structures/slices.js'
import type { WrittenForms } from './written-forms.js'

/** A distinct word form of the collection, dense. Word ids and term ids are different numbers. */
export type WordId = number
/** A distinct indexed form (stem), dense. */
export type TermId = number

/** More share a spelling key only where somebody writes nonsense. */
const MOST_SPELLINGS = 20

/** What a word looks like: mostly written with a capital inside sentences, beginning with a digit, or neither. */
export const WORD_KINDS = { plain: 0, name: 1, number: 2 } as const

/** Words whose similar words are remembered. */
const REMEMBERED = 5000
/** Similar words in all, of 8 bytes. */
const REMEMBERED_SIMILAR = 4_000_000
/** Words that share fewer letters in a row have as a rule nothing to do with each other. */
const LEAST_SIMILAR = 0.45

/** What the builder gathers; see `VocabularyBuilder`. Arrays are by word id unless they say otherwise. */
export interface VocabularyTables {
  readonly words: readonly string[]
  readonly wordIds: ReadonlyMap<string, WordId>
  readonly wordFrequencies: Uint32Array
  readonly terms: readonly string[]
  readonly termIds: ReadonlyMap<string, TermId>
  readonly termOf: Uint32Array
  /** Terms of the parts of each compound, in order. */
  readonly partTerms: Lists
  /** 1 where the writer marked the parts with hyphens. */
  readonly marked: Uint8Array
  /** See `WORD_KINDS`. */
  readonly kinds: Uint8Array
  readonly written: WrittenForms
  /** By term id. */
  readonly wordsOfTerm: Lists
  readonly wordsWithPart: Lists
  readonly analyze: Analyzer
}

/** The words of a collection, each analysed once, and the ways from one form to others. */
export class Vocabulary {
  /** Terms by the spelling key of the term itself and of its words, where the key is another form. */
  private readonly spelled = new Map<string, TermId[]>()
  private readonly similar: (word: string) => Similar

  private constructor(
    private readonly tables: VocabularyTables,
    private readonly prefixes: PrefixTable,
    private readonly near: NearWords,
    grams: GramIndex
  ) {
    const size = { most: REMEMBERED_SIMILAR, of: ({ words }: Similar): number => words.length + 1 }
    this.similar = memoise({ answers: REMEMBERED, size }, (word) => grams.similar(word, LEAST_SIMILAR))
  }

  /** Lets other work run meanwhile. */
  static async build(tables: VocabularyTables): Promise<Vocabulary> {
    const { words } = tables
    const vocabulary = new Vocabulary(
      tables,
      await PrefixTable.build(words),
      await NearWords.build(words),
      await GramIndex.build(words)
    )
    const slices = new Slices()
    for (const [id, term] of tables.terms.entries()) {
      vocabulary.addSpelling(term, id)
      if (slices.isOver) await slices.next()
    }
    for (const [id, word] of words.entries()) {
      vocabulary.addSpelling(word, tables.termOf[id]!)
      if (slices.isOver) await slices.next()
    }
    return vocabulary
  }

  get wordCount(): number {
    return this.tables.words.length
  }

  get termCount(): number {
    return this.tables.terms.length
  }

  /** The analysis of any word, also one that no article has. */
  analyze(word: string): WordAnalysis {
    return this.tables.analyze(word)
  }

  wordId(word: string): WordId | undefined {
    return this.tables.wordIds.get(word)
  }

  word(id: WordId): string {
    return this.tables.words[id]!
  }

  /** Number of tokens that are this word. */
  wordFrequency(id: WordId): number {
    return this.tables.wordFrequencies[id]!
  }

  termId(term: string): TermId | undefined {
    return this.tables.termIds.get(term)
  }

  term(id: TermId): string {
    return this.tables.terms[id]!
  }

  termOf(word: WordId): TermId {
    return this.tables.termOf[word]!
  }

  /** The terms of a compound's parts, in order; empty for other words. */
  partsOf(word: WordId): Uint32Array {
    return listAt(this.tables.partTerms, word)
  }

  /** Did the writer mark the parts with hyphens (`IKT-Norge`)? */
  isMarked(word: WordId): boolean {
    return this.tables.marked[word] === 1
  }

  /** Is it a word or a term of the collection? */
  has(word: string): boolean {
    return this.tables.wordIds.has(word) || this.tables.termIds.has(word)
  }

  /** The term that the word, or another inflection of it, has in the collection. */
  formOf(word: string): TermId | undefined {
    return this.wordTerm(word) ?? this.termId(this.analyze(word).term)
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
    return term !== undefined && this.wordsOf(term).every((form) => kinds[form] === WORD_KINDS.name)
  }

  /** As the word is mostly written inside sentences: `NRK`, `Ålesund`, `strategi`. */
  written(id: WordId): string {
    const { kinds, written } = this.tables
    return (kinds[id] === WORD_KINDS.name ? written.of(id) : undefined) ?? this.word(id)
  }

  /** By word: `WORD_KINDS`. */
  get kinds(): Uint8Array {
    return this.tables.kinds
  }

  /** Where in a written word the parts with this term are, relative to it. */
  partSpans(written: string, part: TermId): Span[] {
    const { parts, word } = this.analyze(wordForm(written))
    const isSameLength = word.length === written.length
    return isSameLength
      ? parts.filter(({ term }) => this.termId(term) === part)
      : [{ start: 0, end: written.length }]
  }

  wordsOf(term: TermId): Uint32Array {
    return listAt(this.tables.wordsOfTerm, term)
  }

  /** The compounds of which the term is a part, the most frequent first. */
  wordsWithPart(term: TermId): Uint32Array {
    return listAt(this.tables.wordsWithPart, term)
  }

  /**
   * The terms of other spellings of a word, or of its term: `alesund` → `ålesund`, `aalesund`; `blaabaer` → `blåbær`, though
   * it may be taken for an inflection of something else. See `isSpelling`.
   */
  spellingsOf(word: string): TermId[] {
    const { term } = this.analyze(word)
    const own = this.termId(term)
    const found = new Set<TermId>()
    const { isKnownForm } = loadModels()
    for (const form of new Set([word, term])) {
      const key = spellingKey(form)
      const alike = [this.termId(key) ?? [], this.wordTerm(key) ?? [], this.spelled.get(key) ?? []].flat()
      for (const id of alike.slice(0, MOST_SPELLINGS))
        if (id !== own && this.formsOf(id).some((other) => isSpelling(form, other, isKnownForm)))
          found.add(id)
    }
    return [...found]
  }

  /** The words that begin with `prefix`, in code unit order. */
  wordsWithPrefix(prefix: string): Uint32Array {
    return this.prefixes.find(prefix)
  }

  /** The words at most `most` edits (1 or 2) from one, without itself; no numbers. */
  wordsNear(word: string, most: number): NearWord[] {
    return this.near.find(word, most)
  }

  /** The words that hold at least `LEAST_SIMILAR` of the letters in a row that `word` does, and the share. */
  similarTo(word: string): Similar {
    return this.similar(word)
  }

  private addSpelling(form: string, term: TermId): void {
    const key = spellingKey(form)
    if (key === form) return
    const terms = this.spelled.get(key)
    if (terms === undefined) this.spelled.set(key, [term])
    else terms.push(term)
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
