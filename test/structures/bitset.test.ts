// - a Bitset does what a Set of numbers does, at any size: add, delete, has, and, or, andNot, full, copy, isEmpty,
//   count
// - its members come in ascending order
// - a copy has a life of its own

import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { Bitset } from '../../src/structures/bitset.js'

const SIZES = [1, 31, 32, 33, 64, 200]

const members = (size: number) => fc.array(fc.nat(size - 1), { maxLength: 2 * size })

const operation = (size: number) =>
  fc.oneof(
    fc.record({ kind: fc.constantFrom('add', 'delete'), member: fc.nat(size - 1) }),
    fc.record({ kind: fc.constantFrom('and', 'or', 'andNot'), others: members(size) })
  )

const bitsetOf = (size: number, list: readonly number[]): Bitset => {
  const set = new Bitset(size)
  for (const member of list) set.add(member)
  return set
}

const sorted = (set: ReadonlySet<number>): number[] => [...set].sort((a, b) => a - b)

t.test('any operations', (t) => {
  for (const size of SIZES) {
    fc.assert(
      fc.property(members(size), fc.array(operation(size), { maxLength: 20 }), (start, operations) => {
        const set = bitsetOf(size, start)
        let model = new Set(start)
        for (const one of operations) {
          if ('member' in one) {
            set[one.kind](one.member)
            model[one.kind](one.member)
          } else {
            const others = new Set(one.others)
            set[one.kind](bitsetOf(size, one.others))
            if (one.kind === 'or') model = new Set([...model, ...others])
            else model = new Set([...model].filter((member) => others.has(member) === (one.kind === 'and')))
          }
        }
        assert.deepEqual(set.toArray(), sorted(model))
        assert.deepEqual(set.copy().toArray(), sorted(model))
        assert.equal(set.isEmpty, model.size === 0)
        assert.equal(set.count, model.size)
        for (let i = 0; i < size; i++) assert.equal(set.has(i), model.has(i))
      })
    )
  }
  t.end()
})

t.test('full', (t) => {
  for (const size of [0, ...SIZES]) t.same(Bitset.full(size).toArray(), [...Array(size).keys()], `${size}`)
  t.end()
})

t.test('a copy changes alone', (t) => {
  const set = bitsetOf(40, [1, 39])
  const copy = set.copy()
  copy.delete(39)
  t.same(set.toArray(), [1, 39])
  t.same(copy.toArray(), [1])
  t.end()
})
