// - names with these words beside each other are found, as a naive look at each name finds them; with `prefix` the
//   last may go on
// - the whole name only, where that is asked for

import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { EntityNames, nameLines } from '../../src/segment/annotations/entity-names.js'

const anySlug = fc
  .array(fc.constantFrom('a', 'ab', 'b', 'ba', 'abba'), { minLength: 1, maxLength: 4 })
  .map((words) => words.join('-'))

t.test('any names', (t) => {
  const property = fc.property(fc.array(fc.tuple(anySlug, fc.nat(5))), anySlug, (list, asked) => {
    const names = new EntityNames(nameLines(list))
    const naive = (holds: (slug: string) => boolean): Set<number> =>
      new Set(list.filter(([slug]) => holds(slug)).map(([, entity]) => entity))
    assert.deepEqual(
      names.named(asked),
      naive((slug) => slug === asked)
    )
    assert.deepEqual(
      new Set(names.containing(asked)),
      naive((slug) => `-${slug}-`.includes(`-${asked}-`))
    )
    assert.deepEqual(
      new Set(names.containing(asked, { prefix: true })),
      naive((slug) => `-${slug}-`.includes(`-${asked}`))
    )
  })
  fc.assert(property)
  t.end()
})
