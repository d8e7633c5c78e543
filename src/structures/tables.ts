import { crc32 } from 'node:zlib'

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

/** The bytes are no tables that this version wrote, or they are damaged. */
export class TablesError extends Error {
  override readonly name = 'TablesError'
}

const COLUMN_TYPES = {
  u8: Uint8Array,
  u16: Uint16Array,
  u32: Uint32Array,
  i32: Int32Array,
  f32: Float32Array,
  f64: Float64Array
} as const
type ColumnType = keyof typeof COLUMN_TYPES

/** Where a column lies: its path, element type, first byte after the header and number of elements. */
type Entry = readonly [path: readonly string[], type: ColumnType, start: number, length: number]

interface Header {
  /** All columns, in the order of the tables. */
  readonly columns: readonly Entry[]
  /** Tables without a column. */
  readonly empty: readonly (readonly string[])[]
  /** Bytes between the header and the checksum. */
  readonly size: number
}

const MAGIC = 'nyhetssok-tables-2\n'
/** How the bytes of tables begin in any format. */
const ANY_MAGIC = /^nyhetssok-tables-\d+\n/
/** So many bytes tell of which format tables are. */
export const FORMAT_BYTES = 32
/** Every column begins at a multiple of so many bytes, as the widest element needs it. */
const ALIGNMENT = 8
const LENGTH_BYTES = 4
const CHECKSUM_BYTES = 4
/** Bytes of a chunk at most: what is read, written or summed at once. */
const CHUNK_BYTES = 1 << 22

const aligned = (offset: number): number => Math.ceil(offset / ALIGNMENT) * ALIGNMENT

export const isColumn = (value: Column | Tables): value is Column => ArrayBuffer.isView(value)

const typeOf = (column: Column): ColumnType =>
  (Object.keys(COLUMN_TYPES) as ColumnType[]).find((type) => column instanceof COLUMN_TYPES[type])!

const bytesOf = ({ buffer, byteOffset, byteLength }: Column): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength)

interface Found {
  readonly columns: { readonly path: readonly string[]; readonly column: Column }[]
  readonly empty: (readonly string[])[]
}

const collect = (tables: Tables, path: readonly string[], found: Found): Found => {
  const entries = Object.entries(tables)
  if (entries.length === 0) found.empty.push(path)
  for (const [name, value] of entries) {
    if (isColumn(value)) found.columns.push({ path: [...path, name], column: value })
    else collect(value, [...path, name], found)
  }
  return found
}

/** Tables as bytes, a few at a time, and how many there are in all. */
export interface TableBytes {
  readonly size: number
  /** In order; columns are not copied. */
  readonly chunks: () => Generator<Uint8Array, void>
}

/**
 * Tables as bytes: a line that names the format, the length of a JSON header, the header, the columns, and the CRC-32
 * of all that is before it.
 */
export const tableBytes = <T extends PlainTables<T>>(tables: T): TableBytes => {
  const { columns, empty } = collect(tables, [], { columns: [], empty: [] })
  let bodySize = 0
  const entries = columns.map(({ path, column }): Entry => {
    const start = aligned(bodySize)
    bodySize = start + column.byteLength
    return [path, typeOf(column), start, column.length]
  })
  const header = Buffer.from(JSON.stringify({ columns: entries, empty, size: bodySize } satisfies Header))
  const bodyStart = aligned(MAGIC.length + LENGTH_BYTES + header.length)
  const head = Buffer.alloc(bodyStart)
  head.write(MAGIC)
  head.writeUInt32LE(header.length, MAGIC.length)
  header.copy(head, MAGIC.length + LENGTH_BYTES)
  const unsummed = function* (): Generator<Uint8Array, void> {
    yield head
    let at = 0
    for (const [i, { column }] of columns.entries()) {
      const start = entries[i]![2]
      if (start > at) yield new Uint8Array(start - at)
      yield* inChunks(bytesOf(column))
      at = start + column.byteLength
    }
  }
  const chunks = function* (): Generator<Uint8Array, void> {
    let checksum = 0
    for (const chunk of unsummed()) {
      checksum = crc32(chunk, checksum)
      yield chunk
    }
    const last = Buffer.alloc(CHECKSUM_BYTES)
    last.writeUInt32LE(checksum)
    yield last
  }
  return { size: bodyStart + bodySize + CHECKSUM_BYTES, chunks }
}

function* inChunks(bytes: Uint8Array): Generator<Uint8Array, void> {
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) yield bytes.subarray(at, at + CHUNK_BYTES)
}

/** Tables as one piece of memory. @see tableBytes */
export const encodeTables = <T extends PlainTables<T>>(tables: T): Uint8Array => {
  const { size, chunks } = tableBytes(tables)
  const bytes = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks()) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}

/** Sums up encoded tables that come a chunk at a time. */
export class TableChecksum {
  private sum = 0
  private at = 0
  private readonly last = Buffer.alloc(CHECKSUM_BYTES)

  /** @param size bytes of all chunks together */
  constructor(private readonly size: number) {}

  /** @param chunk the bytes that follow those before */
  add(chunk: Uint8Array): void {
    const end = this.size - CHECKSUM_BYTES
    const summed = Math.max(0, Math.min(chunk.length, end - this.at))
    this.sum = crc32(chunk.subarray(0, summed), this.sum)
    for (let i = summed; i < chunk.length; i++) this.last[this.at + i - end] = chunk[i]!
    this.at += chunk.length
  }

  /** @throws {TablesError} where the sum is another than the one at the end */
  check(): void {
    if (this.size < CHECKSUM_BYTES || this.at !== this.size || this.last.readUInt32LE() !== this.sum)
      throw new TablesError('The checksum of the tables is wrong: they are cut or damaged.')
  }
}

/** Are they the first bytes of tables that another version wrote in its own format? */
export const isOfOtherFormat = (bytes: Uint8Array): boolean => {
  const magic = ANY_MAGIC.exec(Buffer.from(bytes.subarray(0, FORMAT_BYTES)).toString('latin1'))
  return magic !== null && magic[0] !== MAGIC
}

export interface DecodeOptions {
  /** The caller has checked the sum as the bytes came. */
  readonly isChecked?: boolean
}

/**
 * The tables that `encodeTables` made bytes of. The columns are views of `bytes`, not copies; in a `SharedArrayBuffer`
 * they are shared as they are.
 *
 * @param bytes beginning at a multiple of 8 in their buffer
 * @throws {TablesError} where they are of another format, cut short or damaged
 */
export const decodeTables = <T extends PlainTables<T>>(
  bytes: Uint8Array,
  { isChecked = false }: DecodeOptions = {}
): T => {
  if (!isChecked) {
    const checksum = new TableChecksum(bytes.length)
    for (const chunk of inChunks(bytes)) checksum.add(chunk)
    checksum.check()
  }
  const { header, body } = split(bytes)
  if (body.length !== header.size)
    throw new TablesError(`The tables have ${body.length} bytes instead of ${header.size}: they were cut.`)
  const tables: Record<string, unknown> = {}
  for (const path of header.empty) place(tables, path, {})
  for (const [path, type, start, length] of header.columns)
    place(tables, path, new COLUMN_TYPES[type](body.buffer as ArrayBuffer, body.byteOffset + start, length))
  return tables as T
}

const split = (bytes: Uint8Array): { readonly header: Header; readonly body: Uint8Array } => {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const headerStart = MAGIC.length + LENGTH_BYTES
  if (bytes.length < headerStart || view.toString('latin1', 0, MAGIC.length) !== MAGIC)
    throw new TablesError('The bytes are no tables of this format.')
  const length = view.readUInt32LE(MAGIC.length)
  const bodyStart = aligned(headerStart + length)
  if (bodyStart + CHECKSUM_BYTES > bytes.length)
    throw new TablesError('The header of the tables is cut short.')
  try {
    const header = JSON.parse(view.toString('utf8', headerStart, headerStart + length)) as Header
    return { header, body: bytes.subarray(bodyStart, bytes.length - CHECKSUM_BYTES) }
  } catch (error) {
    throw new TablesError('The header of the tables is damaged.', { cause: error })
  }
}

const place = (tables: Record<string, unknown>, path: readonly string[], value: unknown): void => {
  const name = path.at(-1)
  if (name === undefined) return
  let at = tables
  for (const step of path.slice(0, -1)) {
    if (!Object.hasOwn(at, step)) at[step] = {}
    at = at[step] as Record<string, unknown>
  }
  at[name] = value
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
  const type = COLUMN_TYPES[typeOf(column)] as {
    new (buffer: ArrayBufferLike): Column
    BYTES_PER_ELEMENT: number
  }
  const shared = sharedColumn(type, column.length)
  shared.set(column)
  return shared
}

/** A column of zeros in memory that every thread may read. */
export const sharedColumn = <C extends Column>(
  type: { new (buffer: ArrayBufferLike): C; readonly BYTES_PER_ELEMENT: number },
  length: number
): C => new type(new SharedArrayBuffer(length * type.BYTES_PER_ELEMENT))

/** Bytes of all columns together. */
export const sizeOfTables = <T extends PlainTables<T>>(tables: T): number =>
  collect(tables as unknown as Tables, [], { columns: [], empty: [] }).columns.reduce(
    (sum, { column }) => sum + column.byteLength,
    0
  )

/** The memory that the columns lie in, each piece once: tables that continue others share theirs. */
export const buffersOf = <T extends PlainTables<T>>(tables: T): ReadonlySet<ArrayBufferLike> =>
  new Set(
    collect(tables as unknown as Tables, [], { columns: [], empty: [] }).columns.map(
      ({ column }) => column.buffer
    )
  )
