import type { Standard } from '../articles/article.js'
import { wordForm } from '../analysis/text/word-form.js'
import type { Field } from '../segment/field.js'
import type { TermId, WordId } from '../segment/words/vocabulary-tables.js'
import type { Vocabulary } from '../segment/words/vocabulary.js'
import { BloomFilter } from '../structures/bloom-filter.js'
import type { QueryTerm, WordMatch } from '../query/planning/plan.js'

/** What a word of the collection is to one word of the query. */
export interface QueryMatch {
  /** Index into the plan's terms. */
  readonly term: number
  /** 0–1, how good a match it is; 0 where the words are only alike. */
  readonly grade: number
  /** 0–1: `grade`, or how alike the words are. */
  readonly likeness: number
  /** Is it the very form that was typed? */
  readonly typed: boolean
  /** Only this part of the word matches. */
  readonly part: TermId | undefined
  /** It counts only there. */
  readonly field: Field | undefined
  /** It counts only where it is written so, at least: see `CASES`. */
  readonly leastCase?: number
  /** See `WordMatch`. */
  readonly isHomograph?: true
  /** As in `WordMatch`. */
  readonly notIn?: Standard
}

/** What a word that is only alike is worth, times the share of the letters that it has. */
const ALIKE = 0.6

/**
 * The words of the collection that are something to a query, but for those of phrases, which count only in their
 * places.
 */
export class MatchTable {
  private readonly matches = new Map<WordId, readonly QueryMatch[]>()
  private readonly filter: BloomFilter

  constructor(vocabulary: Vocabulary, terms: readonly QueryTerm[]) {
    terms.forEach((one, term) => {
      if (one.phrase === undefined) this.addTerm(vocabulary, one, term)
    })
    this.filter = new BloomFilter(this.matches.size)
    for (const word of this.matches.keys()) this.filter.add(word)
  }

  of(word: WordId): readonly QueryMatch[] | undefined {
    return this.filter.bitsOf(word) === 0 ? undefined : this.matches.get(word)
  }

  private addTerm(vocabulary: Vocabulary, { text, words, field, cases }: QueryTerm, term: number): void {
    const form = wordForm(text)
    const typed = vocabulary.wordId(form)
    const none: QueryMatch = { term, grade: 0, likeness: 0, typed: false, part: undefined, field }
    // A frequent part is one of thousands of compounds, which all match alike: they share a list.
    let alike = [none]
    let last: WordMatch | undefined
    words.forEach((match, word) => {
      if (last === undefined || !isSameMatch(last, match)) alike = [{ ...none, ...matchOf(match) }]
      last = match
      const leastCase = cases?.get(word)
      const isTyped = word === typed
      if (!isTyped && leastCase === undefined) this.add(word, alike)
      else this.add(word, [{ ...alike[0]!, typed: isTyped, ...(leastCase !== undefined && { leastCase }) }])
    })
    const similar = vocabulary.similarTo(form)
    similar.words.forEach((word, i) => {
      if (!words.has(word)) this.add(word, [{ ...none, likeness: ALIKE * similar.shares[i]! }])
    })
  }

  private add(word: WordId, matches: readonly QueryMatch[]): void {
    const others = this.matches.get(word)
    this.matches.set(word, others === undefined ? matches : [...others, ...matches])
  }
}

const isSameMatch = (one: WordMatch, other: WordMatch): boolean =>
  one === other ||
  (one.grade === other.grade &&
    one.part === other.part &&
    one.isHomograph === other.isHomograph &&
    one.notIn === other.notIn)

const matchOf = ({ grade, part, isHomograph, notIn }: WordMatch) => ({
  grade,
  likeness: grade,
  part,
  ...(isHomograph && { isHomograph }),
  ...(notIn && { notIn })
})
