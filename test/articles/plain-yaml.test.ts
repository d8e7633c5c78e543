import fc from 'fast-check'
import t from 'tap'
import { parseDocument } from 'yaml'
import { plainYaml } from '../../src/articles/facts/plain-yaml.js'

// Front matter that is plain is read without the parser of YAML. Properties:
// 1. What is read so is what that parser reads, whatever the signs, words and lines.
// 2. Nearly all that people write is plain: words, quotations, lists on a line or below their key.
// 3. What is not plain, or broken, is left to the parser.
// 4. A key's line is known.

const parsed = (text: string): unknown => {
  const document = parseDocument(text.trimEnd(), {
    schema: 'failsafe',
    customTags: ['null', 'merge'],
    merge: true,
    stringKeys: true
  })
  return document.errors.length > 0 ? 'broken' : document.toJS()
}

const word = fc.constantFrom(
  'skole',
  'Åre',
  '2019-11-28',
  '10:15:00',
  'null',
  'Kari Moe',
  'a,b',
  "d'Arc",
  '+0200'
)
const sign = fc.constantFrom(
  ':',
  ' ',
  '#',
  '"',
  "'",
  '[',
  ']',
  ',',
  '-',
  '- ',
  '\\',
  '{',
  '&',
  '*',
  '|',
  '~',
  '\u00a0',
  '\t'
)
const value = fc.oneof(
  { weight: 3, arbitrary: word },
  word.map((each) => `"${each}"`),
  word.map((each) => `'${each}'`),
  fc
    .array(fc.oneof(word, fc.constantFrom('\\"', '\\\\', '\\/', '\\n', '\\t', '\\x', "''", "'")), {
      maxLength: 4
    })
    .chain((parts) => fc.constantFrom(`"${parts.join('')}"`, `'${parts.join('')}'`)),
  fc.array(word, { maxLength: 3 }).map((each) => `[${each.join(', ')}]`),
  fc.array(fc.oneof(word, sign), { maxLength: 5 }).map((each) => each.join('')),
  fc.array(word, { minLength: 1, maxLength: 3 }).map((each) => each.map((item) => `\n  - ${item}`).join('')),
  fc.array(word, { minLength: 1, maxLength: 3 }).map((each) => each.map((item) => `\n- ${item}`).join(''))
)
const line = fc.tuple(fc.constantFrom('title', 'tags', 'dato', 'ämne', 'x_1', '__proto__', ' a'), value)

t.test('reads what the parser of YAML reads', (t) => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), (lines) => {
      const block = lines.map(([key, stated]) => `${key}: ${stated}\n`).join('')
      const plain = plainYaml(block)
      if (plain === undefined) return
      t.same(plain.record, parsed(block), JSON.stringify(block))
    }),
    { numRuns: 2000 }
  )
  t.end()
})

t.test('reads what people write', (t) => {
  const block =
    'title: "Ny: bru"\ndate: 2024-09-30 10:15:00 +0200\ntags: [skole, \'vei\']\nforfatter:\n  - Kari Moe\n  - Ola\nkilde:\n'
  t.same(plainYaml(block), {
    record: {
      title: 'Ny: bru',
      date: '2024-09-30 10:15:00 +0200',
      tags: ['skole', 'vei'],
      forfatter: ['Kari Moe', 'Ola'],
      kilde: null
    },
    lines: new Map([
      ['title', 0],
      ['date', 1],
      ['tags', 2],
      ['forfatter', 3],
      ['kilde', 6]
    ])
  })
  t.end()
})

t.test('leaves the rest to the parser', (t) => {
  for (const block of [
    'title: Skolen: ny rektor',
    'title: Ny bru # utkast',
    'title: null',
    'text: |\n  En\n',
    'title: Ny\n  bru',
    'a: 1\na: 2',
    'authors:\n  - name: Kari',
    'title: "Ny \\u0041"',
    "title: 'Ny'bru'",
    'tags: [a, [b]]',
    'tags:\n  - a\n - b'
  ])
    t.equal(plainYaml(block), undefined, block)
  t.end()
})
