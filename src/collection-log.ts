import type { Logger } from 'pino'
import { KNOWN_KEYS } from './articles/facts/stated-facts.js'
import type { Ignored, ProblemKind } from './articles/article.js'
import { mostFrequent } from './articles/folder/counts.js'
import { EXTENSIONS } from './articles/formats/format-names.js'
import type { CollectionNews, FallibleTask } from './collection/collection-messages.js'
import { OUTDATED_SNAPSHOT } from './collection/snapshot.js'
import { isFault } from './collection/strict.js'
import type { Config } from './config.js'
import { receivedError } from './threads/sent-error.js'

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
  'no-article': 'no article',
  setting: 'without effect'
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

/** What the log says of something that failed, while all else goes on. */
const FAILURES: Readonly<Record<FallibleTask, readonly [level: 'warn' | 'error', text: string]>> = {
  refresh: ['warn', 'the folder could not be looked at; what was read before is served'],
  watch: ['warn', 'not all of the folder can be watched; it is looked at from time to time'],
  snapshot: ['warn', 'the snapshot cannot be used or written; the service goes on without'],
  annotation: ['error', 'reading names and quotes failed; articles are served without']
}

export const logFailure = (logger: Logger, task: FallibleTask, err: unknown): void => {
  if (err instanceof Error && err.name === OUTDATED_SNAPSHOT) {
    logger.info(err.message)
    return
  }
  const [level, text] = FAILURES[task]
  logger[level]({ err }, text)
}

/** Logs what happens in a collection from now on. */
export const newsLogger = (
  { articlesDir }: Pick<Config, 'articlesDir'>,
  logger: Logger
): ((news: CollectionNews) => void) => {
  const start = performance.now()
  /** What has been told already. */
  let told: 'nothing' | 'words' | 'names' = 'nothing'
  const logServing = (news: Extract<CollectionNews, { kind: 'serving' }>): void => {
    const { generation, articles, entities, problems } = news
    const counts = { articles, ...(entities !== undefined && { entities }), problems }
    const seconds = Math.round((performance.now() - start) / 10) / 100
    // Later ones are told as changes.
    if (told !== 'names')
      logger.info(
        { ...counts, seconds, generation },
        told === 'words' ? 'names and quotes are read' : 'ready'
      )
    if (told === 'nothing' && articles === 0) logger.warn({ folder: articlesDir }, NO_ARTICLES)
    told = entities === undefined ? 'words' : 'names'
  }
  return (news) => {
    switch (news.kind) {
      case 'problem':
        logger[isFault(news.problem) ? 'warn' : 'info'](
          news.problem,
          OUTCOMES[news.problem.kind ?? 'left-out']
        )
        break
      case 'indexed':
        logIgnored(news.ignored, logger)
        break
      case 'serving':
        logServing(news)
        break
      case 'changed': {
        const { files, articles } = news
        logger.info({ files, articles }, 'files have changed, and are searched as they are now')
        break
      }
      case 'snapshot-read':
        logger.info(
          { changed: news.changed },
          'the index that was kept is read, and the files that have changed since'
        )
        break
      case 'snapshot-written':
        logger.info('the index is kept for the next start')
        break
      case 'failed':
        logFailure(logger, news.task, receivedError(news.error))
    }
  }
}
