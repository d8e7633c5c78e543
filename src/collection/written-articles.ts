import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { idWithSuffix } from '../articles/article-id.js'
import { removeUnfinished, writeFileAtomically } from './atomic-file.js'
import { syncFolder } from './sync-folder.js'

/** Where in the folder the articles are that were written over HTTP. What is there comes before other files. */
const WRITTEN = 'nyhetssok-written'

/** Is it a file of an article that was written over HTTP? */
export const isWritten = (path: string): boolean => path.startsWith(`${WRITTEN}/`) && path.endsWith('.json')

/** What is written over HTTP comes before all else; by path. */
export const writtenFirst = (a: string, b: string): number =>
  Number(isWritten(b)) - Number(isWritten(a)) || (a < b ? -1 : 1)

/** Devices of Windows: `con.json` is none of its files. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/

/**
 * The file of a written article. An id whose name would be another one's on a system that takes `A` and `a` for one, or
 * would be hidden or no file at all, gets another name: with `_` before it, and digits of its own.
 *
 * @param id URL-safe
 */
export const writtenPath = (id: string): string => {
  const isPlain = id === id.toLowerCase() && !/^[._]/.test(id) && !DEVICE.test(id)
  return `${WRITTEN}/${isPlain ? id : idWithSuffix(`_${id.toLowerCase()}`, id)}.json`
}

/** What such a file says: an article with this id, or that it is to be found nowhere. */
export interface WrittenFile {
  readonly id: string
  readonly isDeleted: boolean
}

/** Undefined where the file is no such file, or cannot be read. */
export const readWritten = async (folder: string, path: string): Promise<WrittenFile | undefined> => {
  try {
    const stated = JSON.parse(await readFile(join(folder, path), 'utf8')) as Record<string, unknown> | null
    if (typeof stated?.id !== 'string' || writtenPath(stated.id) !== path) return undefined
    return { id: stated.id, isDeleted: stated.deleted === true }
  } catch {
    return undefined
  }
}

/** A file that was being written so long ago was left by a process that was killed, in milliseconds. */
const LEFT_MS = 10 * 60_000

/**
 * Writes an article's file: after a crash there is the old or the new. Its name is on disk after `syncWritten`.
 *
 * @throws the system's error where that fails; the file is as it was
 */
export const writeWritten = async (folder: string, path: string, record: object): Promise<void> => {
  await makeFolder(folder)
  await writeFileAtomically(join(folder, path), (file) => file.writeFile(`${JSON.stringify(record)}\n`), {
    syncsFolder: false
  })
}

/** Not the folder of articles itself: one that was moved away is not to be replaced by an empty one. */
const makeFolder = async (folder: string): Promise<void> => {
  try {
    await mkdir(join(folder, WRITTEN))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

export const removeWritten = (folder: string, path: string): Promise<void> =>
  rm(join(folder, path), { force: true })

/** @throws the system's error where the disk refuses */
export const syncWritten = async (folder: string): Promise<void> => {
  for (const path of [join(folder, WRITTEN), folder])
    await syncFolder(path).catch((error: unknown) => {
      // Nothing was ever written there.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    })
}

/** Removes what processes that were killed have left unfinished. Never throws. */
export const removeUnfinishedWritten = (folder: string): Promise<void> =>
  removeUnfinished(join(folder, WRITTEN), { olderThanMs: LEFT_MS })
