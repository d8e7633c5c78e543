/** A field that a query may name before a colon. */
export type QueryField = 'title' | 'text' | 'source' | 'author'

/** One word as it was typed; the analysis decides later which tokens it holds. */
export interface WordNode {
  readonly kind: 'word'
  readonly text: string
  readonly field?: QueryField
}

/** `digital*` */
export interface PrefixNode {
  readonly kind: 'prefix'
  readonly text: string
  readonly field?: QueryField
}

/** `word~` */
export interface FuzzyNode {
  readonly kind: 'fuzzy'
  readonly text: string
  readonly field?: QueryField
}

/** `"a b"`, or `"a b"~5`: all words, in any order, within `within` words of each other. */
export interface PhraseNode {
  readonly kind: 'phrase'
  readonly text: string
  readonly within?: number
  readonly field?: QueryField
}

/** `a AND b`, `a OR b` */
export interface BooleanNode {
  readonly kind: 'and' | 'or'
  readonly children: readonly QueryNode[]
}

/** `NOT a` */
export interface NotNode {
  readonly kind: 'not'
  readonly child: QueryNode
}

/** Words and groups beside each other; `match` decides whether the plain ones must all be there. */
export interface SequenceNode {
  readonly kind: 'sequence'
  readonly clauses: readonly Clause[]
}

export interface Clause {
  /** `required` is `+word`, `excluded` is `-word`. */
  readonly occur: 'plain' | 'required' | 'excluded'
  readonly node: QueryNode
}

export type QueryNode =
  | WordNode
  | PrefixNode
  | FuzzyNode
  | PhraseNode
  | BooleanNode
  | NotNode
  | SequenceNode

/** A query as it was read. `root` is absent when nothing searchable was typed. */
export interface ParsedQuery {
  readonly root?: QueryNode
  /** What was read otherwise than it looks, one English sentence each. */
  readonly warnings: readonly string[]
}
