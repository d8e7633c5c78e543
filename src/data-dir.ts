import { createHash } from 'node:crypto'
import { join, resolve } from 'node:path'
import envPaths from 'env-paths'
import type { Config } from './config.js'

/**
 * Where the index is kept: a folder in the user's cache, by the articles' folder, unless the settings say another,
 * or none.
 */
export const dataDirOf = ({
  dataDir,
  articlesDir
}: Pick<Config, 'dataDir' | 'articlesDir'>): string | undefined => {
  if (dataDir === 'none') return undefined
  if (dataDir !== 'auto') return dataDir
  return join(USER_FOLDERS.cache, nameOf(articlesDir))
}

/**
 * Where alerts are kept, which cannot be made again as an index can: in the folder that the settings name, else in the
 * user's data, as systems clear a cache.
 */
export const alertsDirOf = ({
  dataDir,
  articlesDir
}: Pick<Config, 'dataDir' | 'articlesDir'>): string | undefined => {
  if (dataDir === 'none') return undefined
  return dataDir === 'auto' ? join(USER_FOLDERS.data, nameOf(articlesDir), 'alerts') : join(dataDir, 'alerts')
}

const USER_FOLDERS = envPaths('nyhetssok', { suffix: '' })

/** A name for what is kept of a folder of articles. */
const nameOf = (articlesDir: string): string =>
  createHash('sha256').update(resolve(articlesDir)).digest('base64url').slice(0, 16)
