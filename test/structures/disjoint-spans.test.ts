// - a span is added exactly where it overlaps none of those added before, as a plain scan finds too

import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import type { Span } from '../../src/structures/span.js'
import { DisjointSpans } from '../../src/structures/disjoint-spans.js'

const anySpan = fc
  .record({ start: fc.nat(60), length: fc.integer({ min: 1, max: 12 }) })
  .map(({ start, length }): Span => ({ start, end: start + length }))

t.test('any spans', (t) => {
  fc.assert(
    fc.property(fc.array(anySpan, { maxLength: 40 }), (spans) => {
      const disjoint = new DisjointSpans()
      const added: Span[] = []
      for (const span of spans) {
        const isFree = added.every(({ start, end }) => end <= span.start || span.end <= start)
        assert.equal(disjoint.add(span), isFree)
        if (isFree) added.push(span)
      }
    })
  )
  t.end()
})
