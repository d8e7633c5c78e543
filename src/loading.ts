import type { Logger } from 'pino'
import { KNOWN_KEYS } from './articles/facts/stated-facts.js'
import type { ArticleProblem, Ignored, ProblemKind } from './articles/article.js'
import { mostFrequent } from './articles/folder/counts.js'
import { EXTENSIONS } from './articles/formats/formats.js'
import type { Collection } from './collection/collection.js'
import type { Config } from './config.js'
import { UserError } from './structures/user-error.js'

/** `--strict`, and an article file has a problem. */
export class StrictError extends UserError {
  override readonly name = 'StrictError'
}

/** How many kinds of files, or keys, are named in the log. */
const NAMED = 20

const NO_ARTICLES =
  `there are no articles to search; they are files that end in ${EXTENSIONS.map((each) => `.${each}`).join(', ')}, ` +
  'and `nyhetssok check` tells of each file why it is none'

/** What the log says of a problem. */
const OUTCOMES: Readonly<Record<ProblemKind | 'left-out', string>> = {
  'left-out': 'left out',
  fact: 'read without a fact',
  changed: 'read otherwise than it says',
  withheld: 'not to be shown now',
  'no-article': 'no article'
}

const logIgnored = ({ files, keys }: Ignored, logger: Logger): void => {
  if (files.size > 0) logger.info({ files: mostFrequent(files, NAMED) }, 'ignored files of other kinds')
  if (keys.size > 0)
    logger.info(
      { keys: mostFrequent(keys, NAMED) },
      `ignored keys of front matter or records; known are ${KNOWN_KEYS.join(', ')}, ` +
        'and what fields.yaml in the folder names'
    )
}

/**
 * Reads the articles of the configured folder, and logs how that goes.
 *
 * @throws {ArticleFolderError | StrictError}
 */
export const loadArticles = async (
  collection: Collection,
  { articlesDir, strict }: Pick<Config, 'articlesDir' | 'strict'>,
  logger: Logger
): Promise<void> => {
  const start = performance.now()
  /** What has been told already. */
  let told: 'nothing' | 'words' | 'names' = 'nothing'
  await collection.load(articlesDir, {
    problem: (problem) => {
      logger[isFault(problem) ? 'warn' : 'info'](problem, OUTCOMES[problem.kind ?? 'left-out'])
    },
    indexed: () => {
      logIgnored(collection.ignored, logger)
      if (strict) refuseProblems(collection.problems)
    },
    snapshotRead: (changed) => {
      logger.info({ changed }, 'the index that was kept is read, and the files that have changed since')
    },
    changed: (files) => {
      const articles = collection.generations.current?.statistics.articles
      logger.info({ files, articles }, 'files have changed, and are searched as they are now')
    },
    refreshFailed: (err) => {
      logger.warn({ err }, 'the folder could not be looked at; what was read before is served')
    },
    snapshotWritten: () => {
      logger.info('the index is kept for the next start')
    },
    snapshotFailed: (err) => {
      logger.warn({ err }, 'the snapshot cannot be used or written; the service goes on without')
    },
    namesFailed: (err) => {
      logger.error({ err }, 'reading names and quotes failed; articles are served without')
    },
    serving: ({ name, statistics, annotations }) => {
      const facts = {
        articles: statistics.articles,
        ...(annotations && { entities: annotations.entities.size }),
        problems: collection.problems.length,
        seconds: Math.round((performance.now() - start) / 10) / 100,
        generation: name
      }
      // Later ones are told as changes.
      if (told !== 'names') logger.info(facts, told === 'words' ? 'names and quotes are read' : 'ready')
      if (told === 'nothing' && facts.articles === 0) logger.warn({ folder: articlesDir }, NO_ARTICLES)
      told = annotations === undefined ? 'words' : 'names'
    }
  })
}

/** A draft is no fault of its file, nor is a file that holds no article. */
/** A draft, or a file that is no article, is no fault of the folder. */
export const isFault = ({ kind }: ArticleProblem): boolean => kind !== 'withheld' && kind !== 'no-article'

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
