import { availableParallelism } from 'node:os'
import closeWithGrace from 'close-with-grace'
import type { Logger } from 'pino'
import { startAlerts } from './alerting.js'
import { createApp } from './app.js'
import { checkArticleFolder } from './articles/folder/article-folder.js'
import { CollectionThread } from './collection/collection-thread.js'
import { DataLockedError, lockData } from './collection/data-lock.js'
import { UserError } from './user-error.js'
import type { Config } from './config.js'
import { dataDirOf } from './data-dir.js'
import { ApiKeys } from './api-keys.js'
import { createThreadedEngine } from './engine/threads/threaded-engine.js'
import { followFolder } from './following.js'
import { addressOf, GRACE, listen, logLines } from './listening.js'
import { newsLogger } from './collection-log.js'
import { createLogger, warnOfShortKeys } from './logging.js'
import { banner, summary, Terminal } from './terminal.js'

/**
 * The process: listens at once where there is a folder to read, so that `/health/ready` can tell the progress, reads
 * the articles, and stops on a signal when the requests in flight are answered.
 *
 * @throws {UserError} where the folder cannot be read or is refused, another process has the index, or it cannot listen
 */
export const serve = async (config: Config): Promise<void> => {
  if (config.engine === 'embedded') return serveFolder(config)
  // The client of OpenSearch takes a tenth of a second to load.
  const { serveCluster } = await import('./serve-cluster.js')
  return serveCluster(config)
}

const serveFolder = async (config: Config): Promise<void> => {
  // Before it listens: a probe that got an answer would take the service for one that starts.
  await checkArticleFolder(config.articlesDir)
  const terminal = process.stdout.isTTY ? new Terminal(process.stdout) : undefined
  const logger = createLogger(config.logLevel, logLines(config, terminal))
  const { dataDir, unlock } = await openData(config, logger)
  const collection = new CollectionThread(
    { folder: config.articlesDir, dataDir, isStrict: config.strict },
    newsLogger(config, logger)
  )
  const engine = createThreadedEngine(collection, {
    threads: config.threads === 'auto' ? availableParallelism() : config.threads,
    threadLost: (err) => {
      logger.error({ err }, 'a thread that searches ended; another one takes its place')
    }
  })
  const alerts = await startAlerts(config, { engine, isAlone: dataDir !== undefined, logger })
  const keys = new ApiKeys(config.apiKeys)
  warnOfShortKeys(keys, logger)
  const app = await createApp({ engine, logger, settings: config, keys, ...(alerts && { alerts }) })
  const stopping = new AbortController()
  // Before the articles are read, so that no change is missed.
  const endFollowing = await followFolder(collection, config, logger)
  // An empty event loop is no wish to stop: what went wrong before has set the exit status.
  closeWithGrace({ delay: GRACE, logger, skip: ['beforeExit', 'SIGHUP'] }, async ({ signal, err }) => {
    stopping.abort()
    terminal?.stopProgress()
    endFollowing()
    if (err) logger.fatal({ err }, 'stopping after an error')
    else logger.info({ signal }, 'stopping')
    await app.close()
    await alerts?.close()
    await engine.close()
    await unlock()
  })
  try {
    await listen(app, config)
  } catch (error) {
    endFollowing()
    await unlock()
    throw error
  }
  terminal?.print(banner({ address: addressOf(app), folder: config.articlesDir }))
  terminal?.showProgress(() => engine.status)
  try {
    await collection.load()
  } catch (error) {
    terminal?.stopProgress()
    // Who stops the service ends the loading too; that is no fault.
    if (stopping.signal.aborted) return
    endFollowing()
    await app.close()
    await unlock()
    throw error
  }
  terminal?.stopProgress()
  terminal?.print(summary(engine.status, config.articlesDir))
}

interface OpenData {
  /** Absent: nothing is kept. */
  readonly dataDir?: string
  readonly unlock: () => Promise<void>
}

const NO_DATA: OpenData = { unlock: () => Promise.resolve() }

/**
 * Makes the folder where the index is kept this process's own. The one in the cache is done without where another
 * process has it, or it cannot be written.
 *
 * @throws {DataLockedError} where another process has the one that is asked for
 */
const openData = async (config: Config, logger: Logger): Promise<OpenData> => {
  const dataDir = dataDirOf(config)
  if (dataDir === undefined) return NO_DATA
  try {
    const unlock = await lockData(dataDir, {
      waiting: (holder) => {
        logger.info({ dataDir, holder }, 'another machine may have the index; it is watched for some seconds')
      }
    })
    logger.info({ dataDir }, 'the index is kept there for the next start')
    return { dataDir, unlock }
  } catch (err) {
    if (config.dataDir !== 'auto' && err instanceof DataLockedError) throw err
    if (err instanceof UserError) logger.warn(`no index is kept for the next start: ${err.message}`)
    else logger.warn({ err }, 'no index is kept for the next start')
    return NO_DATA
  }
}
