import type { Analyzer, WordAnalysis } from '../../analysis/analyzer.js'
import { appended, appendedLists, appendedStrings, appendedTexts } from '../../structures/append.js'
import { GrowableUint32, GrowableUint8 } from '../../structures/growable.js'
import { GrowableLists } from '../../structures/growable-lists.js'
import { Interner } from '../../structures/interner.js'
import { buildStringTable } from '../../structures/string-table.js'
import { sharedColumn } from '../../structures/tables.js'
import { packTexts } from '../../structures/texts.js'
import type { Vocabulary } from './vocabulary.js'
import { WORD_KINDS, type TermId, type VocabularyTables, type WordId } from './vocabulary-tables.js'
import { buildWordRun, type WordForms } from './word-run.js'
import { WrittenFormsBuilder } from './written-forms.js'

/** What a word is indexed under, as `WordAnalysis` tells it. */
export interface IndexedForms {
  readonly term: string
  /** The terms of the other words that it may be a form of. */
  readonly further: readonly string[]
  /** The terms of its parts, in order, then those of inner compounds. */
  readonly parts: readonly string[]
  readonly marked: boolean
}

export const indexedForms = ({ term, further, parts, inner, marked }: WordAnalysis): IndexedForms => ({
  term,
  further: further.meant,
  parts: [...parts, ...inner].map((part) => part.term),
  marked
})

/** A word that is written with a capital inside sentences more often than this is a name. */
export const NAME_SHARE = 0.5

/**
 * Gathers words; each is analysed once, when it is first met. Words and terms keep their numbers, however many are
 * added. Words that there are already, in `base`, are only looked up: what they look like was decided before.
 */
export class VocabularyBuilder implements WordForms {
  private readonly words = new Interner()
  private readonly terms = new Interner()
  private readonly frequencies = new GrowableUint32()
  private readonly capitals = new GrowableUint32()
  private readonly written = new WrittenFormsBuilder()
  private readonly termOfWord = new GrowableUint32()
  private readonly further = new GrowableLists()
  private readonly partTerms = new GrowableLists()
  private readonly markedWords = new GrowableUint8()
  /** The first ids of words and terms that are gathered here. */
  private readonly first: { readonly word: WordId; readonly term: TermId }

  /** @param base the words so far, which these are put behind */
  constructor(
    private readonly analyze: Analyzer,
    private readonly base?: Vocabulary
  ) {
    this.first = { word: base?.wordCount ?? 0, term: base?.termCount ?? 0 }
  }

  get wordCount(): number {
    return this.first.word + this.words.size
  }

  get termCount(): number {
    return this.first.term + this.terms.size
  }

  /** Counts one occurrence. @param written where it has a capital though a small letter was to be expected */
  count(word: string, written?: string): WordId {
    const id = this.idOf(word)
    this.countMore(id, 1)
    if (written !== undefined) this.countCapital(id, written)
    return id
  }

  /** The id of a word, also of one that does not occur. @param formsOf analyses one that is new */
  idOf(word: string, formsOf: (word: string) => IndexedForms = this.formsOf): WordId {
    const known = this.base?.numberOfWord(word)
    if (known !== undefined) return known
    return this.first.word + (this.words.find(word) ?? this.add(word, formsOf(word)))
  }

  /** Counts occurrences of a word that has an id. */
  countMore(id: WordId, occurrences: number): void {
    if (id >= this.first.word) this.frequencies.add(id - this.first.word, occurrences)
  }

  /** Counts a capital in one of the occurrences. */
  countCapital(id: WordId, written: string): void {
    if (id < this.first.word) return
    this.capitals.add(id - this.first.word, 1)
    this.written.count(id - this.first.word, written)
  }

  word(id: WordId): string {
    return id < this.first.word ? this.base!.word(id) : this.words.text(id - this.first.word)
  }

  term(id: TermId): string {
    return id < this.first.term ? this.base!.term(id) : this.terms.text(id - this.first.term)
  }

  termOf(word: WordId): TermId {
    return word < this.first.word ? this.base!.termOf(word) : this.termOfWord.at(word - this.first.word)
  }

  /** Calls `visit` with the term of a word and those of the other words that it may be a form of. */
  forEachTerm(word: WordId, visit: (term: TermId) => void): void {
    if (word < this.first.word) {
      this.base!.forEachTerm(word, visit)
      return
    }
    visit(this.termOfWord.at(word - this.first.word))
    this.further.forEach(word - this.first.word, visit)
  }

  isMarked(word: WordId): boolean {
    if (word < this.first.word) return this.base!.isMarked(word)
    return this.markedWords.at(word - this.first.word) === 1
  }

  /** Calls `visit` with the terms of a compound's parts, in order. */
  forEachPart(word: WordId, visit: (part: TermId) => void): void {
    if (word < this.first.word) {
      this.base!.forEachPart(word, visit)
      return
    }
    this.partTerms.forEach(word - this.first.word, visit)
  }

  /** Occurrences of a word that was first met here. */
  frequency(word: WordId): number {
    return this.frequencies.at(word - this.first.word)
  }

  /** Lets there be a term, also where no word has it. */
  addTerm(term: string): TermId {
    return this.base?.numberOfTerm(term) ?? this.first.term + this.terms.add(term)
  }

  /** All words, without the ways to those that were gathered here. */
  columns(): VocabularyTables {
    const tables = this.base?.tables
    if (tables === undefined) return this.whole()
    return this.words.size === 0 ? tables : this.behind(tables)
  }

  /** All words. Lets other work run meanwhile. @param columns from `columns`, since when none was added */
  async finish(columns = this.columns()): Promise<VocabularyTables> {
    if (this.base !== undefined && this.words.size === 0) return columns
    const run = await buildWordRun(this, this.first)
    return { ...columns, runs: { ...columns.runs, [Object.keys(columns.runs).length]: run } }
  }

  private whole(): VocabularyTables {
    return {
      ...this.ownColumns(),
      words: buildStringTable(this.words.all()),
      terms: buildStringTable(this.terms.all()),
      gone: sharedColumn(Uint32Array, 0),
      runs: {}
    }
  }

  private behind(tables: VocabularyTables): VocabularyTables {
    const { termOf, furtherTerms, parts, marked, kinds, written } = this.ownColumns()
    return {
      words: appendedStrings(tables.words, packTexts(this.words.all())),
      terms: appendedStrings(tables.terms, packTexts(this.terms.all())),
      termOf: appended(tables.termOf, termOf),
      furtherTerms: appendedLists(tables.furtherTerms, furtherTerms),
      parts: appendedLists(tables.parts, parts),
      marked: appended(tables.marked, marked),
      kinds: appended(tables.kinds, kinds),
      written: {
        words: appended(
          tables.written.words,
          written.words.map((own) => this.first.word + own)
        ),
        forms: appendedTexts(tables.written.forms, written.forms)
      },
      gone: tables.gone,
      runs: tables.runs
    }
  }

  private ownColumns(): Omit<VocabularyTables, 'words' | 'terms' | 'gone' | 'runs'> {
    return {
      termOf: this.termOfWord.finish(),
      furtherTerms: this.further.finish(),
      parts: this.partTerms.finish(),
      marked: this.markedWords.finish(),
      kinds: this.kinds(),
      written: this.written.finish()
    }
  }

  private readonly formsOf = (word: string): IndexedForms => indexedForms(this.analyze(word))

  private add(word: string, { term, further, parts, marked }: IndexedForms): number {
    const own = this.words.append(word)
    this.frequencies.push(0)
    this.capitals.push(0)
    this.termOfWord.push(this.addTerm(term))
    this.markedWords.push(marked ? 1 : 0)
    this.further.push(further.map((one) => this.addTerm(one)))
    this.partTerms.push(parts.map((part) => this.addTerm(part)))
    return own
  }

  private kinds(): Uint8Array {
    const kinds = sharedColumn(Uint8Array, this.words.size)
    for (const [own, word] of this.words.all().entries()) {
      if (/^\d/.test(word)) kinds[own] = WORD_KINDS.number
      else if (this.isName(own)) kinds[own] = WORD_KINDS.name
    }
    return kinds
  }

  private isName(own: number): boolean {
    return this.capitals.at(own) > NAME_SHARE * this.frequencies.at(own)
  }
}
