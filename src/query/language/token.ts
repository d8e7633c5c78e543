import type { Span } from '../../structures/span.js'
import type { QueryField } from './ast.js'
import type { Remark } from './remark.js'

// The span of a token is where it stands in the NFC query.

/** `word`, `prefix*`, `fuzzy~`; `text` is what was typed without the suffix. */
export interface WordToken extends Span {
  readonly kind: 'word' | 'prefix' | 'fuzzy'
  readonly text: string
}

/** `"a b"`, `"a b"~0` (`inflected`) or `"a b"~5`; `text` is what stands between the quotation marks. */
export interface PhraseToken extends Span {
  readonly kind: 'phrase'
  readonly text: string
  readonly within?: number
  readonly inflected?: true
}

/** `title:`; `text` is the name and the colon as typed. */
export interface FieldToken extends Span {
  readonly kind: 'field'
  readonly field: QueryField
  readonly text: string
}

/** `AND`, `OG`, …; `text` is the operator as typed. */
export interface OperatorToken extends Span {
  readonly kind: 'and' | 'or' | 'not'
  readonly text: string
}

/** The `+` or `-` directly before what it requires or excludes, `(` or `)`. */
export interface MarkToken extends Span {
  readonly kind: 'required' | 'excluded' | 'open' | 'close'
}

export type Token = WordToken | PhraseToken | FieldToken | OperatorToken | MarkToken

/** The tokens of a query in order, and what has been read otherwise than it looks so far. */
export interface TokenStream {
  readonly tokens: readonly Token[]
  readonly remarks: readonly Remark[]
}

/** A token that is searched for: what a query would be without any syntax. */
export const isLeaf = (token: Token | undefined): token is WordToken | PhraseToken => {
  return token !== undefined && ['word', 'prefix', 'fuzzy', 'phrase'].includes(token.kind)
}

/** Whether `next` stands directly after `token`: in `title:a b`, `a` touches `title:` and `b` touches nothing. */
export const touches = (token: Token | undefined, next: Token | undefined): boolean => {
  return token !== undefined && token.end === next?.start
}
