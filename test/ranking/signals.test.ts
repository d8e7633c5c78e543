// - windowCoverage is the best sum of idf over any 12 positions, each word at its best grade, as a naive scan finds
// - pairCoverage counts each pair of words within 8 positions once, at its best grades, as a naive scan finds
// - neither is ever negative; one word alone has no pairs

import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import type { Occurrence } from '../../src/ranking/occurrences.js'
import { pairCoverage, windowCoverage } from '../../src/ranking/signals.js'

const idf = [3, 1, 0.5, 0]

const anyOccurrences = fc
  .array(
    fc.record({
      position: fc.nat(60),
      term: fc.nat(idf.length - 1),
      grade: fc.constantFrom(1, 0.5, 0.35),
      part: fc.constant(undefined)
    }),
    { maxLength: 30 }
  )
  .map((list): Occurrence[] => list.sort((a, b) => a.position - b.position))

const isNear = (a: number, b: number): boolean => Math.abs(a - b) < 1e-9

t.test('windows', (t) => {
  fc.assert(
    fc.property(anyOccurrences, (occurrences) => {
      const sums = occurrences.map(({ position }) => {
        const inside = occurrences.filter((one) => one.position >= position && one.position < position + 12)
        const grade = (term: number): number =>
          Math.max(0, ...inside.filter((one) => one.term === term).map((one) => one.grade))
        return idf.reduce((sum, weight, term) => sum + weight * grade(term), 0)
      })
      assert.ok(isNear(windowCoverage({ occurrences, idf }), Math.max(0, ...sums)))
    })
  )
  t.end()
})

t.test('pairs', (t) => {
  fc.assert(
    fc.property(anyOccurrences, (occurrences) => {
      let sum = 0
      for (let a = 0; a < idf.length; a++) {
        for (let b = a + 1; b < idf.length; b++) {
          const grades = occurrences.flatMap((one) =>
            occurrences
              .filter((other) => one.term === a && other.term === b)
              .filter((other) => Math.abs(one.position - other.position) <= 8)
              .map((other) => one.grade * other.grade)
          )
          sum += Math.max(0, ...grades) * Math.min(idf[a]!, idf[b]!)
        }
      }
      assert.ok(isNear(pairCoverage({ occurrences, idf }), sum / (idf.length - 1)))
    })
  )
  t.equal(pairCoverage({ occurrences: [{ position: 1, term: 0, grade: 1, part: undefined }], idf: [2] }), 0)
  t.end()
})
