/*
 * The parser:
 * - reads each construct, with the precedence NOT > AND > OR > juxtaposition;
 * - reads as words what does not parse as syntax, and says so in one sentence for each kind of case;
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
import { queryFields, type SequenceClause, type QueryNode } from '../../src/query/language/ast.js'
import { lex } from '../../src/query/language/lexer.js'
import { maxDepth } from '../../src/query/language/parentheses.js'
import { parseQuery } from '../../src/query/language/parser.js'

const signs: Record<SequenceClause['occur'], string> = { plain: '', required: '+', excluded: '-' }

/** `(and a (not b))` for operators, `[a +b -c]` for a sequence, `a…` for a prefix, `a?` for a fuzzy word. */
const render = (node: QueryNode): string => {
  const field = 'field' in node ? `${node.field}=` : ''
  switch (node.kind) {
    case 'and':
    case 'or':
      return `(${node.kind} ${node.children.map(render).join(' ')})`
    case 'not':
      return `(not ${render(node.child)})`
    case 'sequence':
      return `[${node.clauses.map(({ occur, node }) => signs[occur] + render(node)).join(' ')}]`
    case 'phrase':
      return `${field}"${node.text}"${node.within ? `~${node.within}` : ''}`
    case 'word':
      return field + node.text
    case 'prefix':
      return `${field}${node.text}…`
    case 'fuzzy':
      return `${field}${node.text}?`
  }
}

const read = (query: string): string => {
  const { root } = parseQuery(query)
  return root ? render(root) : ''
}

const childrenOf = (node: QueryNode): readonly QueryNode[] => {
  if (node.kind === 'and' || node.kind === 'or') return node.children
  if (node.kind === 'not') return [node.child]
  return node.kind === 'sequence' ? node.clauses.map((clause) => clause.node) : []
}

/** In order. */
const leavesOf = (node: QueryNode | undefined): { readonly text: string; readonly start: number }[] => {
  if (!node) return []
  return 'text' in node ? [node] : childrenOf(node).flatMap(leavesOf)
}

const depthOf = (node: QueryNode | undefined): number => {
  return node ? 1 + childrenOf(node).reduce((depth, child) => Math.max(depth, depthOf(child)), 0) : 0
}

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

t.test('well-formed queries are read without a warning', (t) => {
  const cases: [query: string, tree: string][] = [
    ['', ''],
    ['Oslo', 'Oslo'],
    ['Oslo kommune', '[Oslo kommune]'],
    ['"ny lov" digital* Støre~', '["ny lov" digital… Støre?]'],
    ['"barn skjerm"~5', '"barn skjerm"~5'],
    ['+Oslo -Bergen', '[+Oslo -Bergen]'],
    ['-foo', '[-foo]'],
    ['NOT foo', '[-foo]'],
    ['a NOT b', '[a -b]'],
    ['a AND b AND c', '(and a b c)'],
    ['a OG b ELLER IKKE c', '(or (and a b) (not c))'],
    ['Oslo OR Bergen kommune', '[(or Oslo Bergen) kommune]'],
    ['a OR b AND c', '(or a (and b c))'],
    ['(a OR b) AND c', '(and (or a b) c)'],
    ['-a OR b', '(or (not a) b)'],
    ['a AND -b', '(and a (not b))'],
    ['NOT NOT a', 'a'],
    ['NOT -a', 'a'],
    ['NOT (a b)', '[-[a b]]'],
    ['a (b c)', '[a [b c]]'],
    ['((a))', 'a'],
    ['-(a OR b) +(c d)', '[-(or a b) +[c d]]'],
    ['-"a b" +title:c', '[-"a b" +title=c]'],
    ['title:Oslo', 'title=Oslo'],
    ['author:"Paul Chaffey" text:digital*', '[author="Paul Chaffey" text=digital…]'],
    ['title:(a text:b (c OR "d e")) f', '[[title=a text=b (or title=c title="d e")] f]'],
    ['title:(a source:(b title:c))', '[title=a [source=b title=c]]'],
    ['title:AND', 'title=AND'],
    ['– Vi må ha e-post, sier IKT-Norge.', '[Vi må ha e-post, sier IKT-Norge.]'],
    ['kl. 18:30 på https://vg.no/a?b=c', '[kl. 18:30 på https://vg.no/a?b=c]'],
    ['AT&T & co! – ja -- nei | https://vg.no/?a&&b', '[AT&T co! ja nei https://vg.no/?a&&b]'],
    ['Støre: vi må', '[Støre: vi må]'],
    ['A\u030arhus', '\u00c5rhus'],
    ['Hvem? Støre^ (hva?)', '[Hvem? Støre^ hva?]']
  ]
  for (const [query, tree] of cases) {
    t.equal(read(query), tree, query)
    t.strictSame(parseQuery(query).warnings, [], `${query}: no warning`)
  }
  t.end()
})

t.test('what does not parse as syntax is read as words, with a warning', (t) => {
  const cases: [query: string, tree: string, ...warnings: RegExp[]][] = [
    ['"ny lov', '[ny lov]', /^A quotation mark without a partner/],
    ['""', '', /^Quotation marks without a word/],
    ['(a b', '[a b]', /^A parenthesis without a partner/],
    ['a) b', '[a b]', /^A parenthesis without a partner/],
    ['(a OR b)) AND c', '(and (or a b) c)', /^A parenthesis without a partner/],
    ['() a', 'a', /^Parentheses with nothing/],
    ['a AND (()) b', '(and a b)', /^Parentheses with nothing/],
    ['a AND ()', '[a AND]', /^Parentheses with nothing/, /: “AND”\.$/],
    ['-() a', 'a', /^Parentheses with nothing/],
    [
      'foo:bar',
      'foo:bar',
      /^There is no field called “foo”.* title:, text:, source:, author:, person:, organisation:, and place:\.$/
    ],
    ['foo:"a b"', '[foo: "a b"]', /^There is no field called “foo”/],
    ['a:b c:d e:f g:h', '[a:b c:d e:f g:h]', /^There is no field called “a”, “c”, “e”, so/],
    ['title:', 'title:', /^A field needs .*: “title:”\.$/],
    ['title: Oslo', '[title: Oslo]', /^A field needs .*: “title:”\.$/],
    ['title:text:a', '[title: text=a]', /^A field needs .*: “title:”\.$/],
    ['-title: a', '[-title: a]', /^A field needs/],
    ['AND', 'AND', /^An operator needs .*: “AND”\.$/],
    ['Oslo AND', '[Oslo AND]', /^An operator needs .*: “AND”\.$/],
    ['ELLER Oslo', '[ELLER Oslo]', /^An operator needs .*: “ELLER”\.$/],
    ['OR OR', '[OR OR]', /^An operator needs .*: “OR”\.$/],
    ['a AND OR b', '[a AND OR b]', /^An operator needs .*: “AND”, “OR”\.$/],
    ['a OR NOT', '[a OR NOT]', /^An operator needs .*: “OR”, “NOT”\.$/],
    ['a (OR) b', '[a OR b]', /^An operator needs/],
    ['a*b *foo', '[a*b *foo]', /^“\*” has .* elsewhere .* punctuation: “a\*b”, “\*foo”\.$/],
    ['foo~3', 'foo~3', /^“\*” has .* “~2”; .*: “foo~3”\.$/],
    ['!Oslo --Bergen', '[!Oslo --Bergen]', /^The operators are AND, OR and NOT .*: “!Oslo”, “--Bergen”\.$/],
    ['Oslo || Bergen', '[Oslo Bergen]', /^The operators are .*: “\|\|”\.$/],
    ['a && !(b c||d)', '[a [b c||d]]', /^The operators are .*: “&&”, “!”, “c\|\|d”\.$/],
    ['!"a b"', '"a b"', /^The operators are .*: “!”\.$/],
    ['d?gital bok^2', '[d?gital bok^2]', /^“\?” and “\^” have no .*: “d\?gital”, “bok\^2”\.$/],
    ['"a b"~10000', '"a b"~9999', /^Words of a phrase can be at most 9999/],
    ['* ~ - –', '', /^There is no letter or digit .* “\* ~ - –”, so all articles/],
    ['😀', '', /^There is no letter/],
    ['"a b"~abc', '["a b" ~abc]', /^After a phrase “~” takes .*: “~abc”\.$/],
    ['"a b"~', '"a b"', /^After a phrase “~” takes .*: “~”\.$/],
    ['+a OR b', '(or a b)', /^A “\+” beside/]
  ]
  for (const [query, tree, ...expected] of cases) {
    const { warnings } = parseQuery(query)
    t.equal(read(query), tree, query)
    t.equal(warnings.length, expected.length, `${query}: no other warning`)
    for (const [i, pattern] of expected.entries()) t.match(warnings[i], pattern)
  }
  t.end()
})

t.test('a warning names a long case by its start', (t) => {
  const [warning] = parseQuery(`a*${'😀'.repeat(100)}b`).warnings
  t.match(warning, `“a*${'😀'.repeat(38)}…”.`)
  t.end()
})

t.test('groups nested deeper than the limit are read flat', (t) => {
  const nested = (levels: number) => 'a ('.repeat(levels) + 'b c' + ')'.repeat(levels)
  t.strictSame(parseQuery(nested(maxDepth)).warnings, [])
  const { root, warnings } = parseQuery(nested(maxDepth + 10))
  t.equal(
    depthOf(root),
    maxDepth + 2,
    'a sequence at the top and at each level, and the words in the innermost'
  )
  t.equal(leavesOf(root).length, maxDepth + 12, 'no word is lost')
  t.equal(warnings.length, 1)
  t.end()
})

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
      const isSmall = warnings.length <= 6 && depthOf(root) <= 4 * maxDepth
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
        field: fc.constantFrom(...queryFields)
      },
      { requiredKeys: ['kind', 'text', 'start'], noNullPrototype: true }
    ),
    fc.record(
      {
        kind: fc.constant('phrase' as const),
        text: fc.constantFrom('ny lov', 'a (b', '«ja» AND title:', '-a b*', ' c '),
        within: fc.integer({ min: 1, max: 9999 }),
        start: fc.constant(0),
        field: fc.constantFrom(...queryFields)
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
