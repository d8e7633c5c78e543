import { createHash } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { join, resolve } from 'node:path'
import closeWithGrace from 'close-with-grace'
import envPaths from 'env-paths'
import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import { createApp } from './app.js'
import { checkArticleFolder } from './articles/folder/article-folder.js'
import type { ArticleProblem, Ignored, ProblemKind } from './articles/article.js'
import { mostFrequent } from './articles/folder/counts.js'
import { KNOWN_KEYS } from './articles/facts/stated-facts.js'
import { Collection } from './collection/collection.js'
import { SnapshotFile } from './collection/snapshot.js'
import type { Config } from './config.js'
import { createThreadedEngine } from './engine/threads/threaded-engine.js'
import { createLogger } from './logging.js'

/** The address cannot be listened on. */
export class ListenError extends Error {
  override readonly name = 'ListenError'
}

/** `--strict`, and an article file has a problem. */
export class StrictError extends Error {
  override readonly name = 'StrictError'
}

/** How long requests in flight may take to finish when the process is asked to stop, in milliseconds. */
const GRACE = 10_000

/**
 * The process: listens at once where there is a folder to read, so that `/health/ready` can tell the progress, reads
 * the articles, and stops on a signal when the requests in flight are answered.
 *
 * @throws {ArticleFolderError | ListenError | StrictError}
 */
export const serve = async (config: Config): Promise<void> => {
  // Before it listens: a probe that got an answer would take the service for one that starts.
  await checkArticleFolder(config.articlesDir)
  const logger = createLogger(config.logLevel)
  const dataDir = dataDirOf(config)
  if (dataDir !== undefined) logger.info({ dataDir }, 'the index is kept there for the next start')
  const snapshots = dataDir === undefined ? undefined : new SnapshotFile(dataDir)
  const collection = new Collection({ snapshots })
  const engine = createThreadedEngine(collection, {
    threads: config.threads === 'auto' ? availableParallelism() : config.threads,
    threadLost: (err) => {
      logger.error({ err }, 'a thread that searches ended; another one takes its place')
    }
  })
  const app = await createApp({ engine, logger })
  const stopping = new AbortController()
  // An empty event loop is no wish to stop: what went wrong before has set the exit status.
  closeWithGrace({ delay: GRACE, logger, skip: ['beforeExit'] }, async ({ signal, err }) => {
    stopping.abort()
    if (err) logger.fatal({ err }, 'stopping after an error')
    else logger.info({ signal }, 'stopping')
    await app.close()
    await engine.close()
  })
  await listen(app, config)
  try {
    await load(collection, config, logger)
  } catch (error) {
    // Who stops the service ends the loading too; that is no fault.
    if (stopping.signal.aborted) return
    await app.close()
    throw error
  }
}

/**
 * Where the index is kept: a folder in the user's cache, by the articles' folder, unless the settings say another,
 * or none.
 */
const dataDirOf = ({ dataDir, articlesDir }: Config): string | undefined => {
  if (dataDir === 'none') return undefined
  if (dataDir !== 'auto') return dataDir
  const name = createHash('sha256').update(resolve(articlesDir)).digest('base64url').slice(0, 16)
  return join(envPaths('nyhetssok', { suffix: '' }).cache, name)
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

/** How many kinds of files, or keys, are named in the log. */
const NAMED = 20

/** What the log says of a problem. */
const OUTCOMES: Readonly<Record<ProblemKind | 'left-out', string>> = {
  'left-out': 'left out',
  fact: 'read without a fact',
  changed: 'read otherwise than it says',
  withheld: 'not to be shown now',
  'no-article': 'no article'
}

const logIgnored = ({ files, keys }: Ignored, logger: FastifyBaseLogger): void => {
  if (files.size > 0) logger.info({ files: mostFrequent(files, NAMED) }, 'ignored files of other kinds')
  if (keys.size > 0)
    logger.info(
      { keys: mostFrequent(keys, NAMED) },
      `ignored keys of front matter or records; known are ${KNOWN_KEYS.join(', ')}, ` +
        'and what fields.yaml in the folder names'
    )
}

const load = async (collection: Collection, config: Config, logger: FastifyBaseLogger): Promise<void> => {
  const start = performance.now()
  let isReady = false
  await collection.load(config.articlesDir, {
    problem: (problem) => {
      logger[isFault(problem) ? 'warn' : 'info'](problem, OUTCOMES[problem.kind ?? 'left-out'])
    },
    indexed: () => {
      logIgnored(collection.ignored, logger)
      if (config.strict) refuseProblems(collection.problems)
    },
    snapshotRead: () => {
      logger.info('the articles are as they were, so the index that was kept is read')
    },
    snapshotWritten: () => {
      logger.info('the index is kept for the next start')
    },
    snapshotFailed: (err) => {
      logger.warn({ err }, 'the snapshot cannot be used or written; the service goes on without')
    },
    namesFailed: (err) => {
      logger.error({ err }, 'reading names and quotes failed; the articles are served without')
    },
    serving: ({ name, statistics, annotations }) => {
      const facts = {
        articles: statistics.articles,
        ...(annotations && { entities: annotations.entities.size }),
        problems: collection.problems.length,
        seconds: Math.round((performance.now() - start) / 10) / 100,
        generation: name
      }
      logger.info(facts, isReady ? 'names and quotes are read' : 'ready')
      isReady = true
    }
  })
}

/** A draft is no fault of its file, nor is a file that holds no article. */
const isFault = ({ kind }: ArticleProblem): boolean => kind !== 'withheld' && kind !== 'no-article'

/** @throws {StrictError} */
const refuseProblems = (problems: readonly ArticleProblem[]): void => {
  const [first, ...others] = problems.filter(isFault)
  if (first === undefined) return
  const place = `${first.file}${first.line === undefined ? '' : `, line ${first.line}`}`
  const count =
    others.length === 0
      ? '1 article file or record has'
      : `${others.length + 1} article files or records have`
  throw new StrictError(`${count} a problem, the first: ${place}: ${first.reason}`)
}
