// entities.yaml
// - merges, splits by article, keeps names separate, renames, types and hides; ids of what was merged answer with what it is now
// - rules for what no article names wait for it
// - what is wrong is said with line and reason, and the other rules hold; a file without rules is no problem
// - whatever the file, reading it ends

import fc from 'fast-check'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { NO_RULES } from '../../src/entities/rules/entity-rules.js'
import { parseRules } from '../../src/entities/rules/parse-rules.js'
import { readRules } from '../../src/entities/rules/read-rules.js'
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

t.test('the file', async (t) => {
  const folder = t.testdir({ 'entities.yaml': 'hide: [foto]' })
  t.match(await readRules(folder), {
    rules: NO_RULES,
    problems: [{ file: 'entities.yaml', line: 1, reason: /^hide: "foto"/ }]
  })
  t.same(await readRules(t.testdir({})), { rules: NO_RULES, problems: [] })
  const blocked = t.testdir({})
  await mkdir(join(blocked, 'entities.yaml'))
  t.match(await readRules(blocked), {
    rules: NO_RULES,
    problems: [{ file: 'entities.yaml', reason: /^The rules for entities cannot be read/ }]
  })
})
