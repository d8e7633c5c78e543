import type { Logger } from 'pino'
import { logFailure } from './collection-log.js'
import type { CollectionThread } from './collection/collection-thread.js'
import type { Config } from './config.js'

/**
 * Keeps a collection as its folder is: where that is watched, whenever something changes in it, and on SIGHUP.
 *
 * @returns ends the latter; the watching ends with the collection
 */
export const followFolder = async (
  collection: Pick<CollectionThread, 'refresh' | 'watch'>,
  { watch }: Pick<Config, 'watch'>,
  logger: Logger
): Promise<() => void> => {
  const lookAtAll = (): void => {
    logger.info('looking at the whole folder, as SIGHUP asks for')
    collection.refresh().catch((error: unknown) => {
      logFailure(logger, 'refresh', error)
    })
  }
  process.on('SIGHUP', lookAtAll)
  if (watch) await collection.watch()
  return () => {
    process.off('SIGHUP', lookAtAll)
  }
}
