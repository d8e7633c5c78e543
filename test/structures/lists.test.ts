// - numbers are sorted as Array's stable sort does, and counts the largest first
// - what takes long for many words gives way to other work
// - groupByKey holds the pairs that a Map of arrays holds, members in ascending order
// - a prefix finds the words that begin so, in code unit order, as a filter over all of them does
// - a growable array holds all that was pushed, whatever its first size
// - a Bloom filter never misses a word that was added, and tells its bits

import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { GrowableFloat64, GrowableUint32, GrowableUint8 } from '../../src/structures/growable.js'
import { groupByKey, listAt } from '../../src/structures/lists.js'
import { prefixRange, sortedTexts } from '../../src/structures/prefix-range.js'
import { largestFirst, sortInSlices } from '../../src/structures/sort-in-slices.js'
import { BloomFilter } from '../../src/structures/bloom-filter.js'

t.test('groupByKey', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(9), { maxLength: 50 }), async (keys) => {
      const lists = await groupByKey(10, {
        count: keys.length,
        forEach: (member, pair) => {
          pair(keys[member]!, member)
        }
      })
      for (let key = 0; key < 10; key++) {
        const expected = keys.flatMap((one, member) => (one === key ? [member] : []))
        assert.deepEqual([...listAt(lists, key)], expected)
      }
    })
  )
})

t.test('sorting', async (t) => {
  for (const count of [0, 1, 4096, 4097, 20_000]) {
    const keys = Array.from({ length: count }, (_, i) => (i * 7919) % 1013)
    const sorted = await sortInSlices(count, (a, b) => keys[a]! - keys[b]!)
    const expected = [...keys.keys()].sort((a, b) => keys[a]! - keys[b]! || a - b)
    t.strictSame([...sorted], expected)
    const falling = [...keys.keys()].sort((a, b) => keys[b]! - keys[a]! || a - b)
    t.strictSame([...largestFirst(Uint32Array.from(keys))], falling)
  }
})

t.test('work in slices', async (t) => {
  const count = 300_000
  const words = Array.from({ length: count }, (_, i) => `ord${(i * 7919) % count}`)
  for (const work of [
    () => sortedTexts(words),
    () =>
      groupByKey(count, {
        count: 20 * count,
        forEach: (i, pair) => {
          pair(i % count, i)
        }
      })
  ]) {
    let others = 0
    const counting = setInterval(() => others++, 1)
    await work()
    clearInterval(counting)
    t.ok(others > 1, 'other work is done meanwhile')
  }
})

t.test('prefixes', async () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'å', '-', '\uffff'), maxLength: 4 })
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(text), text, async (words, prefix) => {
      const sorted = await sortedTexts(words)
      const { from, to } = prefixRange(sorted, (id) => words[id]!, prefix)
      const found = Array.from(sorted.subarray(from, to), (id) => words[id]!)
      assert.deepEqual(found, words.filter((word) => word.startsWith(prefix)).sort())
    })
  )
})

t.test('growable arrays', (t) => {
  const pushed = Array.from({ length: 5000 }, (_, i) => i % 256)
  for (const growable of [new GrowableUint8(), new GrowableUint32(), new GrowableFloat64()]) {
    for (const value of pushed) growable.push(value)
    t.same([...growable.finish()], pushed)
    growable.add(1, 1)
    t.equal(growable.finish()[1], 2)
  }
  t.end()
})

t.test('Bloom filter', (t) => {
  const words = fc.uniqueArray(fc.tuple(fc.nat(1_000_000), fc.integer({ min: 1, max: 255 })), {
    maxLength: 3000
  })
  fc.assert(
    fc.property(words, (added) => {
      const filter = new BloomFilter(added.length)
      for (const [word, bits] of added) filter.add(word, bits)
      for (const [word, bits] of added) assert.equal(filter.bitsOf(word) & bits, bits)
    }),
    { numRuns: 20 }
  )
  t.end()
})
