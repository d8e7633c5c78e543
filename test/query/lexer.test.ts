/*
 * The lexer:
 * - knows each kind of token, and leaves to words what only looks like syntax;
 * - gives offsets into the query as it was handed over: spans in order, apart, each around the text as typed;
 * - loses no letter or digit, whatever is typed, but for the distance of an empty phrase.
 */
import fc from 'fast-check'
import t from 'tap'
import { lex } from '../../src/query/language/lexer.js'
import type { Token } from '../../src/query/language/token.js'

/** `word=Oslo`, `phrase=a b~5`, `open`. */
const render = (token: Token): string => {
  const text = 'text' in token ? `=${token.text}` : ''
  return `${token.kind}${text}${token.kind === 'phrase' && token.within ? `~${token.within}` : ''}`
}

const cases: [why: string, query: string, tokens: string][] = [
  ['words are apart by any white space', 'Oslo\u00a0by\tnå\n', 'word=Oslo word=by word=nå'],
  ['punctuation inside or after a word is part of it', 'IKT-Norge, AT&T', 'word=IKT-Norge, word=AT&T'],
  ['punctuation alone is no token', '– Oslo - & … * ~ !', 'word=Oslo'],
  ['a star at the end makes a prefix', 'digital* digital**', 'prefix=digital prefix=digital'],
  ['a tilde at the end, also with 1 or 2, is fuzzy', 'a~ b~1 c~2', 'fuzzy=a fuzzy=b fuzzy=c'],
  ['elsewhere they are characters', 'a*b *foo a~b foo~3', 'word=a*b word=*foo word=a~b word=foo~3'],
  ['a suffix needs something before it', '~1 *', 'word=~1'],
  ['plus signs after a letter belong to the word', 'c++ +c++', 'word=c++ required word=c++'],
  ['operators are upper case', 'AND OG and og', 'and=AND and=OG word=and word=og'],
  ['operators have Norwegian names', 'ELLER IKKE OR NOT', 'or=ELLER not=IKKE or=OR not=NOT'],
  ['after a sign or a field a word is a word', '-NOT title:AND', 'excluded word=NOT field=title: word=AND'],
  ['a sign stands before something', '-5 +"a" -(b', 'excluded word=5 required phrase=a excluded open word=b'],
  ['a dash is no sign', '- a --b a-b "a"-b', 'word=a word=--b word=a-b phrase=a word=-b'],
  ['a field may be in any case', 'Title:a SOURCE:', 'field=Title: word=a field=SOURCE:'],
  ['other colons are characters', '18:30 http://vg.no foo:bar', 'word=18:30 word=http://vg.no word=foo:bar'],
  ['quotation marks', '"a" “b” ”c” „d“ «e»', 'phrase=a phrase=b phrase=c phrase=d phrase=e'],
  ['one family may hold the other', '«sa "ja" da»', 'phrase=sa "ja" da'],
  ['syntax in a phrase is text', '"(a OR -b*"', 'phrase=(a OR -b*'],
  ['a quotation mark ends a word', 'a"b c"d', 'word=a phrase=b c word=d'],
  ['a lone quotation mark is ignored', '12" a «b «c»', 'word=12 word=a word=b phrase=c'],
  ['a phrase has a distance', '"a b"~5 "a b"~9999)', 'phrase=a b~5 phrase=a b~9999 close'],
  ['a distance of nothing is none', '"a b"~0', 'phrase=a b'],
  ['no distance, but a word', '"a"~b "a"~5kg', 'phrase=a word=~b phrase=a word=~5kg'],
  [
    'a distance that is too long is cut',
    '"a"~10000 "a"~123456789012345678901',
    'phrase=a~9999 phrase=a~9999'
  ],
  ['nothing in, nothing out', ' "" « » ""~', '']
]

t.test('reads', (t) => {
  for (const [why, query, tokens] of cases) t.equal(lex(query).tokens.map(render).join(' '), tokens, why)
  t.end()
})

t.test('offsets are into the query', (t) => {
  const query = '+title:"ny lov"~5 OG digital*'
  const spans = lex(query).tokens.map(({ start, end }) => query.slice(start, end))
  t.strictSame(spans, ['+', 'title:', '"ny lov"~5', 'OG', 'digital*'])
  t.end()
})

const typed = fc.string({
  unit: fc.constantFrom(...Array.from('aæÅ5 ()"“«»+-*~:–\t😀'), 'AND', ' IKKE ', 'text:', '"~2')
})

t.test('spans are in order, apart, and hold the text', (t) => {
  fc.assert(
    fc.property(typed, (query) => {
      let end = 0
      for (const token of lex(query).tokens) {
        if (token.start < end || token.end <= token.start || token.end > query.length) return false
        if ('text' in token && !query.slice(token.start, token.end).includes(token.text)) return false
        end = token.end
      }
      return true
    })
  )
  t.end()
})

t.test('no letter or digit is between the spans', (t) => {
  fc.assert(
    fc.property(typed, (query) => {
      let between = ''
      let end = 0
      for (const token of lex(query).tokens) {
        between += query.slice(end, token.start)
        end = token.end
      }
      return !/[\p{L}\p{N}]/u.test((between + query.slice(end)).replace(/["“]~\d+/g, ''))
    })
  )
  t.end()
})
