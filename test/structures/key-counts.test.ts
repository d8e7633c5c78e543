// - counts are those of a naive count; sums of two are the counts of both together, and keys ascend
// - a key that was not met counts 0

import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { countOf, KeyCounter, noCounts, sumCounts, type KeyCounts } from '../../src/structures/key-counts.js'

const counted = (keys: readonly number[]): KeyCounts => {
  const counter = new KeyCounter()
  for (const key of keys) counter.add(key)
  return counter.finish()
}

t.test('any keys', (t) => {
  const anyKeys = fc.array(fc.nat(30), { maxLength: 40 })
  fc.assert(
    fc.property(anyKeys, anyKeys, (some, others) => {
      const sum = sumCounts(counted(some), counted(others))
      assert.deepEqual(sum, counted([...some, ...others]))
      assert.deepEqual(
        [...sum.keys],
        [...new Set([...some, ...others])].sort((a, b) => a - b)
      )
      for (let key = 0; key <= 31; key++)
        assert.equal(countOf(sum, key), [...some, ...others].filter((one) => one === key).length)
    })
  )
  t.equal(countOf(noCounts(), 3), 0)
  t.end()
})
