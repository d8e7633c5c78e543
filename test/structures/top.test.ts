// - the first `count` of any articles in any order are those that a full sort puts first

import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { top } from '../../src/structures/top.js'

t.test('any list', (t) => {
  fc.assert(
    fc.property(fc.array(fc.nat(20), { maxLength: 200 }), fc.nat(220), (scores, count) => {
      const order = (a: number, b: number): number => scores[b]! - scores[a]! || a - b
      const articles = [...scores.keys()]
      const expected = [...articles].sort(order).slice(0, count)
      assert.deepEqual(top(articles, count, order), expected)
      assert.deepEqual(articles, [...scores.keys()], 'the list itself is left as it was')
    }),
    { numRuns: 1000 }
  )
  t.end()
})
