/*
 * Shared tables:
 * - they lie in shared memory and say the same: name, type, elements;
 * - what is shared already is not copied.
 */
import fc from 'fast-check'
import t from 'tap'
import { shareTables, sizeOfTables } from '../../src/structures/tables.js'
import { anyTables, sorted } from './any-tables.js'

t.test('they say the same', (t) => {
  fc.assert(
    fc.property(anyTables, (tables) => {
      t.strictSame(sorted(shareTables(tables)), sorted(tables))
    })
  )
  t.end()
})

t.test('what is shared already is not copied', (t) => {
  const example = {
    words: { bytes: Uint8Array.of(1, 2, 3), offsets: Uint32Array.of(0, 3) },
    days: Float64Array.of(NaN)
  }
  const once = shareTables(example)
  t.ok(once.days.buffer instanceof SharedArrayBuffer)
  const twice = shareTables(once)
  t.equal(twice.days, once.days)
  t.equal(twice.words.offsets, once.words.offsets)
  t.equal(sizeOfTables(example), 3 + 8 + 8)
  t.end()
})
