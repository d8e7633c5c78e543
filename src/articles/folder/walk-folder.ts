import type { BigIntStats } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** What tells that a file was written or replaced; no file is opened for it. */
export interface FileState {
  /** In bytes. */
  readonly size: number
  /** When its content was last written, and its record (name, rights) changed: nanoseconds since 1970. */
  readonly mtimeNs: bigint
  readonly ctimeNs: bigint
  readonly inode: bigint
}

/** Something in a folder that is no folder, or a folder that cannot or need not be read. */
export interface FolderEntry {
  /** Relative to the folder, with `/`. */
  readonly path: string
  /** A pipe or a device is `other`: to read it might never end. `packages` is what npm puts in a folder of its own. */
  readonly kind: 'file' | 'other' | 'unreadable-folder' | 'packages'
  /** Absent for what cannot be looked at, such as a broken link, which is a `file` all the same. */
  readonly state?: FileState
  /** Why a folder cannot be read. */
  readonly error?: unknown
}

/**
 * All that is in a folder and the folders inside it, sorted by path, by code unit. Names with a leading dot are left
 * out.
 *
 * Symbolic links are followed. A folder that can be reached in two ways is walked once, by the way whose path sorts
 * first; so a link to a folder above it ends there.
 *
 * @throws where the folder itself cannot be read: the system's error
 */
export const walkFolder = async (folder: string): Promise<readonly FolderEntry[]> => {
  const entries: FolderEntry[] = []
  const seen = new Set<string>()

  const walk = async (inside: string): Promise<void> => {
    const real = await realpath(join(folder, inside))
    if (seen.has(real)) return
    seen.add(real)
    for (const { path, found } of await lookInto(folder, inside)) {
      if (found?.isDirectory() === true && /(?:^|\/)node_modules$/.test(path))
        entries.push({ path, kind: 'packages' })
      else if (found?.isDirectory() === true)
        await walk(path).catch((error: unknown) => entries.push({ path, kind: 'unreadable-folder', error }))
      else entries.push(entryOf(path, found))
    }
  }

  await walk('')
  // `a.txt` sorts before `a/b.txt` though the walk meets the folder `a` first.
  return entries.sort((a, b) => (a.path < b.path ? -1 : 1))
}

interface Found {
  readonly path: string
  readonly found: BigIntStats | undefined
}

const lookInto = async (folder: string, inside: string): Promise<Found[]> => {
  const names = (await readdir(join(folder, inside))).filter((name) => !name.startsWith('.')).sort()
  return Promise.all(
    names.map(async (name) => {
      const path = inside === '' ? name : `${inside}/${name}`
      return { path, found: await stat(join(folder, path), { bigint: true }).catch(() => undefined) }
    })
  )
}

const entryOf = (path: string, found: BigIntStats | undefined): FolderEntry => {
  if (found === undefined) return { path, kind: 'file' }
  const { size, mtimeNs, ctimeNs, ino } = found
  const state = { size: Number(size), mtimeNs, ctimeNs, inode: ino }
  return { path, kind: found.isFile() ? 'file' : 'other', state }
}
