// The file entities.yaml beside the articles
// - is read, through a link too; a folder without it is no problem
// - what is no file, or no text in UTF-8, is a problem, with the line where it is one line; so is a link that leads
//   nowhere
// - one that is too large is a problem, and is not read
// - a file of nearly that name is a problem, and is not read

import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { NO_RULES } from '../../src/entities/rules/entity-rules.js'
import { readRules } from '../../src/entities/rules/read-rules.js'

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
    problems: [{ file: 'entities.yaml', reason: /^entities\.yaml is no file: put the rules/ }]
  })
  const large = t.testdir({})
  await writeFile(join(large, 'entities.yaml'), `hide:\n${'# no rule\n'.repeat(450_000)}`)
  t.match(await readRules(large), {
    rules: NO_RULES,
    problems: [{ file: 'entities.yaml', reason: /^entities\.yaml is larger than 4 MB, .*: take out rules/ }]
  })
  t.same(
    await readRules(join(folder, 'none')),
    { rules: NO_RULES, problems: [] },
    'said by who reads articles'
  )
})

t.test('what is no text in UTF-8', async (t) => {
  const yaml = 'hide: [organisation:foto]\nrename:\n  - { entity: person:a, name: Bjørg }'
  const read = async (bytes: Uint8Array | string) => {
    const folder = t.testdir({})
    await writeFile(join(folder, 'entities.yaml'), bytes)
    return readRules(folder)
  }
  const problem = (line: number | undefined, reason: RegExp) => ({
    rules: NO_RULES,
    problems: [{ file: 'entities.yaml', line, reason }]
  })
  t.match(await read(Buffer.from(yaml, 'latin1')), problem(3, /not UTF-8: .* iconv -f WINDOWS-1252/))
  t.match(
    await read(Buffer.from(`\uFEFF${yaml}`, 'utf16le')),
    problem(undefined, /UTF-16LE: .* iconv -f UTF-16LE/)
  )
  t.match(await read('hide:\n- \0'), problem(2, /control character U\+0000/))
  const { rules, problems } = await read(`\uFEFF${yaml.normalize('NFD').replaceAll('\n', '\r')}`)
  t.same(problems, [])
  t.same(rules.rename, [{ entity: { type: 'person', slug: 'a' }, name: 'Bjørg' }])
})

t.test('a file that is not found', async (t) => {
  const broken = t.testdir({ 'entities.yaml': t.fixture('symlink', 'none.yaml') })
  t.match(await readRules(broken), {
    rules: NO_RULES,
    problems: [{ file: 'entities.yaml', reason: /^The file is not there: fix the link/ }]
  })
  const linked = t.testdir({
    'rules.txt': 'hide: [place:a]',
    'entities.yaml': t.fixture('symlink', 'rules.txt')
  })
  t.match(await readRules(linked), { rules: { hide: [{ slug: 'a' }] }, problems: [] })
  const reason =
    'Rules for entities are read from entities.yaml alone: name the file entities.yaml, or move its rules there'
  t.same(await readRules(t.testdir({ 'entities.yml': 'hide: [place:a]', 'other.yml': '' })), {
    rules: NO_RULES,
    problems: [{ kind: 'setting', file: 'entities.yml', reason }]
  })
  t.match(await readRules(t.testdir({ 'entities.yaml': 'hide: [place:a]', 'Entities.YML': '' })), {
    rules: { hide: [{ slug: 'a' }] },
    problems: [{ file: 'Entities.YML', reason }]
  })
})
