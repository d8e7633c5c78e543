import { readFileSync } from 'node:fs'
import { ConfigError, type Config } from './config.js'
import type { OpenSearchEngineOptions } from './engine/opensearch/opensearch-engine.js'

/**
 * How the configured cluster is spoken to.
 *
 * @throws {ConfigError} where a file cannot be read, or a password has no user
 */
export const clusterOptions = (config: Config): Omit<OpenSearchEngineOptions, 'changed'> => {
  const { openSearchUser: user, openSearchPasswordFile: passwordFile, openSearchCaFile: caFile } = config
  const password =
    passwordFile === ''
      ? config.openSearchPassword
      : readSetting('OPENSEARCH_PASSWORD_FILE', passwordFile).trimEnd()
  if (user === '' && password !== '')
    throw new ConfigError('OPENSEARCH_PASSWORD (or its file) is set, and OPENSEARCH_USER is not.')
  return {
    urls: config.openSearchUrl,
    prefix: config.openSearchPrefix,
    memoryBytes: config.openSearchMemoryMB * 2 ** 20,
    ...(user !== '' && { user, password }),
    ...(caFile !== '' && { ca: readSetting('OPENSEARCH_CA_FILE', caFile) })
  }
}

const readSetting = (name: string, file: string): string => {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new ConfigError(`${name} cannot be read: ${(error as Error).message}`)
  }
}
