/*
 * A file that is written atomically:
 * - it holds what was written, with the permissions that were asked for, and nothing is left beside it;
 * - until it is whole, the old file is in its place;
 * - where the writing fails, the error is told, the old file stays as it was, and nothing is left beside it;
 * - two at the same time, of one file, leave one of them whole.
 *
 * What was left unfinished is removed where it is old enough, and no other file.
 */
import { mkdirSync, readdirSync, readFileSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { removeUnfinished, writeFileAtomically } from '../../src/collection/atomic-file.js'

const content = (folder: string): unknown =>
  readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')])

t.test('a file is written', async (t) => {
  const folder = t.testdir({ a: 'old' })
  let meanwhile = ''
  await writeFileAtomically(
    join(folder, 'a'),
    async (file) => {
      await file.writeFile('ne')
      meanwhile = readFileSync(join(folder, 'a'), 'utf8')
      await file.writeFile('w')
    },
    { mode: 0o600 }
  )
  t.equal(meanwhile, 'old')
  t.strictSame(content(folder), [['a', 'new']])
  if (process.platform !== 'win32') t.equal(statSync(join(folder, 'a')).mode & 0o777, 0o600)
  await writeFileAtomically(join(folder, 'b'), (file) => file.writeFile('b'), { syncsFolder: false })
  t.strictSame(content(folder), [
    ['a', 'new'],
    ['b', 'b']
  ])
})

t.test('a write that fails', async (t) => {
  const folder = t.testdir({ a: 'old' })
  const halfway = writeFileAtomically(join(folder, 'a'), async (file) => {
    await file.writeFile('ne')
    throw new Error('no more')
  })
  await t.rejects(halfway, /no more/)
  t.strictSame(content(folder), [['a', 'old']])
  mkdirSync(join(folder, 'b'))
  await t.rejects(
    writeFileAtomically(join(folder, 'b'), (file) => file.writeFile('b')),
    { code: 'EISDIR' }
  )
  await t.rejects(
    writeFileAtomically(join(folder, 'none', 'c'), (file) => file.writeFile('c')),
    { code: 'ENOENT' }
  )
  t.strictSame(readdirSync(folder), ['a', 'b'])
})

t.test('two at the same time', async (t) => {
  const folder = t.testdir({})
  const texts = ['a'.repeat(100_000), 'b'.repeat(200_000)]
  await Promise.all(
    texts.map((text) =>
      writeFileAtomically(join(folder, 'a'), async (file) => {
        for (let at = 0; at < text.length; at += 10_000) await file.writeFile(text.slice(at, at + 10_000))
      })
    )
  )
  t.strictSame(readdirSync(folder), ['a'])
  t.ok(texts.includes(readFileSync(join(folder, 'a'), 'utf8')))
})

t.test('what was left unfinished', async (t) => {
  const folder = t.testdir({ '.a.1.unfinished': 'old', '.b.2.unfinished': 'new', '.keep': '' })
  const hourAgo = new Date(Date.now() - 3_600_000)
  for (const name of ['.a.1.unfinished', '.keep']) utimesSync(join(folder, name), hourAgo, hourAgo)
  await removeUnfinished(folder, { olderThanMs: 60_000 })
  t.strictSame(readdirSync(folder), ['.b.2.unfinished', '.keep'])
  await removeUnfinished(folder)
  t.strictSame(readdirSync(folder), ['.keep'])
  await t.resolves(removeUnfinished(join(folder, 'none')))
})
