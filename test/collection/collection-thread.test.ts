/*
 * A collection in a thread of its own:
 * - serves the generations that one here would, by the same names, and tells how far it has come and what happens;
 * - what is written is served before the answer, whoever writes at the same time;
 * - a folder that cannot be read, or is refused as strict, is a fault of the user's, and nothing is served;
 * - an index that cannot be kept and a folder that is gone are told, and what was read goes on being served;
 * - it may be closed twice; where the thread ends by itself, what is asked is refused.
 */
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { Worker } from 'node:worker_threads'
import t, { type Test } from 'tap'
import type { CollectionNews, CollectionSettings } from '../../src/collection/collection-messages.js'
import { CollectionThread } from '../../src/collection/collection-thread.js'
import { Collection } from '../../src/collection/collection.js'
import { createThreadedEngine } from '../../src/engine/threads/threaded-engine.js'
import { UserError } from '../../src/user-error.js'
import { searchFor } from '../engine/questions.js'

const workers: Worker[] = []
process.on('worker', (worker) => workers.push(worker))

const start = (
  t: Test,
  folder: string,
  settings: Partial<CollectionSettings> = {}
): { readonly collection: CollectionThread; readonly news: CollectionNews[] } => {
  const news: CollectionNews[] = []
  const collection = new CollectionThread(
    { folder, dataDir: undefined, isStrict: false, ...settings },
    (one) => news.push(one)
  )
  t.teardown(() => collection.close())
  return { collection, news }
}

t.test('serves and writes as one here does', async (t) => {
  const place = t.testdir({
    articles: { 'a.txt': 'Erna Solberg åpnet en vei i Bergen.', 'b.txt': '', 'c.bin': '' },
    file: ''
  })
  const folder = join(place, 'articles')
  const { collection, news } = start(t, folder, { dataDir: join(place, 'file') })
  t.match(collection.status, { state: 'starting', articles: 0, problems: { count: 0 } })
  await collection.load()
  const here = new Collection()
  t.teardown(() => here.close())
  await here.load(folder)
  t.equal(collection.generations.current!.name, here.generations.current!.name)
  t.strictSame(collection.status, here.status)
  t.match(
    news.find(({ kind }) => kind === 'problem'),
    { problem: { file: 'b.txt' } }
  )
  t.match(
    news.find(({ kind }) => kind === 'indexed'),
    { ignored: { files: new Map([['.bin', 1]]) } }
  )
  t.match(
    news.findLast(({ kind }) => kind === 'serving'),
    { articles: 1, entities: 2, problems: 1 }
  )

  const engine = createThreadedEngine(collection, { threads: 1 })
  t.teardown(() => engine.close())
  const before = engine.generation
  writeFileSync(join(folder, 'd.txt'), 'En bru i Bodø.')
  await collection.refresh()
  t.equal((await engine.ask('search', searchFor('bru'))).total, 1)
  t.equal((await engine.ask('search', searchFor('bru'), before)).total, 0, 'the one before goes on')
  t.match(
    news.find(({ kind }) => kind === 'changed'),
    { files: 1, articles: 2 }
  )

  const totals = await Promise.all(
    ['x', 'y', 'z'].map(async (id) => {
      await collection.write([{ id, record: { text: `Tunnelen ${id}.` } }])
      return (await engine.ask('search', searchFor(`tunnelen ${id}`))).total
    })
  )
  t.ok(totals.every((total) => total > 0))
  t.equal(collection.status.articles, 5)
  t.strictSame(await collection.write([{ id: 'x' }]), [{ outcome: 'deleted' }])

  t.match(
    news.find(({ kind }) => kind === 'failed'),
    { task: 'snapshot', error: { name: 'SnapshotError' } }
  )
  rmSync(folder, { recursive: true })
  await t.rejects(collection.refresh(), { name: 'ArticleFolderError' })
  t.equal(collection.status.articles, 4)
  await Promise.all([collection.close(), collection.close()])
  t.equal(collection.generations.current, undefined)
  await t.rejects(collection.write([]), { message: 'The thread that has the articles ended.' })
})

t.test('what the user can mend', async (t) => {
  const none = start(t, join(t.testdir(), 'none'))
  const fault = await none.collection.load().catch((error: unknown) => error)
  t.ok(fault instanceof UserError)
  t.match(fault, { name: 'ArticleFolderError', message: /none/ })
  const strict = start(t, t.testdir({ 'a.txt': '', 'b.txt': 'En vei.' }), { isStrict: true })
  const refused = await strict.collection.load().catch((error: unknown) => error)
  t.ok(refused instanceof UserError)
  t.match(refused, {
    name: 'StrictError',
    message: /^1 article file or record has a problem, the first: a\.txt/
  })
  t.equal(strict.collection.generations.current, undefined)
})

t.test('a thread that ends by itself', async (t) => {
  const { collection } = start(t, t.testdir({ 'a.txt': 'En vei.' }))
  const refused = t.rejects(collection.load(), { message: 'The thread that has the articles ended.' })
  await setImmediate()
  await workers.at(-1)!.terminate()
  await refused
  await collection.close()
})
