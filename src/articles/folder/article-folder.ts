import { opendir } from 'node:fs/promises'
import { UserError } from '../../user-error.js'
import type { ArticleProblem } from '../article.js'
import {
  articleFile,
  NAMES_FILE,
  otherKind,
  RULES_FILE,
  sidecarPaths,
  type ArticleFile
} from './article-file.js'
import { countIn, type Counts } from './counts.js'
import { readFailure } from './read-failure.js'
import { walkFolder, type FolderEntry, type WalkOptions } from './walk-folder.js'

/** The article folder itself cannot be read, so there is nothing to serve. The message says how to fix it. */
export class ArticleFolderError extends UserError {
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
  /** Folders inside that cannot be read, or are read by another way. */
  readonly problems: readonly ArticleProblem[]
  /** How many files of each other kind there are, by their extension. */
  readonly ignored: Counts
}

/**
 * Every article file in the folder and the folders inside it, as `walkFolder` meets them.
 *
 * @throws {ArticleFolderError} where `folder` is missing, is not a folder or cannot be read.
 */
export const listArticleFiles = async (folder: string): Promise<FolderListing> =>
  sortOut(await walkArticleFolder(folder, { isAlone: true }))

/** @throws {ArticleFolderError} as `listArticleFiles` does */
export const walkArticleFolder = async (
  folder: string,
  options: WalkOptions = {}
): Promise<readonly FolderEntry[]> => {
  await checkArticleFolder(folder)
  return walkFolder(folder, options).catch((error: unknown) => {
    throw new ArticleFolderError(folder, whyUnreadable(error), { cause: error })
  })
}

const OTHERS = { other: 'pipe, socket or device', packages: 'node_modules', hidden: 'leading dot' } as const

const KNOWN_FOLDER =
  'The link leads to a folder that it is in, or to one that is read without it, so it is passed over'

/** Parts the files that hold articles from all else that is in a folder. */
export const sortOut = (entries: readonly FolderEntry[]): FolderListing => {
  const files: ArticleFile[] = []
  const problems: ArticleProblem[] = []
  const others = new Set<string>()
  const ignored = new Map<string, number>()
  for (const { path, kind, error, state } of entries) {
    const file = kind === 'file' ? articleFile(path, state?.size) : undefined
    if (file) files.push(file)
    else if (kind === 'unreadable-folder') problems.push({ file: path, reason: readFailure(error, 'folder') })
    else if (kind === 'known-folder') problems.push({ file: path, kind: 'no-article', reason: KNOWN_FOLDER })
    else if (kind !== 'file') countIn(ignored, OTHERS[kind])
    else if (path !== RULES_FILE && path !== NAMES_FILE) others.add(path)
  }
  const withSidecars = files.map((file) => withSidecar(file, others))
  for (const { sidecar = '' } of withSidecars) others.delete(sidecar)
  for (const path of others) countIn(ignored, otherKind(path))
  return { files: withSidecars, problems, ignored }
}

const withSidecar = (file: ArticleFile, others: ReadonlySet<string>): ArticleFile => {
  const sidecar = sidecarPaths(file).find((path) => others.has(path))
  return sidecar === undefined ? file : { ...file, sidecar }
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
