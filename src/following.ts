import type { Logger } from 'pino'
import type { Collection } from './collection/collection.js'
import { FolderWatcher } from './collection/folder-watcher.js'
import type { Config } from './config.js'

/**
 * Keeps a collection as its folder is: where that is watched, whenever something changes in it, and on SIGHUP.
 *
 * @returns ends that
 */
export const followFolder = async (
  collection: Collection,
  { articlesDir, watch }: Pick<Config, 'articlesDir' | 'watch'>,
  logger: Logger
): Promise<() => void> => {
  const refresh = (paths: readonly string[] | 'all'): Promise<void> =>
    collection.refresh(paths).catch((err: unknown) => {
      logger.warn({ err }, 'the folder could not be looked at; what was read before is served')
    })
  const watcher = new FolderWatcher(articlesDir, {
    changed: refresh,
    unwatched: (err) => {
      logger.warn({ err }, 'not all of the folder can be watched; it is looked at from time to time')
    }
  })
  const lookAtAll = (): void => {
    logger.info('looking at the whole folder, as SIGHUP asks for')
    void refresh('all')
  }
  process.on('SIGHUP', lookAtAll)
  if (watch) await watcher.start()
  return () => {
    process.off('SIGHUP', lookAtAll)
    watcher.close()
  }
}
