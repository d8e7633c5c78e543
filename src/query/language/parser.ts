import type { BooleanNode, SequenceClause, ParsedQuery, QueryField, QueryNode } from './ast.js'
import { settleAffixes, settleOperators } from './dangling.js'
import { lex } from './lexer.js'
import { pairParentheses } from './parentheses.js'
import { warningsOf, type Remark } from './remark.js'
import { isLeaf, type PhraseToken, type Token, type WordToken } from './token.js'

/**
 * Reads a query. Whatever a person may type is one: what does not parse as syntax is read as words, and
 * `warnings` says so. The time is linear in the length of `q`, and the tree is never deep.
 *
 *     Oslo Bergen               both words (or any of them, as `match` says)
 *     "kunstig intelligens"     a phrase, as it is written; also «…» and “…”
 *     "kunstig intelligens"~0   a phrase in any inflection
 *     "barn skjerm"~5           the words within 5 words of each other
 *     digital*   Støre~         words that begin so; words that are spelt nearly so
 *     +Oslo -Bergen             with Oslo, without Bergen
 *     title:Oslo                in the title; also text:, source:, author:, person:, organisation:, place:
 *     title:(Oslo "ny lov")     a field applies to all in the group that has none of its own
 *     Oslo OG (Bergen ELLER NOT Voss)
 *
 * NOT binds tighter than AND, AND than OR, and OR than standing beside each other:
 *
 *     Oslo OR Bergen kommune    (Oslo OR Bergen) kommune
 *     a OR b AND NOT c          a OR (b AND (NOT c))
 *     -a OR b                   (NOT a) OR b
 *     a NOT b                   a -b
 */
export const parseQuery = (q: string): ParsedQuery => {
  const { tokens, remarks } = settleOperators(settleAffixes(pairParentheses(lex(q.normalize('NFC')))))
  const parser = new Parser(tokens)
  const root = parser.sequence()
  const made = [...remarks, ...parser.remarks]
  // Where more is wrong with a query, that says it already.
  if (root === undefined && made.length === 0 && q.trim() !== '')
    made.push({ kind: 'nothing', text: q.trim() })
  return { ...(root && { root }), warnings: warningsOf(made) }
}

/**
 * Recursive descent over settled tokens: each parenthesis has its partner and holds something, and each field,
 * sign and operator has what it works on. So nothing can be missing, and no method has to ask.
 *
 *     sequence → or*
 *     or       → and (OR and)*
 *     and      → not (AND not)*
 *     not      → NOT* signed
 *     signed   → ("+" | "-")? primary
 *     primary  → field? (word | phrase | "(" sequence ")")
 *
 * An operand is a `SequenceClause`, so that its sign lives on where it stands alone in a sequence.
 */
class Parser {
  readonly remarks: Remark[] = []
  private position = 0

  constructor(private readonly tokens: readonly Token[]) {}

  /** Undefined where there is nothing: only in an empty query, for a group holds something. */
  sequence(field?: QueryField): QueryNode | undefined {
    const clauses: SequenceClause[] = []
    while (this.position < this.tokens.length && !this.isAt('close')) clauses.push(this.or(field))
    const [first] = clauses
    if (clauses.length > 1 || first?.occur !== 'plain') return first && { kind: 'sequence', clauses }
    return first.node
  }

  private or(field?: QueryField): SequenceClause {
    return this.joined('or', () => this.and(field))
  }

  private and(field?: QueryField): SequenceClause {
    return this.joined('and', () => this.not(field))
  }

  private joined(kind: BooleanNode['kind'], readOperand: () => SequenceClause): SequenceClause {
    const first = readOperand()
    if (!this.isAt(kind)) return first
    const children = [this.operand(first)]
    while (this.take(kind)) children.push(this.operand(readOperand()))
    return { occur: 'plain', node: { kind, children } }
  }

  /** A loop and not a recursion: `NOT NOT a` is `a`, so only whether their number is odd counts. */
  private not(field?: QueryField): SequenceClause {
    let negated = false
    while (this.take('not')) negated = !negated
    const clause = this.signed(field)
    if (!negated) return clause
    if (clause.occur === 'required') this.remarks.push({ kind: 'idlePlus', text: '+' })
    return { occur: clause.occur === 'excluded' ? 'plain' : 'excluded', node: clause.node }
  }

  private signed(field?: QueryField): SequenceClause {
    const occur = this.take('required') ? 'required' : this.take('excluded') ? 'excluded' : 'plain'
    return { occur, node: this.primary(field) }
  }

  private primary(inherited?: QueryField): QueryNode {
    const token = this.tokens[this.position++]!
    if (token.kind === 'field') return this.primary(token.field)
    if (isLeaf(token)) return leafNode(token, inherited)
    const group = this.sequence(inherited)!
    this.take('close')
    return group
  }

  /** A clause as an operand of AND or OR, where a minus is NOT and a plus means nothing. */
  private operand({ occur, node }: SequenceClause): QueryNode {
    if (occur === 'excluded') return { kind: 'not', child: node }
    if (occur === 'required') this.remarks.push({ kind: 'idlePlus', text: '+' })
    return node
  }

  private isAt(kind: Token['kind']): boolean {
    return this.tokens[this.position]?.kind === kind
  }

  private take(kind: Token['kind']): boolean {
    if (!this.isAt(kind)) return false
    this.position++
    return true
  }
}

const leafNode = (token: WordToken | PhraseToken, inherited: QueryField | undefined): QueryNode => {
  const { kind, text, start } = token
  const field = inherited && { field: inherited }
  if (kind !== 'phrase') return { kind, text, start, ...field }
  const within = token.within !== undefined && { within: token.within }
  const inflected = token.inflected && { inflected: token.inflected }
  return { kind, text, start: start + 1, ...within, ...inflected, ...field }
}
