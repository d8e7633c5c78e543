import { opendir } from 'node:fs/promises'
import type { ArticleProblem } from '../article.js'
import { articleFile, NAMES_FILE, otherKind, RULES_FILE, type ArticleFile } from './article-file.js'
import { countIn, type Counts } from './counts.js'
import { readFailure } from './read-failure.js'
import { walkFolder, type FolderEntry } from './walk-folder.js'

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
 * Every article file in the folder and the folders inside it, as `walkFolder` meets them.
 *
 * @throws {ArticleFolderError} where `folder` is missing, is not a folder or cannot be read.
 */
export const listArticleFiles = async (folder: string): Promise<FolderListing> => {
  await checkArticleFolder(folder)
  const entries = await walkFolder(folder).catch((error: unknown) => {
    throw new ArticleFolderError(folder, whyUnreadable(error), { cause: error })
  })
  return sortOut(entries)
}

/** Parts the files that hold articles from all else that is in a folder. */
export const sortOut = (entries: readonly FolderEntry[]): FolderListing => {
  const files: ArticleFile[] = []
  const problems: ArticleProblem[] = []
  const ignored = new Map<string, number>()
  for (const { path, kind, error } of entries) {
    const file = kind === 'file' ? articleFile(path) : undefined
    if (file) files.push(file)
    else if (kind === 'unreadable-folder') problems.push({ file: path, reason: readFailure(error, 'folder') })
    else if (path !== RULES_FILE && path !== NAMES_FILE)
      countIn(ignored, kind === 'file' ? otherKind(path) : 'pipe, socket or device')
  }
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
