import { watch, type FSWatcher } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { isWalkedAnyway } from '../articles/folder/walk-folder.js'
import { LinkTargets } from './link-targets.js'

/** Changes are told when it has been quiet for so many milliseconds, or after so many at most. */
const QUIET_MS = 40
const LONGEST_MS = 250
/** All is looked at from time to time, as systems lose events, and folders on other machines have none. */
const LOOK_AGAIN = { leastMs: 30_000, timesAsLong: 50 }
/** Whether the folder itself is still the one that is watched is looked at so often, in milliseconds. */
const LOOK_AT_ROOT_MS = 300
/** More changed paths than this are told as all. */
const MOST_PATHS = 1000

export interface WatchObserver {
  /** Paths relative to the folder, with `/`, where something may have changed; what it was is not known. */
  changed(paths: readonly string[] | 'all'): Promise<void>
  /** Some folders cannot be watched: they are only looked at from time to time. */
  unwatched?(error: unknown): void
}

/**
 * Tells when something changes in a folder, or in the folders inside it: a watch of the system's for each folder. A
 * library such as `chokidar`, and Node's own recursive watch, hold one for each file, too many for an archive.
 * Names with a leading dot are passed by, symbolic links are followed, also to files that lie elsewhere. A folder that
 * is taken away is waited for; one that comes in its place, also as the new target of a link, is watched and told as a
 * whole.
 */
export class FolderWatcher {
  private readonly watchers = new Map<string, FSWatcher>()
  /** Real paths of the folders that are watched. */
  private readonly seen = new Map<string, string>()
  private readonly links: LinkTargets
  private pending = new Set<string>()
  private firstAt = 0
  private timer: NodeJS.Timeout | undefined
  private lookTimer: NodeJS.Timeout | undefined
  private rootTimer: NodeJS.Timeout | undefined
  /** Names the folder that is watched, whatever its path is; undefined where there is none. */
  private root: string | undefined
  private isClosed = false
  private hasFailed = false

  constructor(
    private readonly folder: string,
    private readonly observer: WatchObserver
  ) {
    this.links = new LinkTargets(folder, (link) => {
      this.note(link)
    })
  }

  /** Watches from now on. What changed before may not be told. */
  async start(): Promise<void> {
    this.root = await nameOf(this.folder)
    await this.add('')
    this.lookLater(LOOK_AGAIN.leastMs)
    this.lookAtRootLater()
  }

  close(): void {
    this.isClosed = true
    clearTimeout(this.timer)
    clearTimeout(this.lookTimer)
    clearTimeout(this.rootTimer)
    for (const path of [...this.watchers.keys()]) this.drop(path)
    this.links.close()
  }

  private async add(path: string): Promise<void> {
    const place = join(this.folder, path)
    try {
      const real = await realpath(place)
      // Last: meanwhile it may have been closed, or the folder be watched.
      if ((await this.isWalkedAnyway(path, real)) || this.isClosed || this.seen.has(real)) return
      const watcher = watch(place, { persistent: false }, (_event, name) => {
        if (name?.startsWith('.') === true) for (const link of this.links.within(path)) this.note(link)
        this.note(name === null ? path : join(path, name).replaceAll('\\', '/'))
      })
      watcher.on('error', () => {
        this.drop(path)
        this.note(path)
      })
      this.watchers.set(path, watcher)
      this.seen.set(real, path)
      const inside = await readdir(place, { withFileTypes: true })
      for (const entry of inside.sort((a, b) => (a.name < b.name ? -1 : 1))) {
        if (entry.name.startsWith('.') || !(entry.isDirectory() || entry.isSymbolicLink())) continue
        await this.addWhatIsAt(join(path, entry.name).replaceAll('\\', '/'))
      }
    } catch (error) {
      this.fail(error)
    }
  }

  /** Is it a link that the folder is not read through? @param real its real path */
  private async isWalkedAnyway(path: string, real: string): Promise<boolean> {
    if (path === '') return false
    const [root, from] = await Promise.all([
      realpath(this.folder),
      realpath(dirname(join(this.folder, path)))
    ])
    return real !== join(from, basename(path)) && isWalkedAnyway({ root, from, target: real })
  }

  /** A folder, or a link to a file. */
  private async addWhatIsAt(path: string): Promise<void> {
    const found = await stat(join(this.folder, path)).catch(() => undefined)
    if (found?.isDirectory() === true) await this.add(path)
    else if (!this.isClosed) await this.links.follow(path)
  }

  private drop(path: string): void {
    this.watchers.get(path)?.close()
    this.watchers.delete(path)
    for (const [real, one] of this.seen) if (one === path) this.seen.delete(real)
  }

  private note(path: string): void {
    if (this.isClosed || path.split('/').some((name) => name.startsWith('.'))) return
    if (this.pending.size === 0) this.firstAt = performance.now()
    this.pending.add(path)
    clearTimeout(this.timer)
    const left = Math.max(0, this.firstAt + LONGEST_MS - performance.now())
    this.timer = setTimeout(() => void this.tell(), Math.min(QUIET_MS, left))
  }

  private async tell(): Promise<void> {
    const paths = [...this.pending]
    this.pending = new Set()
    for (const path of paths) {
      // A folder that came has to be watched before it is looked at; one that is replaced, anew.
      for (const inside of [...this.watchers.keys()])
        if (
          inside !== '' &&
          (inside === path || inside.startsWith(`${path}/`)) &&
          !(await this.isThere(inside))
        )
          this.drop(inside)
      if (path !== '' && !this.watchers.has(path)) await this.addWhatIsAt(path)
    }
    await this.observer.changed(paths.length > MOST_PATHS || paths.includes('') ? 'all' : paths)
  }

  private async isThere(path: string): Promise<boolean> {
    const real = await realpath(join(this.folder, path)).catch(() => undefined)
    return real !== undefined && this.seen.get(real) === path
  }

  private lookLater(milliseconds: number): void {
    if (this.isClosed) return
    this.lookTimer = setTimeout(() => void this.lookAgain(), milliseconds).unref()
  }

  private async lookAgain(): Promise<void> {
    const start = performance.now()
    await this.observer.changed('all')
    this.lookLater(Math.max(LOOK_AGAIN.leastMs, LOOK_AGAIN.timesAsLong * (performance.now() - start)))
  }

  private lookAtRootLater(): void {
    if (!this.isClosed) this.rootTimer = setTimeout(() => void this.lookAtRoot(), LOOK_AT_ROOT_MS).unref()
  }

  /** The system tells nothing of a folder that has taken the place of the one that is watched. */
  private async lookAtRoot(): Promise<void> {
    const root = await nameOf(this.folder)
    if (root !== this.root) {
      this.root = root
      for (const path of [...this.watchers.keys()]) this.drop(path)
      if (root !== undefined) {
        await this.add('')
        this.note('')
      }
    }
    this.lookAtRootLater()
  }

  private fail(error: unknown): void {
    const { code } = error as NodeJS.ErrnoException
    // A folder that went away meanwhile is told by the one that it was in.
    if (code === 'ENOENT' || this.hasFailed) return
    this.hasFailed = true
    this.observer.unwatched?.(error)
  }
}

/** The device and number of a folder. */
const nameOf = async (folder: string): Promise<string | undefined> => {
  const found = await stat(folder, { bigint: true }).catch(() => undefined)
  return found?.isDirectory() === true ? `${found.dev} ${found.ino}` : undefined
}
