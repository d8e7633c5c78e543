import type { Standard } from '../articles/article.js'
import type { EntityType } from '../entities/entity-type.js'
import type { ListedField } from '../fields.js'
import type { Field } from '../segment/field.js'
import type { PostingKey } from '../segment/postings/postings.js'
import type { TermId, WordId } from '../segment/words/vocabulary-tables.js'

/** Which articles match, in the numbers of one collection's words and terms. The query language is compiled to this. */
export type Clause =
  | { readonly kind: 'every' }
  | WordClause
  | PhraseClause
  | FactClause
  | EntityClause
  | MentionClause
  | { readonly kind: 'all' | 'any'; readonly clauses: readonly Clause[] }
  | { readonly kind: 'not'; readonly clause: Clause }

/** Articles with this value of a listed field (`fields.ts`), exact but for case. */
export interface FactClause {
  readonly kind: 'fact'
  readonly fact: ListedField
  readonly value: string
  /** The value may have more words before and after these. */
  readonly words?: boolean
  /** The value only begins so; with `words`, its last word does. */
  readonly prefix?: boolean
}

/** Articles that mention an entity of the type that has a name with these words beside each other. */
export interface EntityClause {
  readonly kind: 'entity'
  readonly type: EntityType
  readonly value: string
  /** The name has no other words. */
  readonly whole?: boolean
  /** The last word may be the beginning of one. */
  readonly prefix?: boolean
}

/** Articles that mention this entity. */
export interface MentionClause {
  readonly kind: 'mention'
  /** Its id. */
  readonly entity: string
}

/** Articles under any of the postings keys. */
export interface WordClause {
  readonly kind: 'word'
  readonly keys: readonly PostingKey[]
  /** No articles in this language. */
  readonly notIn?: Standard
  /** Only articles that hold one of these words, in this field if one is given. */
  readonly among?: {
    readonly words: ReadonlySet<WordId>
    readonly field?: Field
    /** Of some of the words how they must be written, at least: see `CASES`. */
    readonly cases?: ReadonlyMap<WordId, number>
    /** All articles have one of them but, perhaps, those under these keys. */
    readonly unsure?: readonly PostingKey[]
    /** All articles have one of them but, perhaps, those with one of these: all else that stands under the keys. */
    readonly others?: ReadonlySet<WordId>
    /** They are all the words that stand under the keys. */
    readonly areAll?: true
    /** They are also all the words with a part of this form that the writer marked. */
    readonly markedForm?: string
    /** They are also all the words with a part that is written as one of them and that the writer marked. */
    readonly withMarked?: true
  }
}

/** Articles where the slots stand beside each other in order, or `within` tokens of each other in any order. */
export interface PhraseClause {
  readonly kind: 'phrase'
  readonly slots: readonly PhraseSlot[]
  readonly within?: number
  /** One of the words is no mere part of a compound, `minister` near `statsbudsjettet`, or one has all the parts. */
  readonly hasWhole?: boolean
  readonly field?: Field
}

/** One place of a phrase: any of these words may stand there. */
export interface PhraseSlot {
  readonly keys: readonly PostingKey[]
  readonly words: ReadonlySet<WordId>
  /** The term of the place; hyphenated words fill several places with their parts' terms. */
  readonly term?: TermId
  /** The term of a compound's part, where the place is for words that have it as a part too; the others are whole. */
  readonly part?: { readonly term: TermId; readonly whole: ReadonlySet<WordId> }
  /** The place is only for this form of the term, `words` being its id. */
  readonly form?: string
}

/** A postings key with what its impact is multiplied by: idf times the weight of the match. */
export interface WeightedKey {
  readonly key: PostingKey
  readonly weight: number
}
