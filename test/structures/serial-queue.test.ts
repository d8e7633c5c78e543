// Tasks of a queue
// - run one after another, also after one that fails, and return what they return
// - are waited for up to the last one

import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { SerialQueue } from '../../src/structures/serial-queue.js'

t.test('one after another', async (t) => {
  const queue = new SerialQueue()
  const log: string[] = []
  const first = queue.run(async () => {
    await sleep(20)
    log.push('first')
    return 1
  })
  const failing = queue.run(() => Promise.reject(new Error('it failed')))
  const last = queue.run(() => {
    log.push('last')
    return Promise.resolve(3)
  })
  await t.rejects(failing, /it failed/)
  await queue.whenIdle()
  t.strictSame(log, ['first', 'last'])
  t.strictSame([await first, await last], [1, 3])
})
