/*
 * nyhetssok index:
 * - keeps an index that the next load reads instead of the articles, and says what was read, what not, and why;
 * - brings an index up to date that is there already;
 * - one that cannot be used is made anew; one that another process has is left alone;
 * - a place where it cannot be kept is an error, and so is none.
 */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { Collection } from '../src/collection/collection.js'
import { lockData } from '../src/collection/data-lock.js'
import { SnapshotFile } from '../src/collection/snapshot.js'
import { indexFolder } from '../src/index-command.js'

t.test('an index is kept, and brought up to date', async (t) => {
  const articlesDir = t.testdir({ 'a.txt': 'Vei åpner', 'b.jsonl': 'null\n{"text":"Skole","tyngde":1}\n' })
  const dataDir = join(articlesDir, '..', 'index')
  t.teardown(() => {
    rmSync(dataDir, { recursive: true, force: true })
  })
  const { text, isGood } = await indexFolder({ articlesDir, dataDir })
  t.notOk(isGood)
  t.match(text, /^2 articles are indexed, with \d+ names, in [\d.]+ s\.\n/)
  t.match(text, /1 left out:\n.*\n {6}b\.jsonl, line 1\n/)
  t.match(text, /no known fact: tyngde 1\n/)
  t.match(text, `The index is kept in ${dataDir}.`)

  writeFileSync(join(articlesDir, 'c.txt'), 'Ny bru')
  t.match((await indexFolder({ articlesDir, dataDir })).text, /^3 articles are indexed/)
  let isRead = false
  const collection = new Collection({ snapshots: new SnapshotFile(dataDir) })
  const { statistics } = await collection.load(articlesDir, { snapshotRead: () => (isRead = true) })
  await collection.close()
  t.strictSame([isRead, statistics.articles], [true, 3])
})

t.test('where there is one that cannot be used', async (t) => {
  const articlesDir = t.testdir({ 'a.txt': 'Vei åpner' })
  const dataDir = t.testdirName + '-index'
  t.teardown(() => {
    rmSync(dataDir, { recursive: true, force: true })
  })
  mkdirSync(dataDir)
  writeFileSync(join(dataDir, 'snapshot.tables'), 'no tables')
  t.match((await indexFolder({ articlesDir, dataDir })).text, /^1 articles are indexed/)
  const unlock = await lockData(dataDir)
  await t.rejects(indexFolder({ articlesDir, dataDir }), { name: 'DataLockedError' })
  await unlock()
})

t.test('where it cannot be kept', async (t) => {
  const articlesDir = t.testdir({ 'a.txt': 'Vei åpner' })
  await t.rejects(indexFolder({ articlesDir, dataDir: 'none' }), { name: 'ConfigError', message: /DATA_DIR/ })
  const dataDir = join(articlesDir, 'a.txt', 'index')
  await t.rejects(indexFolder({ articlesDir, dataDir }), {
    name: 'DataFolderError',
    message: /cannot be kept in the folder .*: move that file away/
  })
  t.notOk(existsSync(dataDir))
})
