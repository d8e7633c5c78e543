import type { Standard } from '../../articles/article.js'
import type { Field } from '../../segment/field.js'
import type { PostingKey } from '../../segment/postings/postings.js'
import type { Clause, PhraseClause, WeightedKey } from '../clause.js'
import type { TermId, WordId } from '../../segment/words/vocabulary-tables.js'
import type { Correction } from './corrections.js'
import type { Question } from './question.js'

/** How a form of the collection answers a word of the query. */
export type MatchKind = 'whole' | 'variant' | 'compound' | 'part' | 'prefix' | 'fuzzy' | 'alias'

/** A form that is searched for a word of the query. */
export interface TermMatch {
  readonly kind: MatchKind
  readonly term: TermId
  readonly key: PostingKey
  /** 0–1; a whole word has 1. */
  readonly weight: number
  readonly idf: number
}

/** What a word of the collection is worth to a word of the query. */
export interface WordMatch {
  /** 0–1, as in `TermMatch.weight`. */
  readonly grade: number
  /** Only this part of a compound matches. */
  readonly part?: TermId
  /** It is another word with the same form, and counts only in articles that have the word itself nowhere. */
  readonly isHomograph?: true
  /** It does not count in articles of this language, where it is another word. */
  readonly notIn?: Standard
}

/** A word of the query that is searched. */
export interface QueryTerm {
  /** As it was typed. */
  readonly text: string
  /** The form that is indexed. */
  readonly term: string
  readonly idf: number
  readonly matches: readonly TermMatch[]
  /** The words of the collection that match. */
  readonly words: ReadonlyMap<WordId, WordMatch>
  /** Of some of them how they must be written, at least: see `CASES`. */
  readonly cases?: ReadonlyMap<WordId, number>
  /** They count only in this field. */
  readonly field?: Field
  /** The parts of a compound, which count only near each other, and what each is worth there. */
  readonly near?: { readonly clause: PhraseClause; readonly grade: number; readonly marked: boolean }
  /** They count only in these places of this phrase. */
  readonly phrase?: { readonly clause: PhraseClause; readonly slots: readonly number[] }
}

/** A query as the index, the ranking and the snippets need it. */
export interface Plan {
  readonly terms: readonly QueryTerm[]
  /** The articles where every word matches, as the query asks. */
  readonly clause: Clause
  /** The articles where any word matches; operators and signs hold as they do in `clause`. */
  readonly relaxed: Clause
  readonly keys: readonly WeightedKey[]
  /** For the words that find nothing but others that are nearly they, in the order in which they were typed. */
  readonly corrections: readonly Correction[]
  readonly question: Question
  readonly warnings: readonly string[]
}
