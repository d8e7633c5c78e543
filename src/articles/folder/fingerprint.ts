import { createHash } from 'node:crypto'
import { readdir, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Files whose state is asked for at the same time. */
const AT_ONCE = 64

/**
 * Names the state of a folder: the same while no file in it, or in the folders inside, is added, removed, renamed or
 * written. Made of paths, sizes and times (of content and of the file's record, in nanoseconds); no file is opened.
 * Names with a leading dot are left out, symbolic links are followed, and a folder that is reached twice is looked at
 * once.
 *
 * @throws where the folder itself cannot be read
 */
export const folderFingerprint = async (folder: string): Promise<string> => {
  const paths = (await pathsIn(folder, '', new Set())).sort()
  const hash = createHash('sha256')
  for (let at = 0; at < paths.length; at += AT_ONCE) {
    const states = await Promise.all(paths.slice(at, at + AT_ONCE).map((path) => stateOf(folder, path)))
    for (const state of states) hash.update(`${JSON.stringify(state)}\n`)
  }
  return hash.digest('base64url')
}

const pathsIn = async (folder: string, inside: string, seen: Set<string>): Promise<string[]> => {
  const real = await realpath(join(folder, inside))
  if (seen.has(real)) return []
  seen.add(real)
  const paths: string[] = []
  for (const entry of await readdir(join(folder, inside), { withFileTypes: true })) {
    if (entry.name.startsWith('.')) continue
    const path = join(inside, entry.name)
    // A folder inside that may not be read is a problem of the articles, told where they are read.
    if (await isFolder(folder, path, entry))
      paths.push(...(await pathsIn(folder, path, seen).catch(() => [path])))
    else paths.push(path)
  }
  return paths
}

interface Entry {
  isDirectory(): boolean
  isSymbolicLink(): boolean
}

const isFolder = async (folder: string, path: string, entry: Entry): Promise<boolean> => {
  if (!entry.isSymbolicLink()) return entry.isDirectory()
  const found = await stat(join(folder, path)).catch(() => undefined)
  return found?.isDirectory() ?? false
}

/** A file that cannot be looked at, such as a broken link, has no state but its path. */
const stateOf = async (folder: string, path: string): Promise<readonly string[]> => {
  const found = await stat(join(folder, path), { bigint: true }).catch(() => undefined)
  return found === undefined
    ? [path]
    : [path, ...[found.size, found.mtimeNs, found.ctimeNs, found.ino].map(String)]
}
