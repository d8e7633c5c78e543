import { loadModels } from '../../src/analysis/models.js'
import { knownWords } from '../../src/segment/words/known-words.js'
import { isStopWord } from '../../src/analysis/text/stop-words.js'
import { readText } from '../../src/analysis/text/reading.js'
import { wordForm } from '../../src/analysis/text/word-form.js'
import type { Generation } from '../../src/segment/generation.js'
import type { PhraseNode, QueryNode } from '../../src/query/language/ast.js'
import { PARTS_WITHIN } from '../../src/query/planning/weights.js'

export interface ModelOptions {
  readonly every: boolean
  readonly compounds: boolean
  readonly variants: boolean
}

type Field = 'title' | 'text'

interface Continued {
  readonly same: (one: string, other: string) => boolean
  readonly isFirst: boolean
}

/** Can a word of an article stand for a word of the query? */
type Test = (word: string) => boolean

/**
 * Does an article match? Reads its words one by one and knows no postings. Takes from the index only what a single
 * word is: its term and its parts. Knows no stop words: queries have them in phrases only.
 */
export class MatchModel {
  private readonly fields: Readonly<Record<Field, readonly string[]>>
  constructor(
    private readonly index: Generation,
    article: number,
    private readonly options: ModelOptions
  ) {
    const { title, text } = index.segment.articles.article(article)
    const wordsOf = (of: string): string[] => readText(of).tokens.map(({ word }) => word)
    this.fields = { title: wordsOf(title), text: wordsOf(text) }
  }

  matches(node: QueryNode): boolean {
    switch (node.kind) {
      case 'word':
      case 'fuzzy':
        return this.isTrue(
          readText(node.text).tokens.map(({ word }) => this.holdsWord(word, this.named(node.field)))
        )
      case 'prefix':
        return this.isTrue(
          this.prefixTests(node.text).map((test) => this.holds(test, this.named(node.field)))
        )
      case 'phrase':
        return this.named(node.field).some((words) => this.holdsPhrase(words, node))
      case 'and':
        return node.children.every((child) => this.matches(child))
      case 'or':
        return node.children.some((child) => this.matches(child))
      case 'not':
        return !this.matches(node.child)
      case 'sequence': {
        const results = (occur: string): boolean[] =>
          node.clauses.filter((clause) => clause.occur === occur).map((clause) => this.matches(clause.node))
        const [plain, required] = [results('plain'), results('required')]
        const isFree = plain.length === 0 || (!this.options.every && required.length > 0)
        const isExcluded = results('excluded').some(Boolean)
        return !isExcluded && required.every(Boolean) && (isFree || this.isTrue(plain))
      }
    }
  }

  /** `digi.n*` begins one word where the collection has such; else it is the word `digi` and the prefix `n`. */
  private prefixTests(text: string): Test[] {
    const whole = wordForm(text)
    const { vocabulary } = this.index
    const isBegun =
      vocabulary.wordsWithPrefix(whole).words.length > 0 || vocabulary.wordsWithFoldedPrefix(whole).length > 0
    if (isBegun) return [this.begins(whole)]
    const words = readText(text).tokens.map(({ word }) => word)
    return words.map((typed, i) => (i < words.length - 1 ? (word) => word === typed : this.begins(typed)))
  }

  /** A part that the writer marked begins so if all words with its term do: `Norg*` finds `IKT-Norge`. */
  private begins(prefix: string): Test {
    const { vocabulary } = this.index
    const folded = new Set(vocabulary.wordsWithFoldedPrefix(prefix).map((id) => vocabulary.word(id)))
    const beginsWord = (word: string): boolean => word.startsWith(prefix) || folded.has(word)
    const beginsTerm = (term: string): boolean => {
      const words = vocabulary.wordsOf(vocabulary.termId(term)!)
      return words.length > 0 && words.every((word) => beginsWord(vocabulary.word(word)))
    }
    return (word) => beginsWord(word) || (this.isMarked(word) && this.parts(word).some(beginsTerm))
  }

  private isTrue(results: readonly boolean[]): boolean {
    return this.options.every ? results.every(Boolean) : results.some(Boolean)
  }

  private named(field: string | undefined): (readonly string[])[] {
    if (field === 'title' || field === 'text') return [this.fields[field]]
    return [this.fields.title, this.fields.text]
  }

  private holds(test: Test, fields: (readonly string[])[]): boolean {
    return fields.some((words) => words.some(test))
  }

  private holdsWord(word: string, fields: (readonly string[])[]): boolean {
    const { vocabulary, models } = this.index
    const { term, further, parts, together } = models.analyze(word)
    const own = [term, ...further.meant, ...further.asked]
    const variants = loadModels()
      .variants.variantsAmong(word, knownWords(vocabulary))
      .map((variant) => this.term(variant.word))
    const spellings = vocabulary.counterpartsOf(word).spellings.map((id) => vocabulary.term(id))
    const isVariant = (other: string): boolean =>
      this.options.variants && (spellings.includes(other) || variants.includes(other))
    const isSpelling = (other: string): boolean => own.includes(other) || isVariant(other)
    if (this.holds((other) => this.terms(other).some(isSpelling), fields)) return true
    if (this.holds((other) => this.isMarked(other) && this.parts(other).some(isSpelling), fields)) return true
    if (!this.options.compounds) return false
    if (this.holds((other) => this.parts(other).some((part) => own.includes(part)), fields)) return true
    const tests = parts.map(
      (part): Test =>
        (other) =>
          this.isOrHas(other, part.term)
    )
    if (tests.length === 0 || together) return false
    if (parts.some((part) => part.bound ?? (isStopWord(part.word) || isStopWord(part.term)))) return false
    if (!this.options.every) return tests.every((test) => this.holds(test, fields))
    return fields.some((words) => isNear(words, tests, PARTS_WITHIN))
  }

  private holdsPhrase(words: readonly string[], { text, within, inflected }: PhraseNode): boolean {
    const typed = readText(text).tokens.map(({ word }) => word)
    if (within === undefined) {
      const parts = typed.flatMap((word) => this.hyphenated(word))
      const same = (one: string, other: string): boolean =>
        inflected === true ? this.term(one) === this.term(other) : one === other
      return words.some((_, from) => this.continues(words.slice(from), parts, { same, isFirst: true }))
    }
    const terms = typed.map((word) => this.term(word))
    const tests = terms.map(
      (term): Test =>
        (word) =>
          this.terms(word).includes(term) || (this.isMarked(word) && this.parts(word).includes(term))
    )
    return isNear(words, tests, within)
  }

  /** Do the words begin with these, and the first, where it is of marked parts, end so? `IKT-Norge` is two words. */
  private continues(
    words: readonly string[],
    typed: readonly string[],
    { same, isFirst }: Continued
  ): boolean {
    const [first, ...rest] = words
    if (typed.length === 0) return true
    if (first === undefined) return false
    const next = { same, isFirst: false }
    if (same(first, typed[0]!)) return this.continues(rest, typed.slice(1), next)
    if (!this.isMarked(first)) return false
    const parts = this.index.models.analyze(first).parts.map(({ word }) => word)
    const starts = isFirst ? parts.map((_, start) => parts.slice(start)) : [parts]
    return starts.some((from) => {
      const length = Math.min(from.length, typed.length)
      const fills = length > 0 && from.slice(0, length).every((part, i) => same(part, typed[i]!))
      return fills && this.continues(rest, typed.slice(length), next)
    })
  }

  private hyphenated(word: string): string[] {
    const { parts } = this.index.models.analyze(word)
    return word.includes('-') && parts.length > 0 ? parts.map((part) => part.word) : [word]
  }

  private isOrHas(word: string, term: string): boolean {
    return this.terms(word).includes(term) || this.parts(word).includes(term)
  }

  /** All terms that a word stands under. */
  private terms(word: string): string[] {
    const { term, further } = this.index.models.analyze(word)
    return [term, ...further.meant]
  }

  private term(word: string): string {
    return this.index.models.analyze(word).term
  }

  private parts(word: string): string[] {
    const { parts, inner } = this.index.models.analyze(word)
    return [...parts, ...inner].map(({ term }) => term)
  }

  private isMarked(word: string): boolean {
    return this.index.models.analyze(word).marked
  }
}

/** Is there a stretch of `within + 1` words where every test holds for one of them? */
const isNear = (words: readonly string[], tests: readonly Test[], within: number): boolean =>
  words.some((_, from) => {
    const stretch = words.slice(from, from + within + 1)
    return tests.every((test) => stretch.some(test))
  })
