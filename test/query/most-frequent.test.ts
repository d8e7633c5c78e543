// - the most frequent of any words are those that sorting all by frequency finds, of equal ones the first, in the order
//   given; words with the frequency 0 are none
// - it says whether any were left out

import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { mostFrequent } from '../../src/query/planning/most-frequent.js'

const frequency = fc.oneof(fc.nat(5), fc.nat(100), fc.nat(0xffffffff))

t.test('any frequencies', (t) => {
  fc.assert(
    fc.property(fc.array(frequency, { maxLength: 60 }), fc.integer({ min: 1, max: 70 }), (list, most) => {
      const words = Uint32Array.from(list.keys())
      const there = [...words].filter((word) => list[word]! > 0)
      const best = there.toSorted((a, b) => list[b]! - list[a]! || a - b).slice(0, most)
      assert.deepEqual(mostFrequent(words, Uint32Array.from(list), most), {
        words: best.sort((a, b) => a - b),
        isCut: there.length > most
      })
    })
  )
  t.end()
})
