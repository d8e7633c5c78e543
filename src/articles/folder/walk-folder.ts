import { lstatSync, readdirSync, statSync, type BigIntStats } from 'node:fs'
import { lstat, readdir, realpath, stat } from 'node:fs/promises'
import { basename, dirname, join, relative, sep } from 'node:path'
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
   * `hidden` has a name with a leading dot, whatever it is. `known-folder` leads to one that is walked by another way.
   */
  readonly kind: 'file' | 'other' | 'unreadable-folder' | 'known-folder' | 'packages' | 'hidden'
  /** Absent for what cannot be looked at, such as a broken link, which is a `file` all the same. */
  readonly state?: FileState
  /** Why a folder cannot be read. */
  readonly error?: unknown
}

export interface WalkOptions {
  /** Is nobody served meanwhile? The disk is then asked in this thread. */
  readonly isAlone?: boolean
  /** Only what is in this folder inside it, relative to it, with `/`. */
  readonly at?: string
  /** By which way each folder was walked before and is now; the walk adds to it. */
  readonly ways?: Map<string, string>
}

/**
 * All that is in a folder and the folders inside it, sorted by path, by code unit. What has a name with a leading dot
 * is not looked at.
 *
 * Symbolic links are followed, but not to folders that are walked without them (`isWalkedAnyway`). A folder elsewhere
 * that several links lead to is walked once, by the way that is known, or else the one whose path sorts first.
 *
 * @throws where the folder itself, or the one at `at`, cannot be read: the system's error
 */
export const walkFolder = async (
  folder: string,
  { isAlone = false, at = '', ways = new Map<string, string>() }: WalkOptions = {}
): Promise<readonly FolderEntry[]> => {
  const look = isAlone ? lookAtOnce(folder) : lookBeside(folder)
  const entries: FolderEntry[] = []
  const root = await realpath(folder)

  /** @param real its real path */
  const walk = async (path: string, real: string, looked: Promise<Looked>): Promise<void> => {
    const { inode, inside } = await looked
    const way = ways.get(inode)
    if (way !== undefined && way !== path && (await leadsTo(join(folder, way), inode))) {
      entries.push({ path, kind: 'known-folder' })
      return
    }
    ways.set(inode, path)
    // What is in a folder is looked at while those before it are walked.
    const folders = inside.filter(isFolder)
    const ahead: Promise<Looked>[] = []
    let next = 0
    for (const each of inside) {
      if (!isFolder(each)) {
        entries.push(entryOf(each))
        continue
      }
      for (; ahead.length < AHEAD && next < folders.length; next++) ahead.push(lookInto(look, folders[next]!))
      await enter(each, real, ahead.shift()!)
    }
  }

  /** @param from the real path of the folder that it is in */
  const enter = async ({ path, isLink }: Found, from: string, looked: Promise<Looked>): Promise<void> => {
    try {
      const real = isLink ? await realpath(join(folder, path)) : join(from, basename(path))
      if (isLink && isWalkedAnyway({ root, from, target: real })) entries.push({ path, kind: 'known-folder' })
      else await walk(path, real, looked)
    } catch (error) {
      entries.push({ path, kind: 'unreadable-folder', error })
    }
  }

  const place = join(folder, at)
  const [found, real] = [await stat(place, { bigint: true }), await realpath(place)]
  const from = at === '' ? root : await realpath(dirname(place))
  if (at !== '' && real !== join(from, basename(at)) && isWalkedAnyway({ root, from, target: real }))
    return [{ path: at, kind: 'known-folder' }]
  await walk(at, real, lookInto(look, { path: at, found, isLink: false }))
  // `a.txt` sorts before `a/b.txt` though the walk meets the folder `a` first.
  return entries.sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** A link to a folder, by real paths. */
interface FolderLink {
  /** The folder that is walked. */
  readonly root: string
  /** The folder that the link is in. */
  readonly from: string
  readonly target: string
}

/**
 * Is what a link leads to walked without it, or would the walk not end? In the folder `/art`: `/art/a → /art`,
 * `/art/a → /` and `/art/a → /art/b`; not `/art/a → /srv/b`, nor `/art/a → /art/.b`, which is not looked at.
 */
export const isWalkedAnyway = ({ root, from, target }: FolderLink): boolean =>
  isWithin(target, from) ||
  (isWithin(root, target) &&
    !relative(root, target)
      .split(sep)
      .some((name) => isHidden(name) || isPackages(name)))

const isWithin = (outer: string, inner: string): boolean =>
  inner === outer || inner.startsWith(outer.endsWith(sep) ? outer : outer + sep)

const leadsTo = async (place: string, inode: string): Promise<boolean> => {
  const found = await stat(place, { bigint: true }).catch(() => undefined)
  return found !== undefined && inodeOf(found) === inode
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
  /** Is it a folder that a symbolic link leads to? */
  readonly isLink: boolean
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
    const inside = pathsIn(path, names).map(async (each) => {
      const place = join(root, each)
      const found = isHidden(each) ? undefined : await stat(place, { bigint: true }).catch(() => undefined)
      const isLink = found?.isDirectory() === true && (await isLinkAt(place))
      return { path: each, found, isLink }
    })
    return { inode: inodeOf(found!), inside: await Promise.all(inside) }
  }

const isLinkAt = async (place: string): Promise<boolean> =>
  (await lstat(place).catch(() => undefined))?.isSymbolicLink() === true

/** Takes a quarter of the time. Other work runs now and then, but not while the disk keeps this waiting. */
const lookAtOnce = (root: string): Look => {
  const slices = new Slices()
  return async ({ path, found }) => {
    if (slices.isOver) await slices.next()
    const inside = pathsIn(path, readdirSync(join(root, path))).map((each) => {
      const place = join(root, each)
      const found = isHidden(each) ? undefined : statNow(place)
      return { path: each, found, isLink: found?.isDirectory() === true && isLinkNow(place) }
    })
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

const isLinkNow = (place: string): boolean =>
  lstatSync(place, { throwIfNoEntry: false })?.isSymbolicLink() === true

const pathsIn = (folder: string, names: readonly string[]): readonly string[] =>
  names.toSorted().map((name) => (folder === '' ? name : `${folder}/${name}`))

const inodeOf = ({ dev, ino }: BigIntStats): string => `${dev}:${ino}`

/** Is it a folder to go into? */
const isFolder = ({ path, found }: Found): boolean => found?.isDirectory() === true && !isPackages(path)

const isHidden = (path: string): boolean => path.startsWith('.', path.lastIndexOf('/') + 1)

/** What npm puts in a folder of its own. */
const isPackages = (path: string): boolean => /(?:^|\/)node_modules$/.test(path)

const entryOf = ({ path, found }: Found): FolderEntry => {
  if (found === undefined) return { path, kind: /(?:^|\/)\.[^/]*$/.test(path) ? 'hidden' : 'file' }
  if (found.isDirectory()) return { path, kind: 'packages' }
  const { size, mtimeNs, ctimeNs, ino } = found
  const state = { size: Number(size), mtimeNs, ctimeNs, inode: ino }
  return { path, kind: found.isFile() ? 'file' : 'other', state }
}
