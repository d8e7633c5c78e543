/*
 * The lock of a folder for an index:
 * - a second process is refused, by an error that says who has it and what to do;
 * - one that was given up, or whose process is no more, or that was not written to its end, is taken over, also where
 *   another process has the number now that it had;
 * - of a process on another machine it is taken over when its time stands still, and not while it goes on;
 * - a folder that cannot be written to is an error that says why.
 */
import { existsSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { lockData, type Holder } from '../../src/collection/data-lock.js'

t.test('who has it', async (t) => {
  const folder = t.testdir({})
  const path = join(folder, 'inside', 'lock')
  const unlock = await lockData(join(folder, 'inside'))
  t.match(JSON.parse(readFileSync(path, 'utf8')), { pid: process.pid, host: hostname() })
  await unlock()
  // The process that started this one lives.
  writeFileSync(path, JSON.stringify({ pid: process.ppid, host: hostname() }))
  await t.rejects(lockData(join(folder, 'inside')), {
    name: 'DataLockedError',
    message: /in use by process \d+/
  })
  const before = { pid: process.ppid, host: hostname(), run: 'another boot 1', token: 'x' }
  writeFileSync(path, JSON.stringify(before))
  if (existsSync('/proc/self/stat')) await (await lockData(join(folder, 'inside')))()
  for (const left of [JSON.stringify({ pid: 2 ** 22 + 1, host: hostname() }), '{"pid":', '']) {
    writeFileSync(path, left)
    await (
      await lockData(join(folder, 'inside'))
    )()
  }
})

t.test('on another machine', async (t) => {
  const folder = t.testdir({})
  const path = join(folder, 'lock')
  writeFileSync(path, JSON.stringify({ pid: 1, host: 'another-machine', token: 'x' }))
  const beating = setInterval(() => {
    const now = new Date()
    utimesSync(path, now, now)
  }, 10)
  const told: string[] = []
  const waiting = ({ host }: Holder): number => told.push(host)
  await t.rejects(lockData(folder, { patienceMs: 60_000, waiting }), {
    name: 'DataLockedError',
    message: /another-machine/
  })
  clearInterval(beating)
  const unlock = await lockData(folder, { patienceMs: 60, beatMs: 10, waiting })
  t.strictSame(told, ['another-machine', 'another-machine'])
  const { mtimeMs } = statSync(path)
  while (statSync(path).mtimeMs === mtimeMs) await sleep(5)
  await unlock()
  t.notOk(existsSync(path))
})

t.test('one that another process took over is not given up', async (t) => {
  const folder = t.testdir({})
  const unlock = await lockData(folder)
  writeFileSync(join(folder, 'lock'), JSON.stringify({ pid: 1, host: 'another-machine', token: 'x' }))
  await unlock()
  t.ok(existsSync(join(folder, 'lock')))
})

t.test('a folder that cannot be written to', async (t) => {
  const folder = t.testdir({ file: '' })
  await t.rejects(lockData(join(folder, 'file')), {
    name: 'DataFolderError',
    message: /cannot be kept in the folder .*, as a file is where .* \(E\w+\), or set DATA_DIR/
  })
})
