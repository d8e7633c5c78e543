import { watch, type FSWatcher } from 'node:fs'
import { lstat, realpath } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** Folders beyond these are not watched: what changes there is seen when all is looked at. */
const MOST_FOLDERS = 500

interface TargetFolder {
  readonly watcher: FSWatcher
  /** By the name of a file there: the links that lead to it. */
  readonly links: Map<string, Set<string>>
}

/**
 * Watches the files that symbolic links in a folder lead to, by the folders that these are in: the system tells a
 * folder nothing of what its links lead to.
 */
export class LinkTargets {
  /** By real path. */
  private readonly folders = new Map<string, TargetFolder>()
  /** By link: the real path of its file. */
  private readonly targets = new Map<string, string>()
  private isClosed = false

  /** @param changed is told a link, relative to the folder, whose file may have changed */
  constructor(
    private readonly folder: string,
    private readonly changed: (link: string) => void
  ) {}

  /** Watches what is at a path if it is a link, from now on where it leads now. @param path relative, with `/` */
  async watchLink(path: string): Promise<void> {
    const target = await this.targetOf(path)
    if (this.isClosed || target === this.targets.get(path)) return
    this.removeLink(path)
    if (target !== undefined) this.addLink(path, target)
  }

  /** Links in a folder: one of them may lead through a hidden name there, which was replaced. */
  linksIn(folder: string): readonly string[] {
    return [...this.targets.keys()].filter((link) => dirname(link) === (folder === '' ? '.' : folder))
  }

  close(): void {
    this.isClosed = true
    for (const { watcher } of this.folders.values()) watcher.close()
    this.folders.clear()
    this.targets.clear()
  }

  private async targetOf(path: string): Promise<string | undefined> {
    const place = join(this.folder, path)
    const found = await lstat(place).catch(() => undefined)
    return found?.isSymbolicLink() === true ? realpath(place).catch(() => undefined) : undefined
  }

  private addLink(link: string, target: string): void {
    const folder = dirname(target)
    const known = this.folders.get(folder)
    if (known === undefined && this.folders.size === MOST_FOLDERS) return
    try {
      const { links } = known ?? this.watchFolder(folder)
      const name = basename(target)
      links.set(name, (links.get(name) ?? new Set()).add(link))
      this.targets.set(link, target)
    } catch {
      // It went away meanwhile, or nothing there can be watched: it is seen when all is looked at.
    }
  }

  private watchFolder(folder: string): TargetFolder {
    const links = new Map<string, Set<string>>()
    const watcher = watch(folder, { persistent: false }, (_event, name) => {
      const changed = name === null ? [...links.values()] : [links.get(name) ?? []]
      for (const each of changed) for (const link of each) this.changed(link)
    })
    watcher.on('error', () => {
      for (const each of links.values())
        for (const link of each) {
          this.removeLink(link)
          this.changed(link)
        }
    })
    const found = { watcher, links }
    this.folders.set(folder, found)
    return found
  }

  private removeLink(link: string): void {
    const target = this.targets.get(link)
    if (target === undefined) return
    this.targets.delete(link)
    const folder = this.folders.get(dirname(target))
    const links = folder?.links.get(basename(target))
    links?.delete(link)
    if (links?.size === 0) folder!.links.delete(basename(target))
    if (folder?.links.size !== 0) return
    folder.watcher.close()
    this.folders.delete(dirname(target))
  }
}
