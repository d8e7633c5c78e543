// - the index is the first in the range where the predicate holds, as a scan finds it; the end where it holds of none
// - the predicate is asked of indices in the range alone, and of few

import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { firstWhere } from '../../src/structures/bisect.js'

t.test('as a scan', (t) => {
  fc.assert(
    fc.property(fc.array(fc.nat(9)), fc.nat(60), fc.nat(10), (numbers, start, wanted) => {
      const sorted = numbers.sort((a, b) => a - b)
      const low = Math.min(start, sorted.length)
      let asked = 0
      const found = firstWhere(low, sorted.length, (index) => {
        assert.ok(index >= low && index < sorted.length)
        asked++
        return sorted[index]! >= wanted
      })
      const scanned = sorted.findIndex((number, index) => index >= low && number >= wanted)
      assert.equal(found, scanned < 0 ? sorted.length : scanned)
      assert.ok(asked <= Math.ceil(Math.log2(sorted.length - low + 1)))
    })
  )
  t.end()
})
