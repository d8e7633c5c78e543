// Links to folders that come while a folder is followed:
// - one that leads to the folder, to one above it, or to one that is read anyway, adds no article, and is reported
// - one that leads elsewhere is read; a second one to the same folder is not, until the first is gone
// - what is written in the folder is read once, under its own path
import { renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { Collection } from '../../src/collection/collection.js'
import { FolderWatcher } from '../../src/collection/folder-watcher.js'
import { createMemoryEngine } from '../../src/engine/memory/memory-engine.js'
import { searchFor } from '../engine/questions.js'
import { annotateHere } from './annotate-here.js'

t.test('links that come', async (t) => {
  const root = t.testdir({
    art: { 'a.txt': 'En vei.', x: { 'b.txt': 'En vei til.' } },
    elsewhere: { 'c.txt': 'En sti.' }
  })
  const at = (path: string): string => join(root, path)
  const collection = new Collection({ annotate: annotateHere(() => []) })
  const engine = createMemoryEngine(collection)
  await collection.load(at('art'))
  const told: string[] = []
  const watcher = new FolderWatcher(at('art'), {
    changed: async (paths) => {
      await collection.refresh(paths)
      told.push(...(paths === 'all' ? [] : paths))
    }
  })
  await watcher.start()
  t.teardown(async () => {
    watcher.close()
    await engine.close()
  })
  const ids = async (): Promise<string[]> =>
    (await engine.ask('search', searchFor(''))).hits.map(({ id }) => id).sort()
  const toldOf = async (path: string): Promise<void> => {
    while (!told.includes(path)) await sleep(5)
    told.length = 0
  }
  const reported = (): string[] =>
    engine.status.problems.first.filter(({ reason }) => reason.startsWith('The link')).map(({ file }) => file)

  for (const [link, target] of [
    ['loop', '.'],
    ['a-up', '..'],
    ['a-x', 'x'],
    ['x/up', at('art')]
  ] as const) {
    symlinkSync(target, at(`art/${link}`))
    await toldOf(link)
    t.strictSame(await ids(), ['a', 'x-b'], link)
    t.ok(reported().includes(link), `${link} is reported`)
  }
  writeFileSync(at('art/x/b.txt'), 'En vei over fjellet.')
  await toldOf('x/b.txt')
  t.strictSame(await ids(), ['a', 'x-b'])
  symlinkSync('../elsewhere', at('art/m'))
  await toldOf('m')
  t.strictSame(await ids(), ['a', 'm-c', 'x-b'])
  symlinkSync('../elsewhere', at('art/n'))
  await toldOf('n')
  t.strictSame(await ids(), ['a', 'm-c', 'x-b'])
  await collection.refresh('all')
  t.strictSame(await ids(), ['a', 'm-c', 'x-b'], 'as all is read')
  t.strictSame(reported().sort(), ['a-up', 'a-x', 'loop', 'n', 'x/up'])
  rmSync(at('art/m'))
  await toldOf('m')
  await collection.refresh(['n'])
  t.strictSame(await ids(), ['a', 'n-c', 'x-b'])
  renameSync(at('art/x'), at('art/y'))
  await toldOf('y')
  t.strictSame(await ids(), ['a', 'n-c', 'y-b'])
})
