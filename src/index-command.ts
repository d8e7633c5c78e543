import { problemReport } from './check.js'
import { Collection } from './collection/collection.js'
import { lockData } from './collection/data-lock.js'
import { SnapshotFile } from './collection/snapshot.js'
import { ConfigError, type Config } from './config.js'
import { dataDirOf } from './data-dir.js'
import { isFault } from './collection/strict.js'
import { UserError } from './user-error.js'
import { Terminal } from './terminal.js'

/** The index cannot be kept, or the cluster does not take the articles. */
export class IndexError extends UserError {
  override readonly name = 'IndexError'
}

/** What was indexed. */
export interface IndexReport {
  /** For a person: what was read, what not and why, and where the index is. */
  readonly text: string
  /** Whether `--strict` would serve the folder. */
  readonly isGood: boolean
}

/**
 * Reads a folder as `serve` would and keeps the index, so that the next start is ready in seconds. An index that is
 * there already is brought up to date.
 *
 * @throws {ConfigError} where `DATA_DIR` is `none`
 * @throws {ArticleFolderError} where the folder cannot be read at all
 * @throws {DataLockedError | DataFolderError} where another process has the folder of the index, or nobody may write it
 * @throws {IndexError} where the index cannot be kept
 */
export const indexFolder = async (config: Pick<Config, 'articlesDir' | 'dataDir'>): Promise<IndexReport> => {
  const dataDir = dataDirOf(config)
  if (dataDir === undefined)
    throw new ConfigError('There is no place to keep the index: DATA_DIR (--data-dir) is none.')
  const unlock = await lockData(dataDir)
  const collection = new Collection({ snapshots: new SnapshotFile(dataDir) })
  const terminal = process.stderr.isTTY ? new Terminal(process.stderr) : undefined
  terminal?.showProgress(() => collection.progress)
  const start = performance.now()
  /** Of names, and of the index: one that cannot be read is made anew, and the failure is none any more. */
  const failures = new Map<'names' | 'index', unknown>()
  try {
    const { statistics, annotations } = await collection.load(config.articlesDir, {
      snapshotFailed: (error) => failures.set('index', error),
      snapshotWritten: () => failures.delete('index'),
      namesFailed: (error) => failures.set('names', error)
    })
    await collection.whenIdle()
    if (failures.size > 0) throw new IndexError([...failures.values()].map(messageOf).join('\n'))
    const seconds = ((performance.now() - start) / 1000).toFixed(1)
    const entities = annotations?.entities.size ?? 0
    const sections = [
      `${statistics.articles} articles are indexed, with ${entities} names, in ${seconds} s.`,
      ...problemReport(collection.problems, collection.ignored),
      `The index is kept in ${dataDir}.`
    ]
    return { text: `${sections.join('\n\n')}\n`, isGood: !collection.problems.some(isFault) }
  } finally {
    terminal?.stopProgress()
    await collection.close()
    await unlock()
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
