import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readTableFile, writeTableFile } from '../../src/structures/table-file.js'
import type { PlainTables } from '../../src/structures/tables.js'

/** Tables as a file has them: written and read again. */
export const throughFile = async <T extends PlainTables<T>>(tables: T): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'nyhetssok-tables-'))
  const file = await open(join(folder, 'tables'), 'wx+')
  try {
    await writeTableFile(file, tables)
    return await readTableFile<T>(file)
  } finally {
    await file.close()
    await rm(folder, { recursive: true })
  }
}
