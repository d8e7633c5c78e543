import type { AddressInfo } from 'node:net'
import { availableParallelism } from 'node:os'
import closeWithGrace from 'close-with-grace'
import type { FastifyInstance } from 'fastify'
import type { DestinationStream, Logger } from 'pino'
import { startAlerts } from './alerting.js'
import { loadModels } from './analysis/models.js'
import { createApp } from './app.js'
import { checkArticleFolder } from './articles/folder/article-folder.js'
import { Collection } from './collection/collection.js'
import { DataLockedError, lockData } from './collection/data-lock.js'
import { SnapshotFile } from './collection/snapshot.js'
import { clusterOptions } from './cluster-options.js'
import type { Config } from './config.js'
import { dataDirOf } from './data-dir.js'
import { ApiKeys } from './http/keys.js'
import { OpenSearchEngine } from './engine/opensearch/opensearch-engine.js'
import { createThreadedEngine } from './engine/threads/threaded-engine.js'
import { followFolder } from './following.js'
import { loadArticles } from './loading.js'
import { createLogger } from './logging.js'
import { readableLines } from './readable-log.js'
import { banner, summary, Terminal } from './terminal.js'

/** The address cannot be listened on. */
export class ListenError extends Error {
  override readonly name = 'ListenError'
}

/** How long requests in flight may take to finish when the process is asked to stop, in milliseconds. */
const GRACE = 10_000

/**
 * The process: listens at once where there is a folder to read, so that `/health/ready` can tell the progress, reads
 * the articles, and stops on a signal when the requests in flight are answered.
 *
 * @throws {ArticleFolderError | DataLockedError | ListenError | StrictError}
 */
export const serve = (config: Config): Promise<void> =>
  config.engine === 'opensearch' ? serveCluster(config) : serveFolder(config)

/** Listens whether or not the cluster can be asked; `/health/ready` tells. */
const serveCluster = async (config: Config): Promise<void> => {
  const options = clusterOptions(config)
  loadModels()
  const terminal = process.stdout.isTTY ? new Terminal(process.stdout) : undefined
  const logger = createLogger(config.logLevel, logLines(config, terminal))
  if (config.apiKeys.length > 0)
    logger.warn('API_KEYS is set, and nothing can be written here: `nyhetssok index` writes to the cluster')
  const engine = await OpenSearchEngine.start({
    ...options,
    changed: (fault) => {
      if (fault === undefined) logger.info({ generation: engine.generation }, 'the cluster answers')
      else logger.error({ fault }, 'the cluster does not answer; it is asked again every second')
    }
  })
  const app = await createApp({ engine, logger, settings: config })
  closeWithGrace({ delay: GRACE, logger, skip: ['beforeExit', 'SIGHUP'] }, async ({ signal, err }) => {
    if (err) logger.fatal({ err }, 'stopping after an error')
    else logger.info({ signal }, 'stopping')
    await app.close()
    await engine.close()
  })
  await listen(app, config)
  terminal?.print(banner({ address: addressOf(app), folder: config.openSearchUrl.join(', ') }))
}

const serveFolder = async (config: Config): Promise<void> => {
  // Before it listens: a probe that got an answer would take the service for one that starts.
  await checkArticleFolder(config.articlesDir)
  // Before anybody asks: reading the models takes a while, and nothing else goes on meanwhile.
  loadModels()
  const terminal = process.stdout.isTTY ? new Terminal(process.stdout) : undefined
  const logger = createLogger(config.logLevel, logLines(config, terminal))
  const { dataDir, unlock } = await openData(config, logger)
  const snapshots = dataDir === undefined ? undefined : new SnapshotFile(dataDir)
  const collection = new Collection({ snapshots })
  const engine = createThreadedEngine(collection, {
    threads: config.threads === 'auto' ? availableParallelism() : config.threads,
    threadLost: (err) => {
      logger.error({ err }, 'a thread that searches ended; another one takes its place')
    }
  })
  const alerts = await startAlerts(config, { engine, dataDir, logger })
  const keys = new ApiKeys(config.apiKeys)
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
    await loadArticles(collection, config, logger)
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
    logger.warn({ err }, 'no index is kept for the next start')
    return NO_DATA
  }
}

/** Where the log goes: as JSON to standard output, or for a person, who may be at a terminal. */
const logLines = ({ logFormat }: Config, terminal: Terminal | undefined): DestinationStream | undefined => {
  const isReadable = logFormat === 'pretty' || (logFormat === 'auto' && terminal !== undefined)
  if (!isReadable) return undefined
  const print = (text: string): void => {
    if (terminal === undefined) process.stdout.write(text)
    else terminal.print(text)
  }
  return readableLines(print, terminal !== undefined && process.stdout.hasColors())
}

/** One that a browser on this machine can open. */
const addressOf = ({ server }: FastifyInstance): string => {
  const { address, family, port } = server.address() as AddressInfo
  if (address === '0.0.0.0' || address === '::') return `http://localhost:${port}`
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`
}

const listen = async (app: FastifyInstance, { host, port }: Config): Promise<void> => {
  try {
    await app.listen({ host, port })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    await app.close()
    const reason =
      code === 'EADDRINUSE' ? 'it is in use; choose another with --port or PORT' : (error as Error).message
    throw new ListenError(`Cannot listen on ${host}, port ${port}: ${reason}.`)
  }
}
