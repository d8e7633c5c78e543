#!/usr/bin/env node
import { ArticleFolderError } from './articles/folder/article-folder.js'
import { EXTENSIONS } from './articles/formats/formats.js'
import { checkFolder } from './check.js'
import { configHelp, ConfigError, readConfig, type Config } from './config.js'
import { ListenError, serve, StrictError } from './server.js'
import { version } from './version.js'

/** `.txt, .md and .jsonl` */
const FILES = new Intl.ListFormat('en-GB').format(EXTENSIONS.map((extension) => `.${extension}`))

const HELP = `Nyhetssøk ${version}: full-text search for Norwegian news

  nyhetssok serve [DIR] [options]   serve the articles in DIR over HTTP
  nyhetssok check [DIR]             tell what would be served of DIR, what not, why, and how to mend it
  nyhetssok --help | --version

Options, and the environment variables that say the same (a flag wins):

${configHelp()}

DIR is a folder of ${FILES} files, also as .gz.
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

const main = async ([command, ...args]: readonly string[]): Promise<void> => {
  if (
    command === undefined ||
    command === 'help' ||
    [command, ...args].some((arg) => arg === '--help' || arg === '-h')
  ) {
    process.stdout.write(HELP)
    return
  }
  if (command === '--version' || command === '-v') {
    process.stdout.write(`${version}\n`)
    return
  }
  if (command !== 'serve' && command !== 'check') {
    fail(`there is no command "${command}".\nSee: nyhetssok --help`, 2)
    return
  }
  try {
    const config = readConfig(args, process.env)
    if (command === 'serve') await serve(config)
    else await check(config)
  } catch (error) {
    if (error instanceof ConfigError) fail(error.message, 2)
    else if (
      error instanceof ArticleFolderError ||
      error instanceof ListenError ||
      error instanceof StrictError
    )
      fail(error.message, 1)
    else throw error
  }
}

await main(process.argv.slice(2))
