/*
 * Tables as bytes:
 * - what is encoded and decoded again has the same columns: name, type, elements;
 * - decoded columns are views of the bytes, shared where these are;
 * - other bytes, cut or changed ones are refused, whatever byte it is;
 * - shared tables lie in shared memory and say the same.
 */
import fc from 'fast-check'
import t from 'tap'
import { decodeTables, encodeTables, TablesError } from '../../src/structures/table-bytes.js'
import { shareTables, sizeOfTables, type Tables } from '../../src/structures/tables.js'

const anyColumn = fc.oneof(
  fc.uint8Array(),
  fc.uint16Array(),
  fc.uint32Array(),
  fc.int32Array(),
  fc.float32Array(),
  fc.float64Array()
)
const anyName = fc.string({ minLength: 1, maxLength: 8 }).filter((name) => name !== '__proto__')

const { tables: anyTables } = fc.letrec<{ tables: Tables; value: Tables[string] }>((tie) => ({
  value: fc.oneof({ maxDepth: 3 }, anyColumn, tie('tables')),
  tables: fc.dictionary(anyName, tie('value'), { maxKeys: 5, noNullPrototype: true })
}))

const sorted = (tables: Tables): unknown =>
  Object.entries(tables)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => [
      name,
      ArrayBuffer.isView(value) ? [value.constructor.name, [...value]] : sorted(value)
    ])

t.test('decode(encode(tables)) is the tables', (t) => {
  fc.assert(
    fc.property(anyTables, (tables) => {
      t.strictSame(sorted(decodeTables(encodeTables(tables))), sorted(tables))
      t.strictSame(sorted(shareTables(tables)), sorted(tables))
    })
  )
  t.end()
})

const EXAMPLE = {
  words: { bytes: Uint8Array.of(1, 2, 3), offsets: Uint32Array.of(0, 3) },
  days: Float64Array.of(NaN)
}

t.test('columns are views', (t) => {
  const shared = new Uint8Array(new SharedArrayBuffer(encodeTables(EXAMPLE).length))
  shared.set(encodeTables(EXAMPLE))
  const decoded = decodeTables<typeof EXAMPLE>(shared)
  t.equal(decoded.words.offsets.buffer, shared.buffer)
  t.ok(shareTables(EXAMPLE).days.buffer instanceof SharedArrayBuffer)
  t.equal(shareTables(decoded).days, decoded.days, 'what is shared is not copied')
  t.equal(sizeOfTables(EXAMPLE), 3 + 8 + 8)
  t.end()
})

t.test('what is no table, cut or damaged is refused', (t) => {
  const bytes = encodeTables(EXAMPLE)
  const isRefused = (changed: Uint8Array, about: string) =>
    t.throws(
      () => {
        decodeTables<typeof EXAMPLE>(changed)
      },
      TablesError,
      about
    )
  isRefused(new Uint8Array(), 'nothing')
  for (let length = 0; length < bytes.length; length++) isRefused(bytes.slice(0, length), `cut at ${length}`)
  for (let at = 0; at < bytes.length; at++) {
    const damaged = bytes.slice()
    damaged[at]! ^= 1
    isRefused(damaged, `byte ${at}`)
  }
  t.end()
})
