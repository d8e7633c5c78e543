import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { ArticleProblem } from '../articles/article.js'
import type { FactNames } from '../articles/facts/fact-names.js'
import { readOwnNames } from '../articles/facts/own-names.js'
import { articleFile, NAMES_FILE, sidecarPaths, type ArticleFile } from '../articles/folder/article-file.js'
import { sortOut, walkArticleFolder } from '../articles/folder/article-folder.js'
import type { Counts } from '../articles/folder/counts.js'
import { walkFolder, type FolderEntry, type WalkOptions } from '../articles/folder/walk-folder.js'
import { EXTENSIONS } from '../articles/formats/format-names.js'
import type { FileContents } from '../articles/read-file.js'
import { readFiles } from '../articles/read-files.js'
import { isWritten, readWritten, writtenFirst, type WrittenFile } from './written-articles.js'

/** An article file with what tells that it has changed. */
export interface SeenFile {
  readonly file: ArticleFile
  /** The same as long as neither it nor the file of facts beside it is written, replaced or renamed. */
  readonly state: string
  /** Where it was written over HTTP. */
  readonly written?: WrittenFile | undefined
}

/** A file with what is in it: nothing where it says that an article is deleted. */
export interface SeenContents extends Pick<FileContents, 'events'> {
  readonly seen: SeenFile
}

/** What is in a folder, or in a part of it. */
export interface SeenFiles {
  /** By path. */
  readonly files: ReadonlyMap<string, SeenFile>
  /** What was looked at: all, or these paths with all that is below them. */
  readonly within: 'all' | readonly string[]
  /** Folders that cannot be read, or are read by another way. */
  readonly problems: readonly ArticleProblem[]
  /** Where all is looked at: files of other kinds. */
  readonly ignored: Counts
}

/** Of a source without files. */
export const NO_FILES: SeenFiles = { files: new Map(), within: 'all', problems: [], ignored: new Map() }

/** The files of a folder, looked at as a whole or a few at a time, and read one by one. */
export class FolderFiles {
  private names: FactNames | undefined
  /** By which way each folder was walked last. */
  private ways = new Map<string, string>()

  constructor(readonly folder: string) {}

  /** @throws {ArticleFolderError} where the folder cannot be read */
  async all(options: WalkOptions = {}): Promise<SeenFiles> {
    this.ways = new Map()
    const entries = await walkArticleFolder(this.folder, { ...options, ways: this.ways })
    const { problems, ignored } = sortOut(entries)
    return { files: await this.withWritten(seen(entries)), within: 'all', problems, ignored }
  }

  /** What is at some paths now, and below those that are folders. @param paths relative, with `/` */
  async at(paths: readonly string[]): Promise<SeenFiles> {
    const within = [...new Set(paths.flatMap(withOwners))]
    const entries = new Map<string, FolderEntry>()
    for (const path of within) for (const entry of await this.entriesAt(path)) entries.set(entry.path, entry)
    for (const { path } of [...entries.values()])
      for (const sidecar of sidecarsOf(path))
        if (!entries.has(sidecar))
          for (const entry of await this.entriesAt(sidecar)) entries.set(entry.path, entry)
    const { problems } = sortOut([...entries.values()])
    const files = await this.withWritten(seen([...entries.values()]))
    return { files, within, problems, ignored: new Map() }
  }

  /** Reads files in their order, each to its end before the next one. */
  async *read(seen: readonly SeenFile[]): AsyncGenerator<SeenContents, void> {
    this.names ??= (await readOwnNames(this.folder)).names
    const { folder, names } = this
    const files = seen.filter(({ written }) => written?.isDeleted !== true).map(({ file }) => file)
    const contents = readFiles({ folder, files, names }, { besideAnalysis: true })
    try {
      for (const each of seen) {
        const next = each.written?.isDeleted === true ? undefined : await contents.next()
        yield { seen: each, events: next === undefined || next.done === true ? [] : next.value.events }
      }
    } finally {
      await contents.return()
    }
  }

  /** Names what all files are read by. */
  async namesState(): Promise<string> {
    this.names = undefined
    const found = await stat(join(this.folder, NAMES_FILE), { bigint: true }).catch(() => undefined)
    return found === undefined ? 'none' : `${found.size} ${found.mtimeNs} ${found.ctimeNs}`
  }

  /** In the order in which they are to be read. */
  private async withWritten(files: ReadonlyMap<string, SeenFile>): Promise<Map<string, SeenFile>> {
    if (![...files.keys()].some(isWritten)) return new Map(files)
    const all = new Map<string, SeenFile>()
    for (const path of [...files.keys()].sort(writtenFirst)) {
      const file = files.get(path)!
      all.set(path, isWritten(path) ? { ...file, written: await readWritten(this.folder, path) } : file)
    }
    return all
  }

  private async entriesAt(path: string): Promise<readonly FolderEntry[]> {
    const found = await stat(join(this.folder, path), { bigint: true }).catch(() => undefined)
    if (found === undefined) return []
    if (found.isDirectory()) {
      try {
        return await walkFolder(this.folder, { at: path, ways: this.ways })
      } catch (error) {
        return [{ path, kind: 'unreadable-folder', error }]
      }
    }
    const { size, mtimeNs, ctimeNs, ino } = found
    const state = { size: Number(size), mtimeNs, ctimeNs, inode: ino }
    return [{ path, kind: found.isFile() ? 'file' : 'other', state }]
  }
}

const sidecarsOf = (path: string): readonly string[] => {
  const file = articleFile(path)
  return file === undefined ? [] : sidecarPaths(file)
}

/** A path, and the article files whose facts it may state: `leder.yaml` → `leder.txt`, `leder.md` … */
const withOwners = (path: string): readonly string[] => {
  const name = /^(.+)\.ya?ml$/i.exec(path)?.[1]
  if (name === undefined) return [path]
  return [path, ...EXTENSIONS.flatMap((extension) => [`${name}.${extension}`, `${name}.${extension}.gz`])]
}

const seen = (entries: readonly FolderEntry[]): Map<string, SeenFile> => {
  const states = new Map(entries.map(({ path, state }) => [path, stateText(state)]))
  const { files } = sortOut(entries)
  return new Map(
    files.map((file) => [
      file.path,
      {
        file,
        state:
          states.get(file.path)! + (file.sidecar === undefined ? '' : ` + ${states.get(file.sidecar) ?? ''}`)
      }
    ])
  )
}

const stateText = (state: FolderEntry['state']): string => {
  if (state === undefined) return 'none'
  const { size, mtimeNs, ctimeNs, inode } = state
  const text = `${size} ${mtimeNs} ${ctimeNs} ${inode}`
  return isUnsettled(state) ? `${text} as of ${Date.now()}` : text
}

/** Of times, in nanoseconds. */
const SECOND = 1_000_000_000n
/** Systems that tell times in seconds tell even ones only, at worst. */
const UNSETTLED_MS = 2500

/** Where times are told in whole seconds, what was written in this one may change again and look the same. */
const isUnsettled = ({ mtimeNs, ctimeNs }: NonNullable<FolderEntry['state']>): boolean =>
  mtimeNs % SECOND === 0n &&
  ctimeNs % SECOND === 0n &&
  Math.abs(Date.now() - Number(ctimeNs / 1_000_000n)) < UNSETTLED_MS
