/*
 * The lock of a folder for an index:
 * - a second process is refused, by an error that says who has it and what to do;
 * - one that was given up, or whose process is no more, or that was not written to its end, is taken over.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { lockData } from '../../src/collection/data-lock.js'

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
  writeFileSync(path, JSON.stringify({ pid: 1, host: 'another-machine' }))
  await t.rejects(lockData(join(folder, 'inside')), { name: 'DataLockedError', message: /another-machine/ })
  for (const left of [JSON.stringify({ pid: 2 ** 22 + 1, host: hostname() }), '{"pid":', '']) {
    writeFileSync(path, left)
    await (
      await lockData(join(folder, 'inside'))
    )()
  }
})
