/*
 * A disk that refuses:
 * - an article that cannot be written is refused by a reason that says how to mend it, and not the others beside it;
 *   no half file is left, and the article is as it was;
 * - a folder that was moved away is not made anew: what was read is served, and all is well when it is back;
 * - a folder inside that may not be read is a problem as long as that is so;
 * - an index that cannot be kept is told, and the service goes on; the one before is still there;
 * - what processes that were killed have left unfinished is removed, and is no article meanwhile.
 */
import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { asNobody } from '../articles/as-nobody.js'
import { Collection } from '../../src/collection/collection.js'
import { SnapshotFile } from '../../src/collection/snapshot.js'
import { annotateHere } from './annotate-here.js'
import { ask, startChild } from './crash-process.js'

const loaded = async (t: Test, folder: string, snapshots?: SnapshotFile): Promise<Collection> => {
  const collection = new Collection({ annotate: annotateHere(() => []), snapshots })
  t.teardown(() => collection.close())
  await collection.load(folder)
  return collection
}

const has = ({ generations }: Collection, id: string): boolean =>
  generations.current!.segment.articles.find(id) !== undefined

const record = { text: 'En vei til byen.' }

t.test('one file among many', async (t) => {
  const folder = t.testdir({ 'a.txt': 'En sti.', 'nyhetssok-written': { 'x.json': { inside: '' } } })
  const collection = await loaded(t, folder)
  const outcomes = await collection.write([
    { id: 'w', record },
    { id: 'x', record },
    { id: 'y', record }
  ])
  t.match(outcomes, [{ outcome: 'created' }, { outcome: 'not-written' }, { outcome: 'created' }])
  t.match(outcomes[1]!.reason, /^The article "x" could not be written, as a folder is where .* \(EISDIR\)\.$/)
  t.strictSame(
    ['a', 'w', 'x', 'y'].map((id) => has(collection, id)),
    [true, true, false, true]
  )
  t.strictSame(readdirSync(join(folder, 'nyhetssok-written')).sort(), ['w.json', 'x.json', 'y.json'])
})

t.test('a folder that may not be written', async (t) => {
  const folder = t.testdir({ 'a.txt': 'En sti.' })
  const collection = await loaded(t, folder)
  chmodSync(folder, 0o555)
  const outcomes = await asNobody(() => collection.write([{ id: 'x', record }, { id: 'nope' }]))
  t.match(outcomes, [{ outcome: 'not-written', reason: /give that user leave/ }, { outcome: 'not-found' }])
  t.ok(has(collection, 'a'))
  chmodSync(folder, 0o755)
  t.match(await collection.write([{ id: 'x', record }]), [{ outcome: 'created' }])
})

t.test('a folder that is moved away', async (t) => {
  const root = t.testdir({ articles: { 'a.txt': 'En sti.' } })
  const [folder, away] = [join(root, 'articles'), join(root, 'away')]
  const collection = await loaded(t, folder)
  renameSync(folder, away)
  t.match(await collection.write([{ id: 'x', record }]), [{ outcome: 'not-written', reason: /put it back/ }])
  t.notOk(existsSync(folder))
  await t.rejects(collection.refresh('all'), { name: 'ArticleFolderError' })
  t.ok(has(collection, 'a'))
  renameSync(away, folder)
  await collection.refresh('all')
  t.match(await collection.write([{ id: 'x', record }]), [{ outcome: 'created' }])
  t.ok(has(collection, 'a'))
})

t.test('a folder inside that may not be read', async (t) => {
  const folder = t.testdir({ inside: { 'a.txt': 'En sti.' }, 'b.txt': 'En vei.' })
  const collection = await loaded(t, folder)
  chmodSync(join(folder, 'inside'), 0)
  await asNobody(() => collection.refresh(['inside']))
  t.match(collection.problems, [{ file: 'inside', reason: /give that user leave/ }])
  await asNobody(() => collection.refresh('all'))
  t.equal(collection.problems.length, 1)
  t.strictSame([has(collection, 'inside-a'), has(collection, 'b')], [false, true])
  chmodSync(join(folder, 'inside'), 0o755)
  await collection.refresh(['inside'])
  t.strictSame([collection.problems, has(collection, 'inside-a')], [[], true])
})

t.test('an index that cannot be kept', async (t) => {
  const root = t.testdir({ articles: { 'a.txt': 'En sti.' }, data: {} })
  const snapshots = new SnapshotFile(join(root, 'data'))
  const failures: unknown[] = []
  const collection = new Collection({ annotate: annotateHere(() => []), snapshots })
  await collection.load(join(root, 'articles'), { snapshotFailed: (error) => failures.push(error) })
  await collection.whenIdle()
  renameSync(join(root, 'data'), join(root, 'away'))
  writeFileSync(join(root, 'data'), 'a file')
  t.match(await collection.write([{ id: 'x', record }]), [{ outcome: 'created' }])
  await collection.close()
  t.match(failures, [{ message: /cannot be kept in the folder .*: move that file away \(E\w+\)/ }])
  t.strictSame(readdirSync(join(root, 'away')), ['snapshot.tables'])
})

t.test('a disk that takes no large files', { skip: process.platform === 'win32' }, async (t) => {
  const root = t.testdir({ articles: { 'a.txt': 'En sti.' }, data: {} })
  const folders = { articles: join(root, 'articles'), data: join(root, 'data') }
  const child = startChild({ fileBlocks: 16 })
  t.teardown(() => child.kill('SIGKILL'))
  await ask(child, { load: folders })
  const large = { text: 'En vei til byen. '.repeat(2000) }
  const changes = [
    { id: 'x', record: large },
    { id: 'y', record }
  ]
  t.strictSame(await ask(child, { changes }), { done: ['y'], notWritten: ['x'] })
  t.strictSame(readdirSync(join(folders.articles, 'nyhetssok-written')), ['y.json'])
  t.match(await ask(child, 'close'), { failures: [/raise the limit \(ulimit -f\) \(EFBIG\)/] })
  t.strictSame(readdirSync(folders.data), [])
})

t.test('what was left unfinished', async (t) => {
  const folder = t.testdir({ 'a.txt': 'En sti.' })
  const written = join(folder, 'nyhetssok-written')
  mkdirSync(written)
  for (const name of ['.old.json.1.unfinished', '.new.json.1.unfinished', '.keep'])
    writeFileSync(join(written, name), '{"id":"old"')
  const hourAgo = Date.now() / 1000 - 3600
  for (const name of ['.old.json.1.unfinished', '.keep']) utimesSync(join(written, name), hourAgo, hourAgo)
  const collection = await loaded(t, folder)
  t.equal(collection.generations.current!.statistics.articles, 1)
  t.strictSame(readdirSync(written).sort(), ['.keep', '.new.json.1.unfinished'])
})
