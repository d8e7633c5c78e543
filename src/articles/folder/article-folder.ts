import { opendir, readdir, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { ArticleProblem } from '../article.js'
import { articleFile, NAMES_FILE, otherKind, RULES_FILE, type ArticleFile } from './article-file.js'
import { countIn, type Counts } from './counts.js'
import { readFailure } from './read-failure.js'

/** The article folder itself cannot be read, so there is nothing to serve. The message says how to mend it. */
export class ArticleFolderError extends Error {
  override readonly name = 'ArticleFolderError'

  constructor(
    readonly folder: string,
    wrong: string,
    options?: ErrorOptions
  ) {
    super(`The article folder "${folder}" ${wrong}.`, options)
  }
}

export interface FolderListing {
  /** Sorted by path, by code unit. */
  readonly files: readonly ArticleFile[]
  /** Folders inside that cannot be read. */
  readonly problems: readonly ArticleProblem[]
  /** How many files of each other kind there are, by their extension. */
  readonly ignored: Counts
}

/**
 * Every article file in the folder and the folders inside it. Names with a leading dot are left out.
 *
 * Symbolic links are followed. A folder that can be reached in two ways is listed once, by the way whose path
 * sorts first; so a link to a folder above it ends there.
 *
 * @throws {ArticleFolderError} where `folder` is missing, is not a folder or cannot be read.
 */
export const listArticleFiles = async (folder: string): Promise<FolderListing> => {
  await checkArticleFolder(folder)
  const files: ArticleFile[] = []
  const problems: ArticleProblem[] = []
  const ignored = new Map<string, number>()
  const seen = new Set<string>()

  const walk = async (inside: string): Promise<void> => {
    const real = await realpath(join(folder, inside))
    if (seen.has(real)) return
    seen.add(real)
    for (const entry of await entriesOf(folder, inside)) {
      if (entry.kind === 'folder') await walk(entry.path).catch(report(entry.path))
      else addFile(entry)
    }
  }

  const addFile = ({ path, kind }: Entry): void => {
    const file = kind === 'file' ? articleFile(path) : undefined
    if (file) files.push(file)
    else if (path !== RULES_FILE && path !== NAMES_FILE)
      countIn(ignored, kind === 'file' ? otherKind(path) : 'pipe, socket or device')
  }

  const report = (path: string) => (error: unknown) => {
    problems.push({ file: path, reason: readFailure(error, 'folder') })
  }

  await walk('').catch((error: unknown) => {
    throw new ArticleFolderError(folder, whyUnreadable(error), { cause: error })
  })
  // `a.txt` sorts before `a/b.txt` though the walk meets the folder `a` first.
  files.sort((a, b) => (a.path < b.path ? -1 : 1))
  return { files, problems, ignored }
}

/** @throws {ArticleFolderError} as `listArticleFiles` does, without reading what is in it */
export const checkArticleFolder = async (folder: string): Promise<void> => {
  try {
    await (await opendir(folder)).close()
  } catch (error) {
    throw new ArticleFolderError(folder, whyUnreadable(error), { cause: error })
  }
}

const whyUnreadable = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT') return 'does not exist: create it, or name another one'
  if (code === 'ENOTDIR') return 'is not a folder: name the folder that the articles are in'
  return `cannot be read: ${readFailure(error, 'folder')}`
}

interface Entry {
  readonly path: string
  readonly kind: 'file' | 'folder' | 'other'
}

const entriesOf = async (folder: string, inside: string): Promise<Entry[]> => {
  const names = (await readdir(join(folder, inside))).filter((name) => !name.startsWith('.')).sort()
  return Promise.all(
    names.map(async (name) => {
      const path = inside === '' ? name : `${inside}/${name}`
      return { path, kind: await kindOf(join(folder, path)) }
    })
  )
}

/** A pipe or a device is `other`: to read it might never end. */
const kindOf = async (path: string): Promise<Entry['kind']> => {
  // What cannot be looked at (a broken link) is passed on as a file, and its reader then says why.
  const found = await stat(path).catch(() => undefined)
  if (!found || found.isFile()) return 'file'
  return found.isDirectory() ? 'folder' : 'other'
}
