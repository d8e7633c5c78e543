#!/usr/bin/env node
import { ArticleFolderError } from './articles/folder/article-folder.js'
import { EXTENSIONS } from './articles/formats/formats.js'
import { DataFolderError, DataLockedError } from './collection/data-lock.js'
import { checkFolder } from './check.js'
import { readCommandLine } from './command-line.js'
import { configHelp, ConfigError, type Config } from './config.js'
import { newKey } from './http/keys.js'
import { IndexError, indexFolder, type IndexReport } from './index-command.js'
import { StrictError } from './loading.js'
import { ListenError } from './listening.js'
import { serve } from './server.js'
import { searchFolder } from './search-command.js'
import { version } from './version.js'

/** `.txt, .md and .jsonl` */
const FILES = new Intl.ListFormat('en-GB').format(EXTENSIONS.map((extension) => `.${extension}`))

const HELP = `Nyhetssøk ${version}: full-text search for Norwegian news

  nyhetssok [serve] DIR [options]    serve the articles in DIR over HTTP, with a page to search them
  nyhetssok check DIR                tell what would be served of DIR, what not, why, and how to mend it
  nyhetssok index DIR                read DIR now and keep the index, so that serving it starts in seconds
  nyhetssok search DIR WORDS         search DIR here and now; -n NUMBER for so many hits
  nyhetssok key                      make a key for writing, and the hash to set API_KEYS to
  nyhetssok --demo                   serve the five articles that come with it
  nyhetssok --help, -h | --version, -V

Options, and the environment variables that say the same (a flag wins):

${configHelp()}

DIR is a folder of ${FILES} files, also as .gz;
without one, it is the folder that ARTICLES_DIR names.
`

const fail = (message: string, status: number): void => {
  process.stderr.write(`nyhetssok: ${message}\n`)
  process.exitCode = status
}

/** Exits with 1 where `--strict` is given and would not serve the folder. */
const check = async ({ articlesDir, strict }: Config): Promise<void> => {
  const { text, isGood } = await checkFolder(articlesDir)
  process.stdout.write(text)
  if (strict && !isGood) process.exitCode = 1
}

/** The client of OpenSearch takes a tenth of a second to load. */
const indexInCluster = async (config: Config): Promise<IndexReport> =>
  (await import('./index-cluster.js')).indexToCluster(config)

/** Exits with 1 where `--strict` is given and would not serve the folder. */
const index = async (config: Config): Promise<void> => {
  const { text, isGood } = await (config.engine === 'embedded' ? indexFolder(config) : indexInCluster(config))
  process.stdout.write(text)
  if (config.strict && !isGood) process.exitCode = 1
}

const printKey = (): void => {
  const { key, hashed } = newKey()
  process.stdout.write(
    `Key, for who writes (Authorization: Bearer …):\n  ${key}\n` +
      `Hash, for the service (API_KEYS=…, several with commas between):\n  ${hashed}\n`
  )
}

const run = async (args: readonly string[]): Promise<void> => {
  const line = readCommandLine(args, process.env)
  if (line.command === 'help') process.stdout.write(HELP)
  else if (line.command === 'version') process.stdout.write(`${version}\n`)
  else if (line.command === 'key') printKey()
  else if (line.command === 'serve') await serve(line.config)
  else if (line.command === 'check') await check(line.config)
  else if (line.command === 'index') await index(line.config)
  else await searchFolder(line)
}

const main = async (args: readonly string[]): Promise<void> => {
  try {
    await run(args)
  } catch (error) {
    if (error instanceof ConfigError) fail(error.message, 2)
    else if (
      error instanceof ArticleFolderError ||
      error instanceof DataFolderError ||
      error instanceof DataLockedError ||
      error instanceof IndexError ||
      error instanceof ListenError ||
      error instanceof StrictError
    )
      fail(error.message, 1)
    else throw error
  }
}

await main(process.argv.slice(2))
