import { randomBytes } from 'node:crypto'
import { open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { syncFolder } from './sync-folder.js'

/** Files that are being written have it, and a dot before their names. */
const UNFINISHED = '.unfinished'

interface WriteOptions {
  /** The permissions of the file; those that the system gives by default. */
  readonly mode?: number
  /** False where many files are written one after another: the caller syncs the folder once, after the last. */
  readonly syncsFolder?: boolean
}

/**
 * Writes a file beside its place, syncs it and moves it there: after a crash there is the old file or the new one,
 * whole. Ends when it is on disk.
 *
 * @param write puts the content into an empty file
 * @throws what `write` throws, or the system's error where the disk refuses; the old file is then still there
 */
export const writeFileAtomically = async (
  path: string,
  write: (file: FileHandle) => Promise<void>,
  { mode, syncsFolder = true }: WriteOptions = {}
): Promise<void> => {
  const folder = dirname(path)
  const unfinished = join(folder, `.${basename(path)}.${randomBytes(4).toString('hex')}${UNFINISHED}`)
  try {
    const file = await open(unfinished, 'wx', mode)
    try {
      await write(file)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(unfinished, path)
    if (syncsFolder) await syncFolder(folder)
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined)
    throw error
  }
}

/**
 * Removes from a folder what processes that were killed have left unfinished. Never throws.
 *
 * @param options.olderThanMs where others may be writing into the folder: younger files stay
 */
export const removeUnfinished = async (folder: string, { olderThanMs = 0 } = {}): Promise<void> => {
  for (const name of await readdir(folder).catch(() => [])) {
    if (!name.endsWith(UNFINISHED)) continue
    const path = join(folder, name)
    const found = olderThanMs > 0 ? await stat(path).catch(() => undefined) : undefined
    if (found !== undefined && Date.now() - found.mtimeMs <= olderThanMs) continue
    await rm(path, { force: true }).catch(() => undefined)
  }
}
