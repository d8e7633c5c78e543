/*
 * The parser:
 * - is total: random strings of syntax and Norwegian words never throw;
 * - loses nothing: each letter and digit outside operators and fields is in some node's text, in order, and none
 *   is invented;
 * - makes no more leaves than there are tokens, and trees that are never deep, also of pathological queries
 *   long enough (40,000) for quadratic time to be felt;
 * - reads a printed tree as the same tree, and each leaf knows where its text begins.
 */
import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { QUERY_FIELDS, type SequenceClause, type QueryNode } from '../../src/query/language/ast.js'
import { lex } from '../../src/query/language/lexer.js'
import { MAX_DEPTH } from '../../src/query/language/parentheses.js'
import { parseQuery } from '../../src/query/language/parser.js'
import { depthOf, leavesOf, signs } from './trees.js'

const lettersOf = (text: string): string[] => {
  return text.match(/[\p{L}\p{N}]/gu) ?? []
}

const isSubsequence = (part: string[], whole: string[]): boolean => {
  let found = 0
  for (const letter of whole) if (letter === part[found]) found++
  return found === part.length
}

const printOperand = (node: QueryNode): string => {
  return 'children' in node || 'clauses' in node ? `(${print(node)})` : print(node)
}

/** The tree as a person would type it; each group in parentheses, each leaf with its own field. */
const print = (node: QueryNode): string => {
  const field = 'field' in node ? `${node.field}:` : ''
  switch (node.kind) {
    case 'and':
      return node.children.map(printOperand).join(' AND ')
    case 'or':
      return node.children.map(printOperand).join(' ELLER ')
    case 'not':
      return `NOT ${printOperand(node.child)}`
    case 'sequence':
      return node.clauses.map(({ occur, node }) => signs[occur] + printOperand(node)).join(' ')
    case 'phrase':
      return `${field}"${node.text}"${node.within ? `~${node.within}` : ''}`
    case 'word':
      return field + node.text
    case 'prefix':
      return `${field}${node.text}*`
    case 'fuzzy':
      return `${field}${node.text}~`
  }
}

const syntax = [...Array.from('()"“”«»+-–*~:   '), 'AND', 'OR', 'NOT', 'OG', 'ELLER', 'IKKE']
const fields = ['title:', 'text:', 'Source:', 'author:', 'foo:']
const words = ['Oslo', 'være', 'IKT', 'e-post', 'Ås', '18:30', '5', 'c++', 'AT&T', 'a\u030a', '😀', '日本']
const typed = fc
  .array(fc.constantFrom(...syntax, ...fields, ...words), { maxLength: 60 })
  .map((p) => p.join(''))

t.test('random queries are read, and nothing is lost or invented', (t) => {
  fc.assert(
    fc.property(typed, (query) => {
      const { root } = parseQuery(query)
      const text = query.normalize('NFC')
      const found = lettersOf(
        leavesOf(root)
          .map(({ text }) => text)
          .join(' ')
      )
      const outsideSyntax = text.replace(/(title|text|source|author):|AND|OR|NOT|OG|ELLER|IKKE|~\d+/gi, ' ')
      return isSubsequence(lettersOf(outsideSyntax), found) && isSubsequence(found, lettersOf(text))
    }),
    { numRuns: 2000 }
  )
  t.end()
})

t.test('any string at all is read', (t) => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (query) => Boolean(parseQuery(query))))
  t.end()
})

t.test('pathological queries end: few warnings, shallow trees, no more leaves than tokens', (t) => {
  const marks = [
    '(',
    ')',
    '()',
    '"',
    '«',
    '»',
    '«"',
    '-',
    '+',
    '-(',
    '*',
    '~',
    ':',
    '–',
    '-"',
    '"a"~',
    '*a',
    'a~'
  ]
  const phrases = [
    'NOT ',
    'NOT (',
    'AND ',
    'a AND ',
    'a OR (',
    'title:',
    'title:(',
    'foo:',
    '-a ',
    'a ()',
    '(-a '
  ]
  for (const piece of [...marks, ...phrases]) {
    const half = piece.repeat(20_000 / piece.length)
    for (const query of [half + half, `${half}a${half}`, `${half}a${')'.repeat(20_000)}`]) {
      const { root, warnings } = parseQuery(query)
      const isSmall = warnings.length <= 6 && depthOf(root) <= 4 * MAX_DEPTH
      t.ok(isSmall && leavesOf(root).length <= lex(query).tokens.length, `${piece}${piece}…`)
    }
  }
  t.end()
})

/** The trees that the parser makes, as ast.ts states them: NOT only in AND and OR, no plain clause alone. */
const { node: trees } = fc.letrec<{
  leaf: QueryNode
  node: QueryNode
  operand: QueryNode
  clause: SequenceClause
}>((tie) => ({
  leaf: fc.oneof(
    fc.record(
      {
        kind: fc.constantFrom('word', 'prefix', 'fuzzy'),
        text: fc.constantFrom(
          'Oslo',
          'være',
          'IKT-Norge',
          'AT&T',
          'c++',
          '18:30',
          'and',
          'kl.',
          'http://vg.no'
        ),
        start: fc.constant(0),
        field: fc.constantFrom(...QUERY_FIELDS)
      },
      { requiredKeys: ['kind', 'text', 'start'], noNullPrototype: true }
    ),
    fc.record(
      {
        kind: fc.constant('phrase' as const),
        text: fc.constantFrom('ny lov', 'a (b', '«ja» AND title:', '-a b*', ' c '),
        within: fc.integer({ min: 1, max: 9999 }),
        start: fc.constant(0),
        field: fc.constantFrom(...QUERY_FIELDS)
      },
      { requiredKeys: ['kind', 'text', 'start'], noNullPrototype: true }
    )
  ),
  operand: fc.oneof(
    tie('node'),
    tie('node').map((child) => ({ kind: 'not' as const, child }))
  ),
  clause: fc
    .tuple(fc.constantFrom('plain', 'required', 'excluded'), tie('node'))
    .map(([occur, node]) => ({ occur, node })),
  node: fc.oneof(
    { maxDepth: 5 },
    tie('leaf'),
    fc
      .tuple(fc.constantFrom('and', 'or'), fc.array(tie('operand'), { minLength: 2, maxLength: 4 }))
      .map(([kind, children]) => ({ kind, children })),
    fc
      .array(tie('clause'), { minLength: 1, maxLength: 4 })
      .filter((clauses) => clauses.length > 1 || clauses[0]?.occur !== 'plain')
      .map((clauses) => ({ kind: 'sequence' as const, clauses }))
  )
}))

t.test('a printed tree is read as the same tree', (t) => {
  fc.assert(
    fc.property(trees, (tree) => {
      const printed = print(tree)
      const read = parseQuery(printed)
      for (const { start, text } of leavesOf(read.root))
        assert.equal(printed.slice(start, start + text.length), text)
      const unplaced: unknown = JSON.parse(
        JSON.stringify(read, (key, value: unknown) => (key === 'start' ? 0 : value))
      )
      assert.deepEqual(unplaced, { root: tree, warnings: [] })
    })
  )
  t.end()
})
