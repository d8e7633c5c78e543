import { crc32 } from 'node:zlib'
import { z } from 'zod'
import { columnsOf, COLUMN_TYPES, typeOf, type Column, type ColumnType, type PlainTables } from './tables.js'

/** The bytes are no tables that this version wrote, or they are damaged. */
export class TablesError extends Error {
  override readonly name = 'TablesError'
}

/** Where a column lies: its path, element type, first byte after the header and number of elements. */
export type TableEntry = readonly [path: readonly string[], type: ColumnType, start: number, length: number]

export interface TableHeader {
  /** All columns, in the order of the tables. */
  readonly columns: readonly TableEntry[]
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
/** The line that names the format, and the length of the header. */
export const BEGIN_BYTES = MAGIC.length + LENGTH_BYTES
export const CHECKSUM_BYTES = 4
/** Bytes of a chunk at most: what is read, written or summed at once. */
export const CHUNK_BYTES = 1 << 22

const aligned = (offset: number): number => Math.ceil(offset / ALIGNMENT) * ALIGNMENT

export const bytesOf = ({ buffer, byteOffset, byteLength }: Column): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength)

/**
 * Tables as bytes: a line that names the format, the length of a JSON header, the header, the columns, and the CRC-32
 * of all that is before it. They come a chunk at a time; columns are not copied.
 */
export function* tableChunks<T extends PlainTables<T>>(tables: T): Generator<Uint8Array, void> {
  let checksum = 0
  for (const chunk of unsummedChunks(tables)) {
    checksum = crc32(chunk, checksum)
    yield chunk
  }
  const last = Buffer.alloc(CHECKSUM_BYTES)
  last.writeUInt32LE(checksum)
  yield last
}

function* unsummedChunks<T extends PlainTables<T>>(tables: T): Generator<Uint8Array, void> {
  const { columns, empty } = columnsOf(tables)
  let bodySize = 0
  const entries = columns.map(({ path, column }): TableEntry => {
    const start = aligned(bodySize)
    bodySize = start + column.byteLength
    return [path, typeOf(column), start, column.length]
  })
  const header = Buffer.from(
    JSON.stringify({ columns: entries, empty, size: bodySize } satisfies TableHeader)
  )
  const bodyStart = aligned(BEGIN_BYTES + header.length)
  const head = Buffer.alloc(bodyStart)
  head.write(MAGIC)
  head.writeUInt32LE(header.length, MAGIC.length)
  header.copy(head, BEGIN_BYTES)
  yield head
  let at = 0
  for (const [i, { column }] of columns.entries()) {
    const start = entries[i]![2]
    if (start > at) yield new Uint8Array(start - at)
    yield* inChunks(bytesOf(column))
    at = start + column.byteLength
  }
}

function* inChunks(bytes: Uint8Array): Generator<Uint8Array, void> {
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) yield bytes.subarray(at, at + CHUNK_BYTES)
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

/**
 * Where the parts of encoded tables lie.
 *
 * @param begin their first `BEGIN_BYTES` or more
 * @param size of all, in bytes
 * @throws {TablesError} where they are of another format or cut short
 */
export const headLayout = (
  begin: Uint8Array,
  size: number
): { readonly headerBytes: number; readonly bodyStart: number } => {
  const view = Buffer.from(begin.buffer, begin.byteOffset, begin.length)
  if (begin.length < BEGIN_BYTES || view.toString('latin1', 0, MAGIC.length) !== MAGIC)
    throw new TablesError('The bytes are no tables of this format.')
  const headerBytes = view.readUInt32LE(MAGIC.length)
  const bodyStart = aligned(BEGIN_BYTES + headerBytes)
  if (bodyStart + CHECKSUM_BYTES > size) throw new TablesError('The header of the tables is cut short.')
  return { headerBytes, bodyStart }
}

/**
 * @param bytes the JSON of a header
 * @param bodySize bytes that there are for the columns
 * @throws {TablesError} where it is damaged, or not all columns are in these bytes, one behind the other
 */
export const parseHeader = (bytes: Uint8Array, { bodySize }: { readonly bodySize: number }): TableHeader => {
  const header = jsonHeader(bytes)
  if (header.size !== bodySize)
    throw new TablesError(`The tables have ${bodySize} bytes instead of ${header.size}: they were cut.`)
  let end = 0
  for (const [, type, start, length] of header.columns) {
    if (start < end) throw new TablesError('The header of the tables is damaged.')
    end = start + length * COLUMN_TYPES[type].BYTES_PER_ELEMENT
  }
  if (end > bodySize) throw new TablesError('The tables are cut short.')
  return header
}

const jsonHeader = (bytes: Uint8Array): TableHeader => {
  try {
    return HEADER.parse(JSON.parse(Buffer.from(bytes).toString('utf8')))
  } catch (error) {
    throw new TablesError('The header of the tables is damaged.', { cause: error })
  }
}

const COUNT = z.int().nonnegative()
const PATH = z.array(z.string())
const HEADER = z.object({
  columns: z.array(z.tuple([PATH, z.enum(Object.keys(COLUMN_TYPES) as ColumnType[]), COUNT, COUNT])),
  empty: z.array(PATH),
  size: COUNT
})

/** The tables that a header tells of. */
export const tablesOf = <T extends PlainTables<T>>(
  { columns, empty }: Pick<TableHeader, 'columns' | 'empty'>,
  columnOf: (entry: TableEntry, place: number) => Column
): T => {
  const tables: Record<string, unknown> = {}
  for (const path of empty) place(tables, path, {})
  for (const [i, entry] of columns.entries()) place(tables, entry[0], columnOf(entry, i))
  return tables as T
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
