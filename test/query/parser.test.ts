/*
 * The parser:
 * - reads each construct, with the precedence NOT > AND > OR > juxtaposition;
 * - reads as words what does not parse as syntax, and says so in one sentence for each kind of case;
 * - makes trees that are never deep.
 */
import t from 'tap'
import type { QueryNode } from '../../src/query/language/ast.js'
import { MAX_DEPTH } from '../../src/query/language/parentheses.js'
import { parseQuery } from '../../src/query/language/parser.js'
import { depthOf, leavesOf, signs } from './trees.js'

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
    ['a~b', 'a~b', /^“\*” has .* “~2”; .*: “a~b”\.$/],
    ['foo~3', 'foo~3', /^After a word “~” allows .* “~2”; .*: “foo~3”\.$/],
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
  t.strictSame(parseQuery(nested(MAX_DEPTH)).warnings, [])
  const { root, warnings } = parseQuery(nested(MAX_DEPTH + 10))
  t.equal(
    depthOf(root),
    MAX_DEPTH + 2,
    'a sequence at the top and at each level, and the words in the innermost'
  )
  t.equal(leavesOf(root).length, MAX_DEPTH + 12, 'no word is lost')
  t.equal(warnings.length, 1)
  t.end()
})
