/*
 * A folder that is followed:
 * - files that come, change, go, are renamed, or written beside and moved into place: what they hold is searched, with
 *   its names, and what they held is not; the same as if the folder had been read anew, whatever the order of changes;
 * - of a file with many articles only those are read again that are not as they were;
 * - an id that two files state goes to the other one when the first goes;
 * - facts beside an article, rules for entities and names of facts are followed too;
 * - an article is shown, and taken away, when its time has come;
 * - when more was taken out than is there, all is made anew beside, and what changes meanwhile is there too;
 * - a folder that takes the place of the one that is followed is followed;
 * - a search that has begun goes on in the generation it began in; a file that vanishes while it is read is no fault.
 */
import assert from 'node:assert/strict'
import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import t, { type Test } from 'tap'
import { Collection } from '../../src/collection/collection.js'
import { FolderWatcher } from '../../src/collection/folder-watcher.js'
import { createMemoryEngine } from '../../src/engine/memory/memory-engine.js'
import type { Engine } from '../../src/engine/engine.js'
import { norwegianNames } from '../../src/entities/norwegian-names.js'
import { QUESTIONS, searchFor, WHOLE } from '../engine/questions.js'
import { annotateHere, annotateHereAnew } from './annotate-here.js'

interface Followed {
  readonly folder: string
  readonly collection: Collection
  readonly engine: Engine
  readonly write: (path: string, text: string) => void
  readonly ids: (q: string) => Promise<string[]>
}

const followed = async (t: Test, files: Record<string, string> = {}): Promise<Followed> => {
  const folder = t.testdir(files)
  const collection = new Collection({ annotate: annotateHere(norwegianNames) })
  const engine = createMemoryEngine(collection)
  t.teardown(() => engine.close())
  await collection.load(folder)
  return {
    folder,
    collection,
    engine,
    write: (path, text) => {
      writeFileSync(join(folder, path), text)
    },
    ids: async (q) => (await engine.ask('search', searchFor(q))).hits.map(({ id }) => id).sort()
  }
}

t.test('files come, change and go', async (t) => {
  const { folder, collection, engine, write, ids } = await followed(t, { 'a.txt': 'En vei til Oslo.' })
  const before = engine.generation!
  write('b.txt', 'En sti. Kari Nordli kom.')
  await collection.refresh(['b.txt'])
  await collection.whenIdle()
  t.strictSame(await ids('sti'), ['b'])
  t.match(engine.status, { read: 2, indexed: 2, annotated: 2 }, 'the status follows')
  t.match(await engine.ask('entity', { id: 'person:kari-nordli' }), { articleCount: 1 })
  t.strictSame((await engine.ask('search', searchFor('sti'), before)).total, 0, 'the one before is as it was')
  write('b.txt', 'En gate.')
  await collection.refresh(['b.txt'])
  await collection.whenIdle()
  t.strictSame([await ids('sti'), await ids('gate')], [[], ['b']])
  await t.rejects(engine.ask('entity', { id: 'person:kari-nordli' }), { code: 'entity-not-found' })
  renameSync(join(folder, 'b.txt'), join(folder, 'c.txt'))
  await collection.refresh(['b.txt', 'c.txt'])
  t.strictSame(await ids('gate'), ['c'])
  rmSync(join(folder, 'c.txt'))
  await collection.refresh(['c.txt'])
  t.match(engine.status, { read: 1, indexed: 1, annotated: 1 })
  write('c.txt', 'En gate.')
  await collection.refresh(['c.txt'])
  mkdirSync(join(folder, 'inside'))
  write('inside/d.md', '# Tittel\n\nEn gate til.')
  await collection.refresh(['inside'])
  t.strictSame(await ids('gate'), ['c', 'inside-d'])
  rmSync(join(folder, 'inside'), { recursive: true })
  await collection.refresh(['inside'])
  t.strictSame(await ids('gate'), ['c'])
  await collection.whenIdle()
  const { generation } = engine
  await collection.refresh('all')
  t.equal(engine.generation, generation, 'nothing has changed')
})

t.test('an article of many', async (t) => {
  const line = (id: string, text: string): string => JSON.stringify({ id, text })
  const many = (texts: Record<string, string>): string =>
    Object.entries(texts)
      .map(([id, text]) => line(id, text))
      .join('\n')
  const { collection, write, ids } = await followed(t, { 'm.jsonl': many({ a: 'En vei.', b: 'En sti.' }) })
  write('m.jsonl', many({ a: 'En vei.', b: 'En gate.' }) + '\n{"text":')
  await collection.refresh(['m.jsonl'])
  const { segment } = collection.generations.current!
  t.equal(segment.articles.find('a'), 0, 'it stays where it was')
  t.strictSame([await ids('vei'), await ids('sti'), await ids('gate')], [['a'], [], ['b']])
  t.match(collection.problems, [{ file: 'm.jsonl', line: 3 }])
  write('m.jsonl', many({ c: 'En vei.' }))
  await collection.refresh(['m.jsonl'])
  t.strictSame(await ids('vei'), ['c'])
  t.strictSame(collection.problems, [])
})

t.test('an id that two files state', async (t) => {
  const { folder, collection, write, ids, engine } = await followed(t, {
    'a.md': '---\nid: x\n---\nEn vei.',
    'b.md': '---\nid: x\n---\nEn sti.'
  })
  const [renamed] = await ids('sti')
  t.match(renamed, /^x-\w{8}$/)
  rmSync(join(folder, 'a.md'))
  await collection.refresh(['a.md'])
  t.strictSame(await ids(''), ['x'])
  t.match(await engine.ask('article', { id: 'x' }), { text: 'En sti.' })
  write('c.md', '---\nid: x\n---\nEn gate.')
  await collection.refresh(['c.md'])
  t.equal((await ids('')).length, 2)
  t.strictSame(await ids('sti'), ['x'])
})

t.test('ids that one file states and others had', async (t) => {
  const own = (id: string): string => `---\nid: ${id}\n---\nEn gate.`
  const lines = ['x', 'y', 'z'].map((id) => JSON.stringify({ id, text: 'En vei.' })).join('\n')
  const { folder, collection, ids } = await followed(t, {
    'a.md': own('x'),
    'b.md': own('y'),
    'm.jsonl': lines
  })
  const placeOf = (id: string): number | undefined =>
    collection.generations.current!.segment.articles.find(id)
  const before = placeOf('z')
  for (const file of ['a.md', 'b.md']) rmSync(join(folder, file))
  await collection.refresh(['a.md', 'b.md'])
  t.strictSame((await ids('vei')).sort(), ['x', 'y', 'z'])
  t.equal(placeOf('z'), before, 'what is as it was stays where it was')
})

t.test('what stands beside the articles', async (t) => {
  const { collection, write, engine } = await followed(t, { 'a.txt': 'Kari Nordli kom til Oslo.' })
  write('a.yaml', 'source: NRK')
  await collection.refresh(['a.yaml'])
  t.match(await engine.ask('article', { id: 'a' }), { source: 'NRK' })
  write('entities.yaml', 'hide: [person:kari-nordli]')
  await collection.refresh(['entities.yaml'])
  await t.rejects(engine.ask('entity', { id: 'person:kari-nordli' }), { code: 'entity-not-found' })
  write('fields.yaml', 'source: departement')
  write('b.md', '---\ndepartement: KMD\n---\nEn vei.')
  await collection.refresh(['fields.yaml', 'b.md'])
  t.match(await engine.ask('article', { id: 'b' }), { source: 'KMD' })
})

t.test('its time has come', async (t) => {
  const soon = new Date(Date.now() + 1500).toISOString()
  const { ids } = await followed(t, {
    'a.md': `---\npublishDate: ${soon}\n---\nEn vei.`,
    'b.md': `---\nexpiryDate: ${soon}\n---\nEn vei.`
  })
  t.strictSame(await ids('vei'), ['b'])
  while ((await ids('vei'))[0] === 'b') await sleep(20)
  t.strictSame(await ids('vei'), ['a'])
})

t.test('in any order, as if read anew', async (t) => {
  const name = fc.constantFrom('a.txt', 'b.md', 'c.jsonl', 'd/e.txt')
  const text = fc.constantFrom(
    'Kari Nordli kom til Oslo. – Ja, sa Nordli.',
    '---\nid: x\nsource: NRK\n---\nEn vei til byen i Bergen.',
    '{"id":"x","text":"En sti. Ola Vik var der."}\n{"id":"y","text":"En gate.","tags":["Vei"]}',
    ''
  )
  const change = fc.record({ path: name, text: fc.option(text) })
  const annotator = fc.constantFrom(annotateHere, annotateHereAnew)
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(change, { maxLength: 3 }), { maxLength: 5 }),
      annotator,
      async (steps, annotate) => {
        const folder = t.testdir({ d: {} })
        const live = new Collection({ annotate: annotate(norwegianNames) })
        await live.load(folder)
        for (const step of steps) {
          for (const { path, text } of step)
            if (text === null) rmSync(join(folder, path), { force: true })
            else writeFileSync(join(folder, path), text)
          await live.refresh(step.map(({ path }) => path))
          await live.whenIdle()
        }
        const fresh = new Collection({ annotate: annotateHere(norwegianNames) })
        await fresh.load(folder)
        const [one, other] = [createMemoryEngine(live), createMemoryEngine(fresh)]
        // Which of two files keeps an id that both state depends on which was there first.
        const texts = async (engine: Engine): Promise<string[]> =>
          (await engine.ask('articles', { filter: {}, sort: 'newest', ...WHOLE })).items
            .map(({ text }) => text)
            .sort()
        assert.deepEqual(await texts(one), await texts(other))
        const entities = { q: '', sort: 'name', ...WHOLE } as const
        assert.deepEqual(
          (await one.ask('entities', entities)).items,
          (await other.ask('entities', entities)).items
        )
        const quotes = QUESTIONS.quotes[0]!
        assert.equal((await one.ask('quotes', quotes)).total, (await other.ask('quotes', quotes)).total)
        assert.deepEqual(one.status.annotated, other.status.annotated)
        await Promise.all([live.close(), fresh.close()])
      }
    ),
    { numRuns: 40 }
  )
})

t.test('a file that vanishes while it is read', async (t) => {
  const { folder, collection, write, ids } = await followed(t, { 'a.txt': 'En vei.' })
  write('b.txt', 'En vei.')
  const refreshed = collection.refresh('all')
  rmSync(join(folder, 'b.txt'))
  await refreshed
  await collection.refresh('all')
  t.strictSame(await ids('vei'), ['a'])
})

t.test('the system tells of changes', async (t) => {
  const { folder, collection, write, ids } = await followed(t, { 'a.txt': 'En vei.' })
  const told: (readonly string[] | 'all')[] = []
  const watcher = new FolderWatcher(folder, {
    changed: (paths) => {
      told.push(paths)
      return collection.refresh(paths)
    }
  })
  await watcher.start()
  t.teardown(() => {
    watcher.close()
  })
  const until = async (q: string, expected: string[]): Promise<void> => {
    while ((await ids(q)).join() !== expected.join()) await sleep(5)
    t.strictSame(await ids(q), expected)
  }
  write('b.txt', 'En sti.')
  await until('sti', ['b'])
  write('.b.txt.tmp', 'En gate.')
  renameSync(join(folder, '.b.txt.tmp'), join(folder, 'b.txt'))
  await until('gate', ['b'])
  mkdirSync(join(folder, 'x', 'y'), { recursive: true })
  write('x/y/c.txt', 'En bro.')
  await until('bro', ['x-y-c'])
  write('x/y/d.txt', 'En bro til.')
  await until('bro', ['x-y-c', 'x-y-d'])
  renameSync(join(folder, 'x'), join(folder, 'z'))
  await until('bro', ['z-y-c', 'z-y-d'])
  write('z/y/c.txt', 'En tunnel.')
  await until('tunnel', ['z-y-c'])
  rmSync(join(folder, 'z'), { recursive: true })
  await until('tunnel', [])
  t.ok(told.every((paths) => paths === 'all' || paths.every((path) => !path.includes('.b.txt'))))
})

t.test('another folder takes its place', async (t) => {
  const root = t.testdir({
    one: { 'a.txt': 'En vei.' },
    two: { 'b.txt': 'En sti.', x: { 'c.txt': 'En bro.' } }
  })
  const folder = join(root, 'current')
  symlinkSync('one', folder)
  const collection = new Collection({ annotate: annotateHere(() => []) })
  const engine = createMemoryEngine(collection)
  await collection.load(folder)
  const watcher = new FolderWatcher(folder, {
    // It may be gone when it is looked at.
    changed: async (paths) => {
      await Promise.allSettled([collection.refresh(paths)])
    }
  })
  await watcher.start()
  t.teardown(async () => {
    watcher.close()
    await engine.close()
  })
  const until = async (...expected: string[]): Promise<void> => {
    for (let found = ['']; found.join() !== expected.join();) {
      await sleep(5)
      found = (await engine.ask('search', searchFor(''))).hits.map(({ id }) => id).sort()
    }
  }
  symlinkSync('two', join(root, 'next'))
  renameSync(join(root, 'next'), folder)
  await until('b', 'x-c')
  writeFileSync(join(folder, 'x', 'd.txt'), 'En gate.')
  await until('b', 'x-c', 'x-d')
  renameSync(join(root, 'two'), join(root, 'away'))
  writeFileSync(join(root, 'away', 'e.txt'), 'En tunnel.')
  renameSync(join(root, 'away'), join(root, 'two'))
  await until('b', 'e', 'x-c', 'x-d')
  rmSync(folder)
  mkdirSync(folder)
  writeFileSync(join(folder, 'f.txt'), 'En vei.')
  await until('f')
})

t.test('what was taken out is not carried along for ever', async (t) => {
  const lines = (round: number): string =>
    Array.from({ length: 390 }, (_, i) =>
      JSON.stringify({ id: `sak${i}`, text: `Vei ${i}, runde${round}.` })
    ).join('\n')
  const { collection, write, ids } = await followed(t, { 'm.jsonl': lines(0), 'a.txt': 'En sti.' })
  const removed = (): number => collection.generations.current!.parts!.tables.segment.removed.articles.length
  for (const round of [1, 2, 3]) {
    write('m.jsonl', lines(round))
    await collection.refresh(['m.jsonl'])
  }
  t.equal(removed(), 1170)
  write('a.txt', 'En gate.')
  await collection.refresh(['a.txt'])
  while (removed() > 1) await sleep(5)
  t.strictSame([await ids('sti'), await ids('gate')], [[], ['a']], 'what has changed meanwhile is there')
  t.equal((await ids('runde3')).length, 390)
  write('b.txt', 'En bro.')
  await collection.refresh(['b.txt'])
  t.strictSame(await ids('bro'), ['b'])
})
