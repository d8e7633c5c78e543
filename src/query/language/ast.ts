import type { EntityType } from '../../entities/entity-type.js'
import { QUERIED_FIELDS } from '../../fields.js'

/** The types of entities that a query may name before a colon. */
export const ENTITY_FIELDS = ['person', 'organisation', 'place'] as const satisfies readonly EntityType[]

/** The fields that a query may name before a colon. */
export const QUERY_FIELDS = ['title', 'text', ...QUERIED_FIELDS, ...ENTITY_FIELDS] as const
export type QueryField = (typeof QUERY_FIELDS)[number]

/** Where a node's text begins in the NFC query, in UTF-16 code units. */
interface Placed {
  readonly start: number
}

/** One word as it was typed; the analysis decides later which tokens it holds. */
export interface WordNode extends Placed {
  readonly kind: 'word'
  readonly text: string
  readonly field?: QueryField
}

/** `digital*` */
export interface PrefixNode extends Placed {
  readonly kind: 'prefix'
  readonly text: string
  readonly field?: QueryField
}

/** `word~` */
export interface FuzzyNode extends Placed {
  readonly kind: 'fuzzy'
  readonly text: string
  readonly field?: QueryField
}

/**
 * `"a b"`: the words beside each other, in this order, as they are written. `"a b"~0`: in any inflection (`inflected`).
 * `"a b"~5`: all of them in any inflection and any order, within `within` words of each other. `within` is 1–9999.
 */
export interface PhraseNode extends Placed {
  readonly kind: 'phrase'
  readonly text: string
  readonly within?: number
  readonly inflected?: true
  readonly field?: QueryField
}

/** `a AND b`, `a OR b`; two children or more. */
export interface BooleanNode {
  readonly kind: 'and' | 'or'
  readonly children: readonly QueryNode[]
}

/**
 * `NOT a`, or `-a`, as an operand of AND or OR, and only there: in a sequence it is an excluded clause, and
 * `NOT NOT a` is `a`.
 */
export interface NotNode {
  readonly kind: 'not'
  readonly child: QueryNode
}

/**
 * Words and groups beside each other; `match` decides whether the plain ones must all be there.
 *
 * Never one plain clause alone (that is its node), but one signed clause may be: `-foo`. All of them may be excluded.
 */
export interface SequenceNode {
  readonly kind: 'sequence'
  readonly clauses: readonly SequenceClause[]
}

export interface SequenceClause {
  /** `required` is `+word`, `excluded` is `-word` or `NOT word`. */
  readonly occur: 'plain' | 'required' | 'excluded'
  readonly node: QueryNode
}

export type QueryNode = WordNode | PrefixNode | FuzzyNode | PhraseNode | BooleanNode | NotNode | SequenceNode

/** What of a node is searched for, in order. */
export const leavesOf = (node: QueryNode): (WordNode | PrefixNode | FuzzyNode | PhraseNode)[] => {
  if ('children' in node) return node.children.flatMap(leavesOf)
  if (node.kind === 'not') return leavesOf(node.child)
  return node.kind === 'sequence' ? node.clauses.flatMap((clause) => leavesOf(clause.node)) : [node]
}

/** A query as it was read. `root` is absent when nothing searchable was typed. */
export interface ParsedQuery {
  readonly root?: QueryNode
  /** What was read otherwise than it looks, one English sentence each. */
  readonly warnings: readonly string[]
}
