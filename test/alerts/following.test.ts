/*
 * When alerts look, and what they take for new, with real receivers on loopback:
 * - of a query that finds more articles than are followed, one that takes the place of an article that was deleted is
 *   not posted, and a new one is;
 * - an article that is deleted and comes back as it was is not posted again;
 * - no alert is made while names are not known, when a query finds less than it does later; what names let it find is
 *   no hit of an alert that is made then;
 * - an alert that was there looks once names are known, or failed, though no article changes then: also where the
 *   collection has a thread of its own;
 * - a look that failed is done again.
 */
import { renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import type { StartAnnotator } from '../../src/collection/annotator.js'
import { CollectionThread } from '../../src/collection/collection-thread.js'
import { Collection } from '../../src/collection/collection.js'
import { createMemoryEngine } from '../../src/engine/memory/memory-engine.js'
import { createThreadedEngine } from '../../src/engine/threads/threaded-engine.js'
import { annotateHere } from '../collection/annotate-here.js'
import { listedNames } from '../entities/listed-names.js'
import { isProblem } from '../http/service.js'
import { startReceiver } from './receiver.js'
import { ARTICLE, hitsOf, idOf, placeIn, start } from './service.js'

t.test('one that takes the place of another is not new', async (t) => {
  const receiver = await startReceiver(t)
  const { ask, create, posted } = await start(t, placeIn(t), { mostFollowed: 2 })
  const put = (id: string, published: string) => ask('PUT', `/v1/articles/${id}`, { ...ARTICLE, published })
  await put('b', '2020-02-01')
  await put('c', '2020-03-01')
  const id = idOf(await create(receiver.url))
  await ask('DELETE', '/v1/articles/c')
  await posted(id)
  await put('d', '2020-04-01')
  t.strictSame(hitsOf(await receiver.next()), ['d new'], 'and not `a`, which was there before')
  await ask('DELETE', '/v1/articles/d')
  await posted(id)
  await put('d', '2020-04-01')
  await posted(id)
  await put('e', '2020-05-01')
  t.strictSame(hitsOf(await receiver.next()), ['e new'], 'and not `d`, which is as it was')
  await ask('DELETE', '/v1/articles/d')
  await posted(id)
  await ask('DELETE', '/v1/articles/e')
  await posted(id)
  await put('f', '2020-01-01')
  t.strictSame(hitsOf(await receiver.next()), ['f new'], 'where all are followed')
  t.match(await posted(id), { deliveries: { delivered: 3 } })
})

/** A collection whose names are read when `go` says so. */
const collectionThatWaits = (annotate: StartAnnotator) => {
  let go: () => void = () => undefined
  const gate = new Promise<void>((resolve) => (go = resolve))
  const collection = new Collection({
    annotationWaitMs: 1,
    annotate: (rules) => {
      const annotator = annotate(rules)
      return {
        ...annotator,
        annotate: async (source, articleFailed) => {
          await gate
          return annotator.annotate(source, articleFailed)
        }
      }
    }
  })
  return { collection, go }
}

const MINISTRY = 'Kommunal- og moderniseringsdepartementet'
const findNames = listedNames({ [MINISTRY]: 'organisation', KMD: 'organisation' })

t.test('no alert is made before names are known', async (t) => {
  const receiver = await startReceiver(t)
  const place = placeIn(t)
  writeFileSync(join(place.folder, 'kmd.txt'), `I dag svarer ${MINISTRY} (KMD) på brevet.`)
  writeFileSync(join(place.folder, 'brev.txt'), 'I dag svarer ikke KMD på brevet.')
  const { collection, go } = collectionThatWaits(annotateHere(findNames))
  const { create, ask, posted } = await start(t, place, { engine: createMemoryEngine(collection) })
  const query = { query: { q: MINISTRY } }
  t.equal((await create(receiver.url, query)).statusCode, 503, 'before there are articles')
  const served = new Promise((resolve) => collection.generations.onChange(resolve))
  const loading = collection.load(place.folder)
  await served
  const refused = await create(receiver.url, query)
  t.match(isProblem(t, refused, 'not-ready').detail, 'names')
  t.match(refused.headers['retry-after'], /^\d+$/)
  go()
  await loading
  const id = idOf(await create(receiver.url, query))
  await ask('PUT', '/v1/articles/ny', { text: 'I dag svarer KMD på et annet brev.' })
  t.strictSame(hitsOf(await receiver.next()), ['ny new'], 'what `KMD` alone finds was found before')
  t.match(await posted(id), { deliveries: { delivered: 1 } })
})

/** An alert that finds `mens` when it starts again. */
const alertBehind = async (t: Test) => {
  const receiver = await startReceiver(t)
  const place = placeIn(t)
  const before = await start(t, place)
  t.equal((await before.create(receiver.url)).statusCode, 201)
  await before.close()
  writeFileSync(join(place.folder, 'mens.txt'), 'En hengebro kom mens tjenesten lå nede.')
  return { receiver, place }
}

t.test('looks though reading names fails', async (t) => {
  const { receiver, place } = await alertBehind(t)
  const fail: StartAnnotator = () => ({
    read: 0,
    annotate: () => Promise.reject(new Error('no names')),
    stop: () => Promise.resolve()
  })
  const { collection, go } = collectionThatWaits(fail)
  const { create } = await start(t, place, { engine: createMemoryEngine(collection) })
  const served = new Promise((resolve) => collection.generations.onChange(resolve))
  const loading = collection.load(place.folder)
  await served
  go()
  await loading
  t.strictSame(hitsOf(await receiver.next()), ['mens new'])
  isProblem(t, await create(receiver.url), 'names-failed')
})

t.test('looks at a collection in a thread', async (t) => {
  const { receiver, place } = await alertBehind(t)
  const settings = { folder: place.folder, dataDir: undefined, isStrict: false }
  const collection = new CollectionThread(settings, () => undefined)
  const engine = createThreadedEngine(collection, { threads: 1 })
  await start(t, place, { engine })
  await collection.load()
  t.strictSame(hitsOf(await receiver.next()), ['mens new'])
})

t.test('looks again where that failed', async (t) => {
  const receiver = await startReceiver(t)
  const place = placeIn(t)
  const { ask, create, failures, posted } = await start(t, place, { failedAgainMs: 1 })
  const id = idOf(await create(receiver.url))
  const [folder, away] = [join(place.dataDir, 'alerts'), join(place.dataDir, 'away')]
  renameSync(folder, away)
  await ask('PUT', '/v1/articles/ny', ARTICLE)
  while (failures.length < 2) await sleep(1)
  t.equal(receiver.received.length, 0, 'nothing is posted that is not noted')
  renameSync(away, folder)
  t.strictSame(hitsOf(await receiver.next()), ['ny new'])
  t.match(await posted(id), { deliveries: { pending: 0, delivered: 1 } })
})
