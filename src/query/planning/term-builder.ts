import { partKey, termKey, type PostingKey } from '../../segment/postings/postings.js'
import { idfOf } from '../../segment/postings/bm25f.js'
import type { Standard } from '../../articles/article.js'
import type { Field } from '../../segment/field.js'
import type { Generation } from '../../segment/generation.js'
import type { TermId, WordId } from '../../segment/words/vocabulary-tables.js'
import type { Clause, WordClause } from '../clause.js'
import type { MatchKind, QueryTerm, TermMatch, WordMatch } from './plan.js'
import { compoundsOfPart, type CompoundsOfPart } from './compounds-of-part.js'
import { WEIGHTS } from './weights.js'

interface Searched extends Pick<QueryTerm, 'text' | 'term'> {
  readonly field?: Field | undefined
  /** Articles that the idf counts; those with `term` where it is absent. */
  readonly frequency?: number
}

/** A term, and the key that it, or what has it as a part, stands under. */
interface TermOfKey {
  readonly term: TermId
  readonly key: PostingKey
}

/** Gathers the matches of one query word; of several grades for a word of the collection the best stays. */
export class TermBuilder {
  readonly words = new Map<WordId, WordMatch>()
  private readonly matches: TermMatch[] = []
  private readonly cases = new Map<WordId, number>()
  private readonly whole = new Set<PostingKey>()
  /** Words that are meant without the other forms of their terms, and the keys that they stand under. */
  private readonly single = new Map<WordId, TermOfKey>()
  /** Clauses of parts that not all words under their keys are compounds of. */
  private readonly partly: WordClause[] = []
  /** Words that do not count in articles of a language, and the keys that they stand under. */
  private readonly gated: {
    readonly keys: readonly PostingKey[]
    readonly notIn: Standard
    readonly words: ReadonlySet<WordId>
  }[] = []
  private near: QueryTerm['near']
  private idf: number
  private highestIdf: number

  constructor(
    private readonly generation: Generation,
    private readonly searched: Searched
  ) {
    const term = generation.vocabulary.termId(searched.term)
    const frequency =
      searched.frequency ?? (term === undefined ? 0 : generation.statistics.documentFrequency(termKey(term)))
    this.idf = idfOf(generation.statistics.articles, frequency)
    // A rarer form must not count more than the word that was typed.
    this.highestIdf = frequency > 0 ? this.idf : Infinity
  }

  /** Lets a word that no article has weigh as one that so many articles have. */
  countAs(frequency: number): void {
    if (this.highestIdf < Infinity) return
    this.idf = this.highestIdf = idfOf(this.generation.statistics.articles, frequency)
  }

  /** Searches a postings key too, if any article stands under it. */
  search(kind: MatchKind, term: TermId, key: PostingKey, weight: number): void {
    if (this.score(kind, term, key, weight)) this.whole.add(key)
  }

  private score(kind: MatchKind, term: TermId, key: PostingKey, weight: number): boolean {
    const frequency = this.generation.statistics.documentFrequency(key)
    if (frequency === 0) return false
    const idf = Math.min(idfOf(this.generation.statistics.articles, frequency), this.highestIdf)
    this.matches.push({ kind, term, key, weight, idf })
    return true
  }

  /** All words with this term. */
  addWordsOf(term: TermId, grade: number): void {
    const match = { grade }
    for (const word of this.generation.vocabulary.wordsOf(term)) this.addWord(word, match)
  }

  /**
   * All words that stand under this term: also those with such a part that the writer marked (`IKT-Norge` for `Norge`).
   */
  addWordsUnder(term: TermId, grade: number): void {
    const { vocabulary } = this.generation
    this.addWordsOf(term, grade)
    const match = { grade: grade * WEIGHTS.markedPart, part: term }
    for (const word of vocabulary.wordsWithPart(term))
      if (vocabulary.isMarked(word)) this.addWord(word, match)
  }

  /** Searches the compounds that this term is a part of. */
  searchCompounds(part: TermId, grade: number): void {
    const key = partKey(part)
    const { words, names } = this.addWordsWithPart(part, grade)
    if (names.length === 0) this.search('compound', part, key, grade)
    else if (this.score('compound', part, key, grade)) {
      const unsure = new Set(names.map((name) => termKey(this.generation.vocabulary.termOf(name))))
      this.partly.push({ kind: 'word', keys: [key], among: { words: new Set(words), unsure: [...unsure] } })
    }
  }

  /** All words of which this term is a part, but no names that are only spelled so. */
  addWordsWithPart(part: TermId, grade: number): CompoundsOfPart {
    const compounds = compoundsOfPart(this.generation, part)
    // One for all: a frequent part is one of thousands of compounds, and what is remembered is tidied up often.
    const match = { grade, part }
    for (const word of compounds.words) this.addWord(word, match)
    return compounds
  }

  /** The parts of a compound, which count near each other. */
  addNear(near: NonNullable<QueryTerm['near']>): void {
    this.near = near
  }

  /** @param leastCase how it must be written, at least: see `CASES` */
  addWord(word: WordId, match: WordMatch, leastCase?: number): void {
    if ((this.words.get(word)?.grade ?? 0) >= match.grade) return
    this.words.set(word, match)
    if (leastCase === undefined) this.cases.delete(word)
    else this.cases.set(word, leastCase)
  }

  get keys(): PostingKey[] {
    return this.matches.map(({ key }) => key)
  }

  /** Some of the words under a key, without the others. Those that match in a part come behind those that score it. */
  addSome(kind: MatchKind, { term, key }: TermOfKey, words: Iterable<WordId>, match: WordMatch): void {
    const fresh = [...words].filter((word) => !this.words.has(word))
    if (fresh.length > 0 && match.part === undefined) this.score(kind, term, key, match.grade)
    for (const word of fresh) {
      this.addWord(word, match)
      this.single.set(word, { term, key })
    }
  }

  /**
   * The words of a term that are a variant but in articles of one language. Those that are not used in it count
   * everywhere.
   *
   * @param forms only these of its words are meant; absent: all
   */
  addVariant(
    term: TermId,
    forms: readonly WordId[] | undefined,
    match: WordMatch & { readonly notIn: Standard }
  ): void {
    const { vocabulary, models } = this.generation
    const key = termKey(term)
    const { notIn, ...everywhere } = match
    const otherOnly = notIn === 'nb' ? 'n' : 'b'
    const marked = new Set(
      forms === undefined ? vocabulary.wordsWithPart(term).filter((word) => vocabulary.isMarked(word)) : []
    )
    const free: WordId[] = []
    const gated = new Set<WordId>()
    for (const word of [...(forms ?? vocabulary.wordsOf(term)), ...marked])
      if (this.words.has(word)) continue
      else if (models.variants.usedIn(vocabulary.word(word)) === otherOnly) free.push(word)
      else gated.add(word)
    if (free.length + gated.size > 0) this.score('variant', term, key, match.grade)
    for (const word of free) {
      this.addWord(word, everywhere)
      this.single.set(word, { term, key })
    }
    if (gated.size === 0) return
    const inPart = { ...match, grade: match.grade * WEIGHTS.markedPart, part: term }
    for (const word of gated) this.addWord(word, marked.has(word) ? inPart : match)
    this.gated.push({ keys: [key], notIn, words: gated })
  }

  /** The articles with any of the words so far; in a field, those with one there. */
  clause(field: Field | undefined): Clause {
    const words = new Set(this.words.keys())
    for (const word of this.single.keys()) words.delete(word)
    for (const one of this.gated) for (const word of one.words) words.delete(word)
    const gated = this.gated.map(({ keys, notIn, words }): WordClause => {
      return { kind: 'word', keys, notIn, among: { words, ...(field !== undefined && { field }) } }
    })
    const partly = this.partly.flatMap(({ keys }) => keys)
    const whole: WordClause =
      field === undefined
        ? { kind: 'word', keys: [...this.whole] }
        : { kind: 'word', keys: [...this.whole, ...partly], among: { words, field, areAll: true } }
    const clauses = [...(field === undefined ? [whole, ...this.partly] : [whole]), ...gated]
    if (this.single.size === 0) return clauses.length > 1 ? { kind: 'any', clauses } : whole
    const keys = [...new Set(Array.from(this.single.values(), ({ key }) => key))]
    const among = field === undefined ? { others: this.othersUnder() } : { field }
    const single: WordClause = { kind: 'word', keys, among: { words: new Set(this.single.keys()), ...among } }
    return { kind: 'any', clauses: [...clauses, single] }
  }

  /** What stands under the keys of single words beside them. */
  private othersUnder(): Set<WordId> {
    const { vocabulary } = this.generation
    const others = new Set<WordId>()
    for (const term of new Set(Array.from(this.single.values(), ({ term }) => term))) {
      for (const word of vocabulary.wordsOf(term)) others.add(word)
      for (const word of vocabulary.wordsWithPart(term)) if (vocabulary.isMarked(word)) others.add(word)
    }
    for (const word of this.single.keys()) others.delete(word)
    return others
  }

  finish(): QueryTerm {
    const { text, term, field } = this.searched
    const { idf, matches, words, cases, near } = this
    return {
      ...{ text, term, idf, matches, words },
      ...(near && { near }),
      ...(cases.size > 0 && { cases }),
      ...(field !== undefined && { field })
    }
  }
}
