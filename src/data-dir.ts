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
  const name = createHash('sha256').update(resolve(articlesDir)).digest('base64url').slice(0, 16)
  return join(envPaths('nyhetssok', { suffix: '' }).cache, name)
}
