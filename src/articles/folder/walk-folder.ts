import { readdirSync, statSync, type BigIntStats } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Slices } from '../../structures/slices.js'

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

export interface WalkOptions {
  /** Is nobody served meanwhile? The disk is then asked in this thread. */
  readonly isAlone?: boolean
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
export const walkFolder = async (
  folder: string,
  { isAlone = false }: WalkOptions = {}
): Promise<readonly FolderEntry[]> => {
  const look = isAlone ? lookAtOnce(folder) : lookBeside(folder)
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
      for (; ahead.length < AHEAD && next < folders.length; next++) ahead.push(lookInto(look, folders[next]!))
      await walk(ahead.shift()!).catch((error: unknown) =>
        entries.push({ path, kind: 'unreadable-folder', error })
      )
    }
  }

  await walk(lookInto(look, { path: '', found: await stat(folder, { bigint: true }) }))
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

const lookInto = (look: Look, found: Found): Promise<Looked> => {
  const looked = look(found)
  // A failure is told when it is its turn.
  looked.catch(() => undefined)
  return looked
}

type Look = (folder: Found) => Promise<Looked>

/** Other work runs while the disk is asked. */
const lookBeside =
  (root: string): Look =>
  async ({ path, found }) => {
    const names = await readdir(join(root, path))
    const inside = pathsIn(path, names).map(async (each) => ({
      path: each,
      found: isHidden(each)
        ? undefined
        : await stat(join(root, each), { bigint: true }).catch(() => undefined)
    }))
    return { inode: inodeOf(found!), inside: await Promise.all(inside) }
  }

/** Takes a quarter of the time. Other work runs now and then, but not while the disk keeps this waiting. */
const lookAtOnce = (root: string): Look => {
  const slices = new Slices()
  return async ({ path, found }) => {
    if (slices.isOver) await slices.next()
    const inside = pathsIn(path, readdirSync(join(root, path))).map((each) => ({
      path: each,
      found: isHidden(each) ? undefined : statNow(join(root, each))
    }))
    return { inode: inodeOf(found!), inside }
  }
}

const statNow = (place: string): BigIntStats | undefined => {
  try {
    return statSync(place, { bigint: true, throwIfNoEntry: false })
  } catch {
    return undefined
  }
}

const pathsIn = (folder: string, names: readonly string[]): readonly string[] =>
  names.toSorted().map((name) => (folder === '' ? name : `${folder}/${name}`))

const inodeOf = ({ dev, ino }: BigIntStats): string => `${dev}:${ino}`

/** Is it a folder to go into? */
const isFolder = ({ path, found }: Found): boolean => found?.isDirectory() === true && !isPackages(path)

const isHidden = (path: string): boolean => path.startsWith('.', path.lastIndexOf('/') + 1)

/** What npm puts in a folder of its own. */
const isPackages = (path: string): boolean => /(?:^|\/)node_modules$/.test(path)

const entryOf = (path: string, found: BigIntStats | undefined): FolderEntry => {
  if (found === undefined) return { path, kind: /(?:^|\/)\.[^/]*$/.test(path) ? 'hidden' : 'file' }
  if (found.isDirectory()) return { path, kind: 'packages' }
  const { size, mtimeNs, ctimeNs, ino } = found
  const state = { size: Number(size), mtimeNs, ctimeNs, inode: ino }
  return { path, kind: found.isFile() ? 'file' : 'other', state }
}
