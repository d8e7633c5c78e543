// - what is appended to columns with room made for it, or to others, follows what there was, and readers of the columns
//   before see what they saw
// - columns that were made room for are not copied again
// - places by what stands there are those that a Map of arrays holds, keys and places ascending; lists that are joined
//   have those of each key one after the other

import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { appended, joinedKeyedLists, withRoom } from '../../src/structures/append.js'
import { groupPlaces, listOfKey } from '../../src/structures/lists.js'
import { sharedColumn } from '../../src/structures/tables.js'

const values = fc.array(fc.nat(9), { maxLength: 40 })

const columnOf = (list: readonly number[], isShared: boolean): Uint32Array => {
  const column = isShared ? sharedColumn(Uint32Array, list.length) : new Uint32Array(list.length)
  column.set(list)
  return column
}

t.test('columns that grow', async () => {
  await fc.assert(
    fc.asyncProperty(
      values,
      fc.array(values, { maxLength: 5 }),
      fc.boolean(),
      async (first, parts, roomy) => {
        let column = columnOf(first, roomy)
        let all = first
        for (const part of parts) {
          const before = column
          const more = columnOf(part, false)
          if (roomy) ({ column } = await withRoom({ column }, { column: more }))
          const { buffer } = column
          column = appended(column, more)
          if (roomy) assert.equal(column.buffer, buffer)
          assert.deepEqual([...before], all)
          all = [...all, ...part]
          assert.deepEqual([...column], all)
        }
      }
    )
  )
})

t.test('places by what stands there', async () => {
  await fc.assert(
    fc.asyncProperty(values, values, async (one, other) => {
      const lists = await Promise.all([one, other].map((list) => groupPlaces(Uint32Array.from(list))))
      for (const [i, list] of [one, other].entries()) {
        assert.deepEqual([...lists[i]!.keys], [...new Set(list)].sort())
        for (const key of list)
          assert.deepEqual(
            [...listOfKey(lists[i]!, key)],
            list.flatMap((value, place) => (value === key ? place : []))
          )
      }
      const joined = await joinedKeyedLists(lists)
      assert.deepEqual([...joined.keys], [...new Set([...one, ...other])].sort())
      for (const key of joined.keys)
        assert.deepEqual(
          [...listOfKey(joined, key)],
          lists.flatMap((list) => [...listOfKey(list, key)])
        )
    })
  )
})
