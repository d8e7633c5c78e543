// - a key is in columns if one of them has it, whatever else is asked before
// - without columns, or with empty ones, there is none

import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { anyHasKey } from '../../src/structures/any-has-key.js'

t.test('any columns', (t) => {
  const anyKeys = fc.uniqueArray(fc.nat(100), { maxLength: 20 })
  fc.assert(
    fc.property(fc.array(anyKeys, { maxLength: 3 }), (lists) => {
      const has = anyHasKey(lists.map((list) => Uint32Array.from(list).sort()))
      for (let key = 0; key <= 140; key++)
        assert.equal(
          has(key),
          lists.some((list) => list.includes(key))
        )
    })
  )
  t.end()
})
