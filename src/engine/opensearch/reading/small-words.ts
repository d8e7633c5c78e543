import { loadModels } from '../../../analysis/models.js'
import { spellingKey } from '../../../analysis/text/spelling.js'
import { memoise } from '../../../structures/memoise.js'
import { indexedForms, type IndexedForms } from '../../../segment/words/vocabulary-builder.js'
import type { TermId, WordId } from '../../../segment/words/vocabulary-tables.js'

/** A word that a query has met, with the numbers of its terms. */
interface SmallWord {
  readonly word: string
  readonly term: TermId
  /** Its term, and those of the other words that it may be a form of. */
  readonly terms: readonly TermId[]
  /** Of the parts of a compound, in order, then those of inner compounds. */
  readonly parts: Uint32Array
  readonly isMarked: boolean
}

/**
 * The words that one query has met: some hundreds. Words and terms get the next numbers, and keep them. Ways from one
 * form to others are made as words come, so that nothing is made anew when a query learns of some more.
 */
export class SmallWords {
  private readonly words: SmallWord[] = []
  private readonly numbers = new Map<string, WordId>()
  private readonly termTexts: string[] = []
  private readonly termNumbers = new Map<string, TermId>()
  private readonly byTerm = new Map<TermId, WordId[]>()
  private readonly byPart = new Map<TermId, WordId[]>()
  private readonly bySpelling = new Map<string, TermId[]>()
  /** Words and terms whose spelling keys are known. */
  private spelled = { words: 0, terms: 0 }

  get wordCount(): number {
    return this.words.length
  }

  get termCount(): number {
    return this.termTexts.length
  }

  add(word: string): WordId {
    const known = this.numbers.get(word)
    if (known !== undefined) return known
    const { term, further, parts, marked } = formsOf(word)
    const [own, ...others] = [term, ...further].map((one) => this.addTerm(one))
    const made = { word, term: own!, terms: [own!, ...others], parts: this.addTerms(parts), isMarked: marked }
    const number = this.words.push(made) - 1
    this.numbers.set(word, number)
    for (const one of new Set(made.terms)) addTo(this.byTerm, one, number)
    for (const one of new Set(made.parts)) addTo(this.byPart, one, number)
    return number
  }

  /** Lets there be a term, also where no word has it. */
  addTerm(term: string): TermId {
    const known = this.termNumbers.get(term)
    if (known !== undefined) return known
    const number = this.termTexts.push(term) - 1
    this.termNumbers.set(term, number)
    return number
  }

  find(word: string): WordId | undefined {
    return this.numbers.get(word)
  }

  findTerm(term: string): TermId | undefined {
    return this.termNumbers.get(term)
  }

  word(id: WordId): SmallWord {
    return this.words[id]!
  }

  term(id: TermId): string {
    return this.termTexts[id]!
  }

  /** The words with a term, in no order. */
  withTerm(term: TermId): readonly WordId[] {
    return this.byTerm.get(term) ?? NONE
  }

  /** The words that a term is a part of, in no order. */
  withPart(term: TermId): readonly WordId[] {
    return this.byPart.get(term) ?? NONE
  }

  /** The words of which `isWanted` holds, in the order of their code units. */
  where(isWanted: (word: string) => boolean): WordId[] {
    const found: WordId[] = []
    this.words.forEach(({ word }, id) => {
      if (isWanted(word)) found.push(id)
    })
    return this.sorted(found)
  }

  /** The terms of which `isWanted` holds, in the order of their code units. */
  termsWhere(isWanted: (term: string) => boolean): TermId[] {
    const found = this.termTexts.flatMap((term, id) => (isWanted(term) ? id : []))
    return found.sort((a, b) => (this.term(a) < this.term(b) ? -1 : 1))
  }

  /** In the order of their code units: the numbers depend on what was asked before. */
  sorted(ids: readonly WordId[]): WordId[] {
    return [...ids].sort((a, b) => (this.word(a).word < this.word(b).word ? -1 : 1))
  }

  /** The terms that have a spelling key, or a word that has it, where it is another form. See `spellingKey`. */
  withSpelling(key: string): readonly TermId[] {
    for (; this.spelled.terms < this.termCount; this.spelled.terms++)
      this.spell(this.term(this.spelled.terms), this.spelled.terms)
    for (; this.spelled.words < this.wordCount; this.spelled.words++) {
      const { word, term } = this.word(this.spelled.words)
      this.spell(word, term)
    }
    return [...(this.bySpelling.get(key) ?? NONE)].sort((a, b) => (this.term(a) < this.term(b) ? -1 : 1))
  }

  private spell(form: string, term: TermId): void {
    const key = spellingKey(form)
    if (key !== form && !this.bySpelling.get(key)?.includes(term)) addTo(this.bySpelling, key, term)
  }

  private addTerms(terms: readonly string[]): Uint32Array {
    return terms.length === 0 ? NO_PARTS : Uint32Array.from(terms, (term) => this.addTerm(term))
  }
}

const NONE: readonly number[] = []
const NO_PARTS = new Uint32Array()

const addTo = <Key>(lists: Map<Key, number[]>, key: Key, member: number): void => {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [member])
  else list.push(member)
}

/** Words whose forms are remembered: those of sixty articles are many, and the same again and again. */
const REMEMBERED_WORDS = 100_000

const formsOf = memoise<IndexedForms>({ answers: REMEMBERED_WORDS }, (word) =>
  indexedForms(loadModels().analyze(word))
)
