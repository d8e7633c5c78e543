import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { ConfigError, readConfig, SETTING_FLAGS, type Config } from './config.js'
import type { Flags } from './flags.js'
import { nearestOf } from './structures/nearest.js'

const TASKS = ['serve', 'check', 'index', 'search', 'key'] as const
const COMMANDS = [...TASKS, 'help'] as const

/** A command that does something, and has a help of its own. */
export type Task = (typeof TASKS)[number]

/** What the command line asks for. */
export type CommandLine =
  | { readonly command: 'help'; readonly of?: Task }
  | { readonly command: 'version' }
  | { readonly command: 'key' }
  | { readonly command: 'serve'; readonly config: Config }
  | { readonly command: 'check'; readonly config: Config }
  | { readonly command: 'index'; readonly config: Config }
  | { readonly command: 'search'; readonly config: Config; readonly q: string; readonly size: number }

interface FlagForm {
  readonly flag: string
  readonly short?: string
  /** What it takes; absent: nothing. */
  readonly value?: string
}

/** Flags that are no settings. */
const OTHER_FLAGS: readonly FlagForm[] = [
  { flag: 'demo' },
  { flag: 'size', short: 'n', value: 'NUMBER' },
  { flag: 'help', short: 'h' },
  { flag: 'version', short: 'V' }
]

const FLAGS: readonly FlagForm[] = [...SETTING_FLAGS, ...OTHER_FLAGS]

/** Hits that `search` prints. */
const DEFAULT_SIZE = 10

/**
 * Reads the arguments of the command, without `node` and the script. Without a command, a folder or a flag is served.
 *
 * @throws {ConfigError} which names all that is wrong, or the nearest command or flag
 */
export const readCommandLine = (
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>
): CommandLine => {
  // As some tools have it: -v for the version.
  const { flags, positionals } = readFlags(args.map((arg) => (arg === '-v' ? '-V' : arg)))
  const [first] = positionals
  if (args.length === 0 || flags.help !== undefined || first === 'help') return helpLine(positionals)
  if (flags.version !== undefined) return { command: 'version' }
  const command = commandOf(first)
  const others = command === first ? positionals.slice(1) : positionals
  if (command === 'key') return keyLine(flags, others)
  if (command === 'search') return searchLine(flags, env, others)
  if (flags.size !== undefined) throw misused('-n (--size) can only be used with `nyhetssok search`.')
  return { command, config: readConfig(flags, env, others) }
}

/** `check --help` and `help check` ask for the help of `check`. */
const helpLine = (positionals: readonly string[]): CommandLine => {
  const named = positionals[0] === 'help' ? positionals[1] : positionals[0]
  const of = TASKS.find((task) => task === named)
  return { command: 'help', ...(of !== undefined && { of }) }
}

const keyLine = (flags: Flags, others: readonly string[]): CommandLine => {
  const [given] = [...others, ...Object.keys(flags).map((flag) => `--${flag}`)]
  if (given !== undefined) throw misused(`\`nyhetssok key\` takes no arguments, but was given "${given}".`)
  return { command: 'key' }
}

const searchLine = (
  flags: Flags,
  env: Readonly<Record<string, string | undefined>>,
  positionals: readonly string[]
): CommandLine => {
  const isNamed = flags.demo !== undefined || flags['articles-dir'] !== undefined
  const words = isNamed ? positionals : positionals.slice(1)
  if (words.length === 0)
    throw misused(
      'Give a folder and the words to search for: nyhetssok search DIR WORDS, or nyhetssok search --demo WORDS.'
    )
  const { size = String(DEFAULT_SIZE) } = flags
  if (!/^(?:[1-9]\d?|100)$/.test(size)) throw misused(`-n (--size) must be from 1 to 100; it is "${size}".`)
  const config = readConfig(flags, env, isNamed ? [] : positionals.slice(0, 1))
  return { command: 'search', config, q: words.join(' '), size: Number(size) }
}

/** A command; or `serve`, for a folder and for none. @throws {ConfigError} where it is neither */
const commandOf = (first: string | undefined): Task => {
  const known = TASKS.find((task) => task === first)
  if (known !== undefined) return known
  if (first === undefined || /[/\\.]/.test(first) || existsSync(first)) return 'serve'
  throw misused(
    `There is no command "${first}", and no folder of that name${didYouMean(first, COMMANDS, '')}`
  )
}

/** `: did you mean --port?` where one of the names is near, else `.` */
const didYouMean = (given: string, names: readonly string[], before: string): string => {
  const name = nearestOf(given.replace(/^no-/, ''), names)
  return name === undefined ? '.' : `: did you mean ${before}${name}?`
}

const readFlags = (args: readonly string[]): { flags: Flags; positionals: readonly string[] } => {
  const options = Object.fromEntries(
    FLAGS.map(({ flag, short, value }) => [
      flag,
      {
        type: value === undefined ? ('boolean' as const) : ('string' as const),
        ...(short !== undefined && { short })
      }
    ])
  )
  // Not strict, for the messages of Node are about its own API.
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true
  })
  for (const token of tokens) if (token.kind === 'option') refuseFlag(token)
  return {
    flags: Object.fromEntries(Object.entries(values).map(([flag, value]) => [flag, String(value)])),
    positionals
  }
}

interface GivenFlag {
  readonly name: string
  readonly rawName: string
  readonly value?: string | undefined
  /** Whether it is `--flag=value`. */
  readonly inlineValue?: boolean | undefined
}

/**
 * @throws {ConfigError} unless there is such a flag, with a value if it takes one; `--port -1` has one, `--port
 * --strict` has not
 */
const refuseFlag = ({ name, rawName, value, inlineValue }: GivenFlag): void => {
  const form = FLAGS.find(({ flag }) => flag === name)
  if (!form || (rawName !== `--${name}` && rawName !== `-${form.short ?? ''}`)) {
    const names = FLAGS.map(({ flag }) => flag)
    throw misused(
      `There is no flag ${rawName}${rawName.startsWith('--') ? didYouMean(name, names, '--') : '.'}`
    )
  }
  if (form.value === undefined) {
    if (value !== undefined) throw misused(`${rawName} takes no value.`)
  } else if (value === undefined || (!inlineValue && /^-\D/.test(value))) {
    throw misused(`${rawName} needs a value: --${name}=${form.value}.`)
  }
}

const misused = (message: string): ConfigError => new ConfigError(`${message}\nSee: nyhetssok --help`)
