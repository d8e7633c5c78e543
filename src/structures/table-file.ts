import type { FileHandle } from 'node:fs/promises'
import {
  BEGIN_BYTES,
  bytesOf,
  CHECKSUM_BYTES,
  CHUNK_BYTES,
  headLayout,
  parseHeader,
  TableChecksum,
  tableChunks,
  tablesOf,
  TablesError
} from './table-bytes.js'
import { COLUMN_TYPES, columnWithRoom, type Column, type PlainTables } from './tables.js'

/** Writes tables into an empty file. Lets other work run meanwhile. @throws the system's error */
export const writeTableFile = async <T extends PlainTables<T>>(
  file: FileHandle,
  tables: T
): Promise<void> => {
  for (const chunk of tableChunks(tables)) await file.writeFile(chunk)
}

/**
 * The tables in a file, their sum checked: each column in shared memory of its own, with room behind it, so that the
 * first article that comes is as fast as the next one, and no column is there twice.
 *
 * @throws {TablesError} where the file is of another format, cut short or damaged
 * @throws the system's error where it cannot be read
 */
export const readTableFile = async <T extends PlainTables<T>>(file: FileHandle): Promise<T> => {
  const { size } = await file.stat()
  const reader = new SummedReader(file, size)
  const begin = await reader.bytes(Math.min(BEGIN_BYTES, size))
  const { headerBytes, bodyStart } = headLayout(begin, size)
  const bodySize = size - bodyStart - CHECKSUM_BYTES
  const header = parseHeader(await reader.bytes(headerBytes), { bodySize })
  const columns: Column[] = []
  for (const [, type, start, length] of header.columns) {
    await reader.bytes(bodyStart + start - reader.at)
    const column = columnWithRoom<Column>(COLUMN_TYPES[type], length)
    await reader.fill(bytesOf(column))
    columns.push(column)
  }
  await reader.bytes(size - reader.at)
  reader.check()
  return tablesOf(header, (_, i) => columns[i]!)
}

/** Reads a file from its beginning to its end, and sums it up. */
class SummedReader {
  at = 0
  private readonly checksum: TableChecksum

  constructor(
    private readonly file: FileHandle,
    size: number
  ) {
    this.checksum = new TableChecksum(size)
  }

  async bytes(count: number): Promise<Uint8Array> {
    const bytes = new Uint8Array(count)
    await this.fill(bytes)
    return bytes
  }

  async fill(bytes: Uint8Array): Promise<void> {
    for (let from = 0; from < bytes.length;) {
      const most = Math.min(CHUNK_BYTES, bytes.length - from)
      const { bytesRead } = await this.file.read(bytes, from, most, this.at)
      if (bytesRead === 0) throw new TablesError('The file has become shorter while it was read.')
      this.checksum.add(bytes.subarray(from, from + bytesRead))
      from += bytesRead
      this.at += bytesRead
    }
  }

  /** @throws {TablesError} where the sum is another than the one at the end */
  check(): void {
    this.checksum.check()
  }
}
