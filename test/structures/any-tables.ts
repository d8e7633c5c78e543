import fc from 'fast-check'
import type { Tables } from '../../src/structures/tables.js'

const anyColumn = fc.oneof(
  fc.uint8Array(),
  fc.uint16Array(),
  fc.uint32Array(),
  fc.int32Array(),
  fc.float32Array(),
  fc.float64Array()
)
const anyName = fc.string({ minLength: 1, maxLength: 8 }).filter((name) => name !== '__proto__')

export const { tables: anyTables } = fc.letrec<{ tables: Tables; value: Tables[string] }>((tie) => ({
  value: fc.oneof({ maxDepth: 3 }, anyColumn, tie('tables')),
  tables: fc.dictionary(anyName, tie('value'), { maxKeys: 5, noNullPrototype: true })
}))

/** Tables in a form that two of the same say alike: by name, with the type and the elements of each column. */
export const sorted = (tables: Tables): unknown =>
  Object.entries(tables)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => [
      name,
      ArrayBuffer.isView(value) ? [value.constructor.name, [...value]] : sorted(value)
    ])
