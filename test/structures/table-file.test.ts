/*
 * Tables in a file:
 * - what is written and read again has the same columns: name, type, elements;
 * - each column lies in shared memory of its own; a long one has room behind it, so that values are appended to it
 *   without a copy, and those who read the column see what they saw;
 * - a file that is cut or damaged, wherever, is refused.
 */
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import t from 'tap'
import { appended } from '../../src/structures/append.js'
import { TablesError } from '../../src/structures/table-bytes.js'
import { readTableFile, writeTableFile } from '../../src/structures/table-file.js'
import type { PlainTables } from '../../src/structures/tables.js'
import { anyTables, sorted } from './any-tables.js'

const folder = mkdtempSync(join(tmpdir(), 'nyhetssok-tables-'))
t.teardown(() => {
  rmSync(folder, { recursive: true })
})
const PATH = join(folder, 'tables')

const read = async <T extends PlainTables<T>>(): Promise<T> => {
  const file = await open(PATH)
  try {
    return await readTableFile<T>(file)
  } finally {
    await file.close()
  }
}

const write = async <T extends PlainTables<T>>(tables: T): Promise<void> => {
  const file = await open(PATH, 'w')
  try {
    await writeTableFile(file, tables)
  } finally {
    await file.close()
  }
}

interface Example {
  readonly words: { readonly bytes: Uint8Array; readonly offsets: Uint32Array }
  readonly days: Float64Array
}

t.test('read(write(tables)) is the tables', async (t) => {
  await fc.assert(
    fc.asyncProperty(anyTables, async (tables) => {
      await write(tables)
      t.strictSame(sorted(await read()), sorted(tables))
    }),
    { numRuns: 50 }
  )
})

t.test('columns have shared memory of their own, long ones with room', async (t) => {
  const long = Uint32Array.from({ length: 5000 }, (_, i) => i)
  await write({ long, short: Uint8Array.of(1, 2) })
  const { long: column, short } = await read<{ long: Uint32Array; short: Uint8Array }>()
  t.ok(column.buffer instanceof SharedArrayBuffer && short.buffer instanceof SharedArrayBuffer)
  t.not(column.buffer, short.buffer)
  const longer = appended(column, [7, 8])
  t.equal(longer.buffer, column.buffer, 'nothing is copied')
  t.strictSame([...longer], [...long, 7, 8])
  t.strictSame([...column], [...long], 'who reads the column sees what was there')
})

t.test('a file that is cut or damaged is refused', async (t) => {
  const example: Example = {
    words: { bytes: Uint8Array.of(1, 2, 3), offsets: Uint32Array.of(0, 3) },
    days: Float64Array.of(NaN)
  }
  await write(example)
  const bytes = readFileSync(PATH)
  for (let length = 0; length < bytes.length; length++) {
    writeFileSync(PATH, bytes)
    truncateSync(PATH, length)
    await t.rejects(read<Example>(), TablesError, `cut at ${length}`)
  }
  for (let at = 0; at < bytes.length; at++) {
    const damaged = Uint8Array.from(bytes)
    damaged[at]! ^= 1
    writeFileSync(PATH, damaged)
    await t.rejects(read<Example>(), TablesError, `byte ${at}`)
  }
})
