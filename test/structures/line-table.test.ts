// Properties of tables of lines:
// 1. A table finds the rest of each line by its key, and nothing by any other key, whatever the lines are.
// 2. It tells all keys in the order of their lines.
// 3. A table that is prepared finds what one finds that is not, also while it is prepared.
// 4. The keys that stand at a place of a text are those that it begins with there, the shortest first.
import assert from 'node:assert/strict'
import fc from 'fast-check'
import tap from 'tap'
import { LineTable } from '../../src/structures/line-table.js'

/** Few letters, so that keys begin alike and end alike, and characters of Latin-1 beside ASCII. */
const texts = fc.string({ unit: fc.constantFrom('a', 'b', 'å', '^'), minLength: 1, maxLength: 5 })

tap.test('lines by their keys', (t) => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(texts, fc.array(texts, { maxLength: 3 })), { selector: ([key]) => key }),
      fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'å', '^', ' ', '\n', 'ж'), maxLength: 5 })),
      fc.boolean(),
      (lines, others, endsInLine) => {
        const text = lines.map((line) => line.flat().join(' ')).join('\n') + (endsInLine ? '\n' : '')
        const table = new LineTable(text, (fields, key) => ({ key, fields }))
        assert.deepEqual(
          [...table.keys()],
          lines.map(([key]) => key)
        )
        for (const [key, fields] of lines) assert.deepEqual(table.get(key), { key, fields })
        for (const key of others) {
          const isKey = lines.some(([known]) => known === key)
          assert.equal(table.has(key), isKey)
          assert.equal(table.get(key) !== undefined, isKey)
        }
        for (const written of [lines.map(([key]) => key).join(''), ...others])
          for (let from = 0; from < written.length; from++) {
            const to = Math.min(written.length, from + 3)
            const found: { readonly key: string }[] = []
            table.forEachKeyAt(written, from, to, (line, end) => found.push(table.valueOf(line, end - from)))
            assert.deepEqual(
              found.map(({ key }) => key),
              [1, 2, 3]
                .flatMap((length) => (from + length <= to ? written.slice(from, from + length) : []))
                .filter((key) => table.has(key))
            )
          }
      }
    )
  )
  t.end()
})

tap.test('prepared before the first key is asked for', async (t) => {
  const lines = Array.from({ length: 30_000 }, (_, i) => `nøkkel${i} ${i}`)
  const table = new LineTable(lines.join('\n'), ([field]) => Number(field))
  const preparing = table.prepare()
  t.equal(table.get('nøkkel29999'), 29_999, 'found while it is prepared too')
  await preparing
  t.ok(lines.every((_, i) => table.get(`nøkkel${i}`) === i))
  t.equal(table.get('nøkkel30000'), undefined)
})
