import { open, mkdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { idWithSuffix } from '../articles/article-id.js'

/** Where in the folder the articles are that were written over HTTP. What is there comes before other files. */
const WRITTEN = 'nyhetssok-written'

/** Is it a file of an article that was written over HTTP? */
export const isWritten = (path: string): boolean => path.startsWith(`${WRITTEN}/`) && path.endsWith('.json')

/** What is written over HTTP comes before all else; by path. */
export const writtenFirst = (a: string, b: string): number =>
  Number(isWritten(b)) - Number(isWritten(a)) || (a < b ? -1 : 1)

/**
 * The file of a written article. Systems that take `A` and `a` for one, and names that are hidden, get another name.
 *
 * @param id URL-safe
 */
export const writtenPath = (id: string): string => {
  const isPlain = id === id.toLowerCase() && !id.startsWith('.')
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

/**
 * Writes an article's file beside its place, synced, and moves it there: after a crash there is the old or the new.
 *
 * @throws the system's error where that fails; the file is as it was
 */
export const writeWritten = async (folder: string, path: string, record: object): Promise<void> => {
  const place = join(folder, path)
  const unfinished = join(folder, WRITTEN, `.${path.slice(WRITTEN.length + 1)}.${process.pid}.unfinished`)
  await mkdir(join(folder, WRITTEN), { recursive: true })
  try {
    const file = await open(unfinished, 'w')
    try {
      await file.writeFile(`${JSON.stringify(record)}\n`)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(unfinished, place)
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined)
    throw error
  }
}

export const removeWritten = (folder: string, path: string): Promise<void> =>
  rm(join(folder, path), { force: true })

/** So that names outlive a crash of the machine. Not every system lets a folder be synced. */
export const syncWritten = async (folder: string): Promise<void> => {
  for (const path of [join(folder, WRITTEN), folder]) {
    const file = await open(path).catch(() => undefined)
    await file?.sync().catch(() => undefined)
    await file?.close()
  }
}
