/** One column of a table: numbers of one size, or bytes. */
export type Column = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float32Array | Float64Array

/**
 * The only thing that is saved, shared between threads or sent: columns by name, nested as deep as one likes. No
 * string, `Map`, closure or class instance is in it.
 */
export interface Tables {
  readonly [name: string]: Column | Tables
}

/** An interface whose every property is a column or such an interface: `T extends PlainTables<T>`. */
export type PlainTables<T> = {
  readonly [Name in keyof T]: T[Name] extends Column ? T[Name] : PlainTables<T[Name]>
}

export const COLUMN_TYPES = {
  u8: Uint8Array,
  u16: Uint16Array,
  u32: Uint32Array,
  i32: Int32Array,
  f32: Float32Array,
  f64: Float64Array
} as const
export type ColumnType = keyof typeof COLUMN_TYPES

export const isColumn = (value: Column | Tables): value is Column => ArrayBuffer.isView(value)

export const typeOf = (column: Column): ColumnType =>
  (Object.keys(COLUMN_TYPES) as ColumnType[]).find((type) => column instanceof COLUMN_TYPES[type])!

/** The columns of tables, and tables without one. */
export interface FoundColumns {
  readonly columns: { readonly path: readonly string[]; readonly column: Column }[]
  readonly empty: (readonly string[])[]
}

/** All columns, in the order of the tables. */
export const columnsOf = <T extends PlainTables<T>>(tables: T): FoundColumns =>
  collect(tables, [], { columns: [], empty: [] })

const collect = (tables: Tables, path: readonly string[], found: FoundColumns): FoundColumns => {
  const entries = Object.entries(tables)
  if (entries.length === 0) found.empty.push(path)
  for (const [name, value] of entries) {
    if (isColumn(value)) found.columns.push({ path: [...path, name], column: value })
    else collect(value, [...path, name], found)
  }
  return found
}

/** The same tables in memory that every thread may read. Columns that are there already are not copied. */
export const shareTables = <T extends PlainTables<T>>(tables: T): T =>
  Object.fromEntries(
    Object.entries(tables as unknown as Tables).map(([name, value]) => [
      name,
      isColumn(value) ? shareColumn(value) : shareTables(value as PlainTables<Tables>)
    ])
  ) as T

const shareColumn = (column: Column): Column => {
  if (column.buffer instanceof SharedArrayBuffer) return column
  const shared = columnWithRoom(COLUMN_TYPES[typeOf(column)] as ColumnClass<Column>, column.length)
  shared.set(column)
  return shared
}

export interface ColumnClass<C extends Column> {
  new (buffer: ArrayBufferLike, start?: number, length?: number): C
  readonly BYTES_PER_ELEMENT: number
}

/** A column of zeros in memory that every thread may read. */
export const sharedColumn = <C extends Column>(type: ColumnClass<C>, length: number): C =>
  new type(new SharedArrayBuffer(length * type.BYTES_PER_ELEMENT))

/** The same values in shared memory of their own. */
export const sharedCopy = (column: Uint32Array): Uint32Array => {
  const copy = sharedColumn(Uint32Array, column.length)
  copy.set(column)
  return copy
}

/** Spare elements, as a share of those that there are, and at least; a shorter column is copied when it grows. */
const SPARE = { share: 0.25, from: 1024 }

/**
 * The same in memory with room for more behind it (see `append.ts`). What is not written to takes no memory of the
 * machine.
 */
export const columnWithRoom = <C extends Column>(type: ColumnClass<C>, length: number): C => {
  const spare = length < SPARE.from ? 0 : Math.ceil(SPARE.share * length)
  const room = new SharedArrayBuffer((length + spare) * type.BYTES_PER_ELEMENT)
  return new type(room, 0, length)
}

/** Bytes of all columns together. */
export const sizeOfTables = <T extends PlainTables<T>>(tables: T): number =>
  columnsOf(tables).columns.reduce((sum, { column }) => sum + column.byteLength, 0)

/** The memory that the columns lie in, each piece once: tables that continue others share theirs. */
export const buffersOf = <T extends PlainTables<T>>(tables: T): ReadonlySet<ArrayBufferLike> =>
  new Set(columnsOf(tables).columns.map(({ column }) => column.buffer))
