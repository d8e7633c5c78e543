// Freeing what a thread holds no more:
//
// - the flag that lets a thread do it stays set: it is that of all threads, and another one may be about to need it

import { runInNewContext } from 'node:vm'
import t from 'tap'
import { collectGarbage } from '../../src/structures/dropped-tables.js'

t.test('leaves other threads the flag', (t) => {
  for (let time = 0; time < 2; time++) {
    collectGarbage()
    t.equal(runInNewContext('typeof gc'), 'function')
  }
  t.end()
})
