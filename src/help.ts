import { EXTENSIONS } from './articles/formats/format-names.js'
import type { Task } from './command-line.js'
import { configHelp } from './config.js'
import { SETTINGS, type Setting } from './settings.js'
import { version } from './version.js'

/** `.txt, .md and .jsonl`, in lines that fit a terminal. */
const FILES = new Intl.ListFormat('en-GB')
  .format(EXTENSIONS.map((extension) => `.${extension}`))
  .replace(/(.{60,72}) /g, '$1\n')

interface TaskHelp {
  /** How it is called, what it does, and the flags that are no settings. */
  readonly usage: string
  /** The settings that it heeds. */
  readonly settings: readonly Setting[]
}

const cluster = SETTINGS.filter((name) => name.startsWith('openSearch'))

/** The commands that have a help of their own; that of `serve` is the whole. */
const TASKS: Readonly<Record<Exclude<Task, 'serve'>, TaskHelp>> = {
  check: {
    usage: `  nyhetssok check DIR [options]

Reports which files in DIR would be served as articles and which not, why, and how to fix them.
With --strict, the exit status is 1 where \`serve --strict\` would refuse the folder.`,
    settings: ['articlesDir', 'strict']
  },
  index: {
    usage: `  nyhetssok index DIR [options]

Reads DIR now and keeps the index, so that serving it starts in seconds; or writes it to an OpenSearch cluster.`,
    settings: ['articlesDir', 'dataDir', 'strict', 'engine', ...cluster, 'share']
  },
  search: {
    usage: `  nyhetssok search DIR WORDS [options]
  nyhetssok search --demo WORDS [options]

Searches DIR without starting a service, and prints the best hits.

  -n, --size NUMBER      how many hits to print, from 1 to 100 (10)
  --demo                 searches the five articles that come with it`,
    settings: ['articlesDir', 'dataDir']
  },
  key: {
    usage: `  nyhetssok key

Makes a random key for those who write articles, and prints the hash to set API_KEYS to.`,
    settings: []
  }
}

const NAME = `Nyhetssøk ${version}: full-text search for Norwegian news`

/** What `nyhetssok --help` prints; with a command, what `nyhetssok COMMAND --help` does. */
export const helpText = (of: Task = 'serve'): string => {
  if (of === 'serve') return HELP
  const { usage, settings } = TASKS[of]
  const options = settings.length === 0 ? '' : `\n\n${OPTIONS}\n\n${configHelp(settings)}`
  return `${NAME}\n\n${usage}${options}\n`
}

const OPTIONS = 'Options, and the environment variables for the same settings (a flag wins), with defaults:'

const HELP = `${NAME}

  nyhetssok [serve] DIR [options]    serve the articles in DIR over HTTP, with a page to search them
  nyhetssok check DIR                report what would be served from DIR, what not, why, and how to fix it
  nyhetssok index DIR                read DIR now and keep the index, so that serving it starts in seconds
  nyhetssok search DIR WORDS         search DIR without a service; -n NUMBER (--size) sets how many hits to print
  nyhetssok key                      make a key for writing, and the hash to set API_KEYS to
  nyhetssok --demo                   serve the five articles that come with it
  nyhetssok COMMAND --help           show the options of one command
  nyhetssok --help, -h | --version, -V

${OPTIONS}

${configHelp()}

DIR is a folder of files, plain or as .gz:
${FILES}.
Without one, it is the folder that ARTICLES_DIR names.
`
