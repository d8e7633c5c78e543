// entities.yaml
// - merges, splits by article, keeps names separate, renames, types and hides; ids of what was merged answer with
//   what it is now
// - rules for what no article names wait for it
// - what is wrong is said with line and reason, and the other rules hold
// - of rules that contradict each other the first holds, and the others are problems; rules that repeat each other
//   are none
// - a heading may stand twice; a second YAML document is not read, which is a problem
// - whatever the file, reading it ends

import fc from 'fast-check'
import t from 'tap'
import { NO_RULES } from '../../src/entities/rules/entity-rules.js'
import { parseRules } from '../../src/entities/rules/parse-rules.js'
import { describe, entitiesOf } from './articles.js'

const ARTICLES = {
  a: 'Statsråd [P Kari Hansen] og [O Veilaget]. [O Nordlys Invest Vest] og [O Nordlys].',
  b: 'Legen [P Kari Hansen]. [P Hansen] sa ja.',
  c: '[O Vegforeningen] og [O Foto].'
}

const withRules = async (yaml: string) => {
  const { rules, problems } = parseRules(yaml)
  t.same(problems, [])
  const index = await entitiesOf(ARTICLES, rules)
  return { index, ...describe(index, Object.keys(ARTICLES)) }
}

const ids = async (yaml: string): Promise<string[]> =>
  (await withRules(yaml)).entities.map(({ id, mentionCount }) => `${id} ${mentionCount}`).sort()

const UNCHANGED = [
  'organisation:foto 1',
  'organisation:nordlys-invest-vest 2',
  'organisation:vegforeningen 1',
  'organisation:veilaget 1',
  'person:kari-hansen 3'
]

t.test('what rules do', async (t) => {
  t.same(await ids(''), UNCHANGED)
  const merged = await withRules(
    'merge:\n  - into: organisation:veilaget\n    from: [organisation:vegforeningen, organisation:ingen]'
  )
  const one = merged.index.find('organisation:vegforeningen')!
  t.same(merged.entities[one], {
    id: 'organisation:veilaget',
    name: 'Veilaget',
    aliases: ['Vegforeningen'],
    sureNames: ['Vegforeningen'],
    roles: [],
    mentionCount: 2,
    articles: ['a', 'c']
  })
  t.equal(merged.index.find('organisation:ingen'), one, 'an id that is not in use')
  t.same(await ids('separate: [organisation:nordlys]'), [
    'organisation:foto 1', 'organisation:nordlys 1', 'organisation:nordlys-invest-vest 1',
    'organisation:vegforeningen 1', 'organisation:veilaget 1', 'person:kari-hansen 3'
  ]) // prettier-ignore
  t.same(await ids('hide: [organisation:foto, organisation:nordlys]'), [
    'organisation:vegforeningen 1', 'organisation:veilaget 1', 'person:kari-hansen 3'
  ]) // prettier-ignore
})

t.test('split', async (t) => {
  const { index, entities, mentions } = await withRules(
    'split:\n  - { from: person:kari-hansen, into: person:kari-hansen-lege, name: Kari Hansen (lege), articles: [b] }'
  )
  t.match(entities[index.find('person:kari-hansen-lege')!], {
    name: 'Kari Hansen (lege)',
    articles: ['b'],
    mentionCount: 2
  })
  t.match(entities[index.find('person:kari-hansen')!], {
    name: 'Kari Hansen',
    articles: ['a'],
    mentionCount: 1
  })
  t.same(
    mentions[1]!.map(({ entity }) => entity),
    Array(2).fill('person:kari-hansen-lege')
  )
})

t.test('rename and type', async (t) => {
  const { index, entities } = await withRules(
    'rename: [{ entity: organisation:veilaget, name: Det nye veilaget }]\ntype: [{ entity: organisation:foto, type: product }]'
  )
  t.match(entities[index.find('organisation:veilaget')!], {
    id: 'organisation:veilaget',
    name: 'Det nye veilaget',
    aliases: ['Veilaget']
  })
  t.match(entities[index.find('organisation:foto')!], { id: 'product:foto', name: 'Foto' })
})

t.test('rules for the same thing, round in a ring', async (t) => {
  const { entities, index } = await withRules(
    'merge:\n  - { into: organisation:a, from: [organisation:veilaget] }\n  - { into: organisation:veilaget, from: [organisation:a] }\n' +
      'hide: [organisation:a-b]\nrename: [{ entity: organisation:ingen, name: Ingen }]'
  )
  t.equal(entities.length, 5)
  t.equal(index.find('organisation:a'), index.find('organisation:veilaget'))
})

t.test('a chain of merges', async (t) => {
  const size = 20_000
  const rules = Array.from({ length: size }, (_, i) => `  - { into: place:n-${i + 1}, from: [place:n-${i}] }`)
  const { index } = await withRules(
    `merge:\n${rules.join('\n')}\n  - { into: organisation:veilaget, from: [place:n-${size}] }`
  )
  t.equal(index.find('place:n-0'), index.find('organisation:veilaget'))
})

t.test('what is wrong', (t) => {
  const { rules, problems } = parseRules(
    [
      'merge:',
      '  - into: veilaget',
      '    from: []',
      '  - into: organisation:veilaget',
      '    from: [organisation:b]',
      'split: person:a',
      'type:',
      '  - { entity: organisation:a, type: company }',
      '  - { entity: organisation:a, tipe: place }',
      'hide:',
      '  - 7',
      '  -',
      '__proto__: []',
      'rename:'
    ].join('\n')
  )
  t.same(rules, {
    ...NO_RULES,
    merge: [{ into: { type: 'organisation', slug: 'veilaget' }, from: [{ type: 'organisation', slug: 'b' }] }]
  })
  t.same(
    problems.map(({ line }) => line),
    [2, 6, 8, 9, 11, 12, 13]
  )
  t.match(
    problems[0]!.reason,
    /merge: into "veilaget" is no entity id: write <type>:<name>.*; from must not be empty/
  )
  t.match(problems[2]!.reason, /type must be one of person, organisation/)
  t.match(problems[6]!.reason, /no heading "__proto__": the headings are merge/)
  t.same(parseRules('- hide').problems, [
    {
      line: 1,
      reason: 'The file must have headings with lists of rules: merge, split, separate, rename, type, hide'
    }
  ])
  t.match(parseRules('hide: [organisation:a').problems, [{ line: 1, reason: /^This is not valid YAML/ }])
  t.match(parseRules('hide: [*a]').problems, [{ line: 1 }])
  t.end()
})

t.test('keys that are not known, or stand twice', (t) => {
  const reasons = (yaml: string) => parseRules(yaml).problems.map(({ reason }) => reason)
  t.same(reasons('rename: [{ entity: person:a, name: A, foo: 1, bar: 2 }]'), [
    'rename: has no key "foo", "bar": the keys are entity, name'
  ])
  t.same(reasons('merge: [person:a]'), ['merge: must be written with the keys into, from'])
  t.same(reasons('type: [{ entity: person:a, entity: person:b, type: place }]'), [
    'type: entity is stated twice: keep one of the two'
  ])
  t.end()
})

t.test('contradictions', (t) => {
  const { rules, problems } = parseRules(
    [
      'merge:',
      '  - { into: organisation:a, from: [organisation:b] }',
      '  - { into: organisation:c, from: [organisation:d, place:b] }',
      '  - { into: place:a, from: [organisation:b] }',
      '  - { into: person:a, from: [person:b, person:a] }',
      '  - { into: place:c, from: [organisation:c] }',
      'split:',
      '  - { from: person:b, into: person:b-1, articles: [x, y] }',
      '  - { from: person:b, into: person:b-2, articles: [z, y] }',
      '  - { from: person:b, into: person:b-2, articles: [z] }',
      '  - { from: person:b, into: person:b-1, name: B, articles: [x] }',
      'rename:',
      '  - { entity: person:b, name: Ole }',
      '  - { entity: person:b, name: Kari }',
      '  - { entity: organisation:b, name: Kari }',
      'type:',
      '  - { entity: place:e, type: event }',
      '  - { entity: organisation:e, type: event }',
      '  - { entity: product:e, type: place }'
    ].join('\n')
  )
  t.same(
    problems.map(({ line, reason }) => `${line} ${reason}`),
    [
      '3 merge: place:b is merged into organisation:c, but line 2 says that organisation:b is merged into organisation:a, which holds: keep one of the two',
      '5 merge: person:a is merged into itself: take it out of "from", or name another entity',
      '6 merge: organisation:c and place:c are one without a rule: take it out of "from", or name another entity',
      '9 split: person:b in the article y is person:b-2, but line 8 says that person:b in the article y is person:b-1, which holds: keep one of the two',
      '11 split: person:b in the article x is person:b-1, called "B", but line 8 says that person:b in the article x is person:b-1, which holds: keep one of the two',
      '14 rename: person:b is called "Kari", but line 13 says that person:b is called "Ole", which holds: keep one of the two',
      '19 type: product:e is of the type place, but line 17 says that place:e is of the type event, which holds: keep one of the two'
    ]
  )
  t.same(
    rules.merge.map(({ into, from }) => [into.type, into.slug, from.length]),
    [
      ['organisation', 'a', 1],
      ['place', 'a', 1]
    ]
  )
  t.same(
    rules.split.map(({ articles }) => articles),
    [['x', 'y'], ['z']]
  )
  t.same(
    rules.rename.map(({ name }) => name),
    ['Ole', 'Kari']
  )
  t.same(
    rules.type.map(({ type }) => type),
    ['event', 'event']
  )
  t.end()
})

t.test('a heading that stands twice', async (t) => {
  t.same(
    await ids(
      'hide: [organisation:foto]\nseparate: [organisation:nordlys]\nhide:\n  - organisation:veilaget'
    ),
    [
      'organisation:nordlys 1',
      'organisation:nordlys-invest-vest 1',
      'organisation:vegforeningen 1',
      'person:kari-hansen 3'
    ]
  )
  t.match(
    parseRules('type:\n- { entity: place:a, type: event }\ntype:\n- { entity: place:a, type: place }')
      .problems,
    [{ line: 4, reason: /but line 2 says/ }]
  )
})

t.test('a second document', (t) => {
  const reason =
    'A line "---" or "..." ends the rules here, and those after it are not read: take that line away'
  const first = { ...NO_RULES, hide: [{ type: 'place', slug: 'a' }] }
  t.same(parseRules('---\nhide: [place:a]\n---\nhide: [place:b]\n---\n'), {
    rules: first,
    problems: [{ line: 3, reason }]
  })
  t.match(parseRules('hide: [place:a]\n...\nhide: [place:b]'), { rules: first, problems: [{ reason }] })
  t.same(parseRules('---\nhide: [place:a]\n...\n'), { rules: first, problems: [] })
  t.end()
})

t.test('any file', (t) => {
  const line = fc.constantFrom(
    'merge:',
    'hide:',
    '  - organisation:a',
    '  - {',
    '- &a b',
    '  - *a',
    'type: 3',
    '?',
    '\t',
    'hide: [a, b]',
    '---'
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(line, fc.string())), (lines) => {
      for (const { line, reason } of parseRules(lines.join('\n')).problems)
        if (line < 1 || reason === '') throw new Error(`${line}: ${reason}`)
    })
  )
  t.end()
})
