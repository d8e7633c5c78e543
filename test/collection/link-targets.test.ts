// A folder with symbolic links to files that lie elsewhere:
// - a file that is changed or replaced where it lies is told by its link, also in another folder of the same tree
// - a link that leads elsewhere from now on is told, and so is what changes there then; what it led to is not
// - links through a hidden name that is swapped, as Kubernetes mounts its files, are told
// - a link that leads nowhere, a loop, and a watcher that is closed do no harm
import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { FolderWatcher } from '../../src/collection/folder-watcher.js'

interface Watched {
  readonly at: (path: string) => string
  /** Ends when the path was told since this was asked last. */
  readonly told: (path: string) => Promise<void>
  readonly watcher: FolderWatcher
}

const watched = async (t: Test, lay: (at: (path: string) => string) => void): Promise<Watched> => {
  const root = t.testdir({ folder: {}, elsewhere: { 'a.txt': 'En vei.', 'b.txt': 'En sti.' } })
  const at = (path: string): string => join(root, path)
  lay(at)
  const heard = new Set<string>()
  const watcher = new FolderWatcher(at('folder'), {
    changed: (paths) => {
      for (const path of paths) heard.add(path)
      return Promise.resolve()
    }
  })
  await watcher.start()
  t.teardown(() => {
    watcher.close()
  })
  const told = async (path: string): Promise<void> => {
    while (!heard.delete(path)) await sleep(5)
    t.pass(`${path} is told`)
  }
  return { at, told, watcher }
}

t.test('files that lie elsewhere', async (t) => {
  const { at, told } = await watched(t, (at) => {
    mkdirSync(at('folder/x'))
    symlinkSync(at('elsewhere/a.txt'), at('folder/en.txt'))
    symlinkSync('../../elsewhere/a.txt', at('folder/x/to.txt'))
    symlinkSync(at('elsewhere/nei.txt'), at('folder/nei.txt'))
    symlinkSync('loop.txt', at('folder/loop.txt'))
  })
  writeFileSync(at('elsewhere/a.txt'), 'En gate.')
  await Promise.all([told('en.txt'), told('x/to.txt')])
  writeFileSync(at('elsewhere/a.new'), 'En bro.')
  renameSync(at('elsewhere/a.new'), at('elsewhere/a.txt'))
  await Promise.all([told('en.txt'), told('x/to.txt')])

  symlinkSync(at('elsewhere/b.txt'), at('folder/next'))
  renameSync(at('folder/next'), at('folder/en.txt'))
  await told('en.txt')
  await sleep(50)
  writeFileSync(at('elsewhere/b.txt'), 'En tunnel.')
  await told('en.txt')
  symlinkSync(at('elsewhere/b.txt'), at('folder/ny.txt'))
  await told('ny.txt')
  await sleep(50)
  writeFileSync(at('elsewhere/b.txt'), 'En kai.')
  await Promise.all([told('ny.txt'), told('en.txt')])
})

t.test('files of a mount that is swapped', async (t) => {
  const { at, told, watcher } = await watched(t, (at) => {
    for (const [version, text] of [
      ['..1', 'En vei.'],
      ['..2', 'En sti.']
    ] as const) {
      mkdirSync(at(`folder/${version}`))
      writeFileSync(at(`folder/${version}/a.txt`), text)
    }
    symlinkSync('..1', at('folder/..data'))
    symlinkSync('..data/a.txt', at('folder/a.txt'))
  })
  symlinkSync('..2', at('folder/..tmp'))
  renameSync(at('folder/..tmp'), at('folder/..data'))
  await told('a.txt')
  await sleep(50)
  rmSync(at('folder/..1'), { recursive: true })
  writeFileSync(at('folder/..2/a.txt'), 'En gate.')
  await told('a.txt')
  watcher.close()
  writeFileSync(at('folder/..2/a.txt'), 'En bro.')
})
