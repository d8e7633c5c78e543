import { watch, type FSWatcher } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { isWalkedAnyway } from '../articles/folder/walk-folder.js'
import { LinkTargets } from './link-targets.js'

/** Changes are reported when none has come for so many milliseconds, or after so many at most. */
const QUIET_MS = 40
const LONGEST_MS = 250
/** The whole folder is polled from time to time, as systems lose events, and folders on other machines have none. */
const POLL = { leastMs: 30_000, timesAsLong: 50 }
/** How often is checked whether the path still leads to the folder that is watched, in milliseconds. */
const ROOT_CHECK_MS = 300
/** More changed paths than this are reported as `'all'`. */
const MOST_PATHS = 1000

export interface WatchObserver {
  /** Paths relative to the folder, with `/`, where something may have changed; what it was is not known. */
  changed(paths: readonly string[] | 'all'): Promise<void>
  /** Some folders cannot be watched: their changes are found by polling only. */
  watchFailed?(error: unknown): void
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
  private readonly watchedFolders = new Map<string, string>()
  private readonly links: LinkTargets
  private changedPaths = new Set<string>()
  private firstChangeAt = 0
  private reportTimer: NodeJS.Timeout | undefined
  private pollTimer: NodeJS.Timeout | undefined
  private rootCheckTimer: NodeJS.Timeout | undefined
  /** The identity of the folder that is watched; undefined where there is none. */
  private root: string | undefined
  private isClosed = false
  private hasReportedFailure = false

  constructor(
    private readonly folder: string,
    private readonly observer: WatchObserver
  ) {
    this.links = new LinkTargets(folder, (link) => {
      this.addChange(link)
    })
  }

  /** Watches from now on. What changed before may not be reported. */
  async start(): Promise<void> {
    this.root = await folderIdentity(this.folder)
    await this.watchFolder('')
    this.schedulePoll(POLL.leastMs)
    this.scheduleRootCheck()
  }

  close(): void {
    this.isClosed = true
    clearTimeout(this.reportTimer)
    clearTimeout(this.pollTimer)
    clearTimeout(this.rootCheckTimer)
    for (const path of [...this.watchers.keys()]) this.unwatchFolder(path)
    this.links.close()
  }

  private async watchFolder(path: string): Promise<void> {
    const place = join(this.folder, path)
    try {
      const real = await realpath(place)
      // Last: meanwhile it may have been closed, or the folder be watched.
      if ((await this.isWalkedAnyway(path, real)) || this.isClosed || this.watchedFolders.has(real)) return
      const watcher = watch(place, { persistent: false }, (_event, name) => {
        if (name?.startsWith('.') === true) for (const link of this.links.linksIn(path)) this.addChange(link)
        this.addChange(name === null ? path : join(path, name).replaceAll('\\', '/'))
      })
      watcher.on('error', () => {
        this.unwatchFolder(path)
        this.addChange(path)
      })
      this.watchers.set(path, watcher)
      this.watchedFolders.set(real, path)
      const inside = await readdir(place, { withFileTypes: true })
      for (const entry of inside.sort((a, b) => (a.name < b.name ? -1 : 1))) {
        if (entry.name.startsWith('.') || !(entry.isDirectory() || entry.isSymbolicLink())) continue
        await this.watchPath(join(path, entry.name).replaceAll('\\', '/'))
      }
    } catch (error) {
      this.reportFailure(error)
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
  private async watchPath(path: string): Promise<void> {
    const found = await stat(join(this.folder, path)).catch(() => undefined)
    if (found?.isDirectory() === true) await this.watchFolder(path)
    else if (!this.isClosed) await this.links.watchLink(path)
  }

  private unwatchFolder(path: string): void {
    this.watchers.get(path)?.close()
    this.watchers.delete(path)
    for (const [real, one] of this.watchedFolders) if (one === path) this.watchedFolders.delete(real)
  }

  private addChange(path: string): void {
    if (this.isClosed || path.split('/').some((name) => name.startsWith('.'))) return
    if (this.changedPaths.size === 0) this.firstChangeAt = performance.now()
    this.changedPaths.add(path)
    clearTimeout(this.reportTimer)
    const left = Math.max(0, this.firstChangeAt + LONGEST_MS - performance.now())
    this.reportTimer = setTimeout(() => void this.reportChanges(), Math.min(QUIET_MS, left))
  }

  private async reportChanges(): Promise<void> {
    const paths = [...this.changedPaths]
    this.changedPaths = new Set()
    for (const path of paths) {
      // A folder that came has to be watched before it is looked at; one that is replaced, anew.
      for (const inside of [...this.watchers.keys()])
        if (
          inside !== '' &&
          (inside === path || inside.startsWith(`${path}/`)) &&
          !(await this.isThere(inside))
        )
          this.unwatchFolder(inside)
      if (path !== '' && !this.watchers.has(path)) await this.watchPath(path)
    }
    await this.observer.changed(paths.length > MOST_PATHS || paths.includes('') ? 'all' : paths)
  }

  private async isThere(path: string): Promise<boolean> {
    const real = await realpath(join(this.folder, path)).catch(() => undefined)
    return real !== undefined && this.watchedFolders.get(real) === path
  }

  private schedulePoll(milliseconds: number): void {
    if (this.isClosed) return
    this.pollTimer = setTimeout(() => void this.poll(), milliseconds).unref()
  }

  private async poll(): Promise<void> {
    const start = performance.now()
    await this.observer.changed('all')
    this.schedulePoll(Math.max(POLL.leastMs, POLL.timesAsLong * (performance.now() - start)))
  }

  private scheduleRootCheck(): void {
    if (!this.isClosed) this.rootCheckTimer = setTimeout(() => void this.checkRoot(), ROOT_CHECK_MS).unref()
  }

  /** Watches a folder that has taken the place of the one that is watched: the system has no event for that. */
  private async checkRoot(): Promise<void> {
    const root = await folderIdentity(this.folder)
    if (root !== this.root) {
      this.root = root
      for (const path of [...this.watchers.keys()]) this.unwatchFolder(path)
      if (root !== undefined) {
        await this.watchFolder('')
        this.addChange('')
      }
    }
    this.scheduleRootCheck()
  }

  private reportFailure(error: unknown): void {
    const { code } = error as NodeJS.ErrnoException
    // A folder that went away meanwhile is told by the one that it was in.
    if (code === 'ENOENT' || this.hasReportedFailure) return
    this.hasReportedFailure = true
    this.observer.watchFailed?.(error)
  }
}

/** The device and inode of a folder. */
const folderIdentity = async (folder: string): Promise<string | undefined> => {
  const found = await stat(folder, { bigint: true }).catch(() => undefined)
  return found?.isDirectory() === true ? `${found.dev} ${found.ino}` : undefined
}
