import { parseArgs } from 'node:util'
import { z } from 'zod'

/** Each setting: an environment variable, a flag and a line of help; the default is the schema's. */
interface SettingHelp {
  readonly env: string
  readonly flag: string
  /** What the flag takes; a flag that takes nothing is true when given. */
  readonly value?: string
  readonly help: string
}

const settings = {
  host: { env: 'HOST', flag: 'host', value: 'ADDRESS', help: 'address to listen on; 0.0.0.0 for all' },
  port: { env: 'PORT', flag: 'port', value: 'NUMBER', help: 'port to listen on, 0 for any free one' },
  articlesDir: {
    env: 'ARTICLES_DIR',
    flag: 'articles-dir',
    value: 'DIR',
    help: 'folder of article files, read recursively'
  },
  dataDir: {
    env: 'DATA_DIR',
    flag: 'data-dir',
    value: 'DIR',
    help: 'keeps the index for the next start; auto: in the cache, none: nowhere'
  },
  threads: {
    env: 'THREADS',
    flag: 'threads',
    value: 'NUMBER',
    help: 'threads that search; auto: as many as there are cores'
  },
  logLevel: {
    env: 'LOG_LEVEL',
    flag: 'log-level',
    value: 'LEVEL',
    help: 'fatal, error, warn, info, debug, trace or silent'
  },
  strict: { env: 'STRICT', flag: 'strict', help: 'stop if any article file has a problem' }
} satisfies Record<string, SettingHelp>

type Setting = keyof typeof settings

const names = Object.keys(settings) as Setting[]
const helpOf = (name: Setting): SettingHelp => settings[name]

const [TRUE, FALSE] = [
  ['true', '1', 'yes', 'on'],
  ['false', '0', 'no', 'off']
]

const schema = z.object({
  host: z.string().min(1, 'must not be empty').default('127.0.0.1'),
  port: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a whole number from 0 to 65535')
    .transform(Number)
    .refine((port) => port <= 65535, 'must be a whole number from 0 to 65535')
    .default(3000),
  articlesDir: z.string().min(1, 'must not be empty').default('./articles'),
  dataDir: z.string().min(1, 'must not be empty').default('auto'),
  threads: z
    .string()
    .regex(/^(?:auto|[1-9]\d{0,2})$/, 'must be auto or a whole number from 1 to 999')
    .default('auto')
    .transform((threads) => (threads === 'auto' ? threads : Number(threads))),
  logLevel: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'must be fatal, error, warn, info, debug, trace or silent'
    })
    .default('info'),
  strict: z
    .stringbool({ truthy: TRUE, falsy: FALSE, error: 'must be true or false (1 or 0, yes or no, on or off)' })
    .default(false)
})

export type Config = z.output<typeof schema>

/** The settings cannot be used; the message names every one that is wrong and what it must be. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/**
 * The settings of a run: a flag before an environment variable before the default; DIR is `--articles-dir`.
 *
 * @param args of the `serve` command, without its name
 * @throws {ConfigError}
 */
export const readConfig = (
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>
): Config => {
  const flags = readFlags(args)
  const stated = (name: Setting): string | undefined =>
    flags[helpOf(name).flag] ?? emptyAsAbsent(env[helpOf(name).env])
  const values = Object.fromEntries(names.map((name) => [name, stated(name)]))
  const result = schema.safeParse(values)
  if (result.success) return result.data
  const wrong = result.error.issues.map(({ path, message }) => {
    const name = path[0] as Setting
    return `  ${helpOf(name).env} (--${helpOf(name).flag}) ${message}; it is "${values[name] ?? ''}"`
  })
  throw new ConfigError(`The configuration is not valid:\n${wrong.join('\n')}`)
}

/** A variable that is set to nothing counts as not set, as in most tools. */
const emptyAsAbsent = (value: string | undefined): string | undefined => (value === '' ? undefined : value)

const readFlags = (args: readonly string[]): Record<string, string> => {
  const options = Object.fromEntries(
    names.map((name) => [
      helpOf(name).flag,
      { type: helpOf(name).value === undefined ? 'boolean' : 'string' } as const
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
  const flags = Object.fromEntries(Object.entries(values).map(([flag, value]) => [flag, String(value)]))
  const { flag } = settings.articlesDir
  const folders = [...positionals, ...(flags[flag] === undefined ? [] : [flags[flag]])]
  if (folders.length > 1) throw misused(`Only one folder can be served, not ${folders.join(' and ')}.`)
  return { ...flags, ...(folders[0] !== undefined && { [flag]: folders[0] }) }
}

interface Flag {
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
const refuseFlag = ({ name, rawName, value, inlineValue }: Flag): void => {
  const setting = names.map(helpOf).find(({ flag }) => flag === name)
  if (!setting || rawName !== `--${name}`) throw misused(`There is no flag ${rawName}.`)
  if (setting.value === undefined) {
    if (value !== undefined) throw misused(`${rawName} takes no value.`)
  } else if (value === undefined || (!inlineValue && /^-\D/.test(value))) {
    throw misused(`${rawName} needs a value: ${rawName}=${setting.value}.`)
  }
}

const misused = (message: string): ConfigError => new ConfigError(`${message}\nSee: nyhetssok --help`)

/** One line a setting, for `--help`. */
export const configHelp = (): string => {
  const defaults = schema.parse({})
  return names
    .map((name) => {
      const { env, flag: long, value, help } = helpOf(name)
      const flag = `--${long}${value === undefined ? '' : ` ${value}`}`
      return `  ${flag.padEnd(22)} ${env.padEnd(13)} ${help} (${String(defaults[name])})`
    })
    .join('\n')
}
