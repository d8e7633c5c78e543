import type { BigIntStats } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
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
  /**
   * A pipe or a device is `other`: to read it might never end. `packages` is what npm puts in a folder of its own, and
   * `hidden` has a name with a leading dot, whatever it is.
   */
  readonly kind: 'file' | 'other' | 'unreadable-folder' | 'packages' | 'hidden'
  /** Absent for what cannot be looked at, such as a broken link, which is a `file` all the same. */
  readonly state?: FileState
  /** Why a folder cannot be read. */
  readonly error?: unknown
}

/**
 * All that is in a folder and the folders inside it, sorted by path, by code unit. What has a name with a leading dot
 * is not looked at.
 *
 * Symbolic links are followed. A folder that can be reached in two ways is walked once, by the way whose path sorts
 * first; so a link to a folder above it ends there.
 *
 * @throws where the folder itself cannot be read: the system's error
 */
export const walkFolder = async (folder: string): Promise<readonly FolderEntry[]> => {
  const entries: FolderEntry[] = []
  const seen = new Set<string>()

  const walk = async (looked: Promise<Looked>): Promise<void> => {
    const { inode, inside } = await looked
    if (seen.has(inode)) return
    seen.add(inode)
    // What is in a folder is looked at while those before it are walked.
    const folders = inside.filter(isFolder)
    const ahead: Promise<Looked>[] = []
    let next = 0
    for (const { path, found } of inside) {
      if (!isFolder({ path, found })) {
        entries.push(entryOf(path, found))
        continue
      }
      for (; ahead.length < AHEAD && next < folders.length; next++)
        ahead.push(lookInto(folder, folders[next]!))
      await walk(ahead.shift()!).catch((error: unknown) =>
        entries.push({ path, kind: 'unreadable-folder', error })
      )
    }
  }

  await walk(lookInto(folder, { path: '', found: await stat(folder, { bigint: true }) }))
  // `a.txt` sorts before `a/b.txt` though the walk meets the folder `a` first.
  return entries.sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** Folders that are looked into at the same time. */
const AHEAD = 16

interface Looked {
  /** Names the folder, however it is reached. */
  readonly inode: string
  readonly inside: readonly Found[]
}

interface Found {
  readonly path: string
  readonly found: BigIntStats | undefined
}

const lookInto = (folder: string, found: Found): Promise<Looked> => {
  const looked = lookNow(folder, found)
  // A failure is told when it is its turn.
  looked.catch(() => undefined)
  return looked
}

const lookNow = async (folder: string, { path, found }: Found): Promise<Looked> => {
  const place = join(folder, path)
  const names = (await readdir(place)).sort()
  const inside = names.map(async (name) => ({
    path: path === '' ? name : `${path}/${name}`,
    found: isHidden(name) ? undefined : await stat(join(place, name), { bigint: true }).catch(() => undefined)
  }))
  return { inode: `${found!.dev}:${found!.ino}`, inside: await Promise.all(inside) }
}

/** Is it a folder to go into? */
const isFolder = ({ path, found }: Found): boolean => found?.isDirectory() === true && !isPackages(path)

const isHidden = (name: string): boolean => name.startsWith('.')

/** What npm puts in a folder of its own. */
const isPackages = (path: string): boolean => /(?:^|\/)node_modules$/.test(path)

const entryOf = (path: string, found: BigIntStats | undefined): FolderEntry => {
  if (found === undefined) return { path, kind: /(?:^|\/)\.[^/]*$/.test(path) ? 'hidden' : 'file' }
  if (found.isDirectory()) return { path, kind: 'packages' }
  const { size, mtimeNs, ctimeNs, ino } = found
  const state = { size: Number(size), mtimeNs, ctimeNs, inode: ino }
  return { path, kind: found.isFile() ? 'file' : 'other', state }
}
