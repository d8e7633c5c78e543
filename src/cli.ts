#!/usr/bin/env node
import { readCommandLine } from './command-line.js'
import { ConfigError, type Config } from './config.js'
import type { IndexReport } from './index-command.js'
import { UserError } from './user-error.js'

// Each command loads what it needs when it is run: `--version` answers in a tenth of a second, not in one.

const fail = (message: string, status: number): void => {
  process.stderr.write(`nyhetssok: ${message}\n`)
  process.exitCode = status
}

/** Exits with 1 where `--strict` is given and would not serve the folder. */
const check = async ({ articlesDir, strict }: Config): Promise<void> => {
  const { checkFolder } = await import('./check.js')
  const { text, isGood } = await checkFolder(articlesDir)
  process.stdout.write(text)
  if (strict && !isGood) process.exitCode = 1
}

const indexed = async (config: Config): Promise<IndexReport> =>
  config.engine === 'embedded'
    ? (await import('./index-command.js')).indexFolder(config)
    : (await import('./index-cluster.js')).indexToCluster(config)

/** Exits with 1 where `--strict` is given and would not serve the folder. */
const index = async (config: Config): Promise<void> => {
  const { text, isGood } = await indexed(config)
  process.stdout.write(text)
  if (config.strict && !isGood) process.exitCode = 1
}

const printKey = async (): Promise<void> => {
  const { newKey } = await import('./api-keys.js')
  const { key, hashed } = newKey()
  process.stdout.write(
    `Key, for who writes (Authorization: Bearer …):\n  ${key}\n` +
      `Hash, for the service (API_KEYS=…, several with commas between):\n  ${hashed}\n`
  )
}

const run = async (args: readonly string[]): Promise<void> => {
  const line = readCommandLine(args, process.env)
  if (line.command === 'help') process.stdout.write((await import('./help.js')).helpText(line.of))
  else if (line.command === 'version') process.stdout.write(`${(await import('./version.js')).version}\n`)
  else if (line.command === 'key') await printKey()
  else if (line.command === 'serve') await (await import('./server.js')).serve(line.config)
  else if (line.command === 'check') await check(line.config)
  else if (line.command === 'index') await index(line.config)
  else await (await import('./search-command.js')).searchFolder(line)
}

const main = async (args: readonly string[]): Promise<void> => {
  try {
    await run(args)
  } catch (error) {
    if (error instanceof ConfigError) fail(error.message, 2)
    else if (error instanceof UserError) fail(error.message, 1)
    else throw error
  }
}

/** A reader that has seen enough (`| head -1`) is no fault: what is left to do is done, and nobody reads the rest. */
const endQuietly = (error: NodeJS.ErrnoException): void => {
  if (error.code !== 'EPIPE') fail(`Cannot print: ${error.message}`, 1)
}

for (const stream of [process.stdout, process.stderr]) stream.on('error', endQuietly)
await main(process.argv.slice(2))
