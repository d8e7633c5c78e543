import { isIP } from 'node:net'
import { z } from 'zod'
import { demoArticles, type Flags } from './flags.js'

/** Each setting: an environment variable, a flag and a line of help; the default is the schema's. */
interface SettingHelp {
  readonly env: string
  readonly flag: string
  /** One letter for the flag. */
  readonly short?: string
  /** What the flag takes; a flag that takes nothing is true when given. */
  readonly value?: string
  readonly help: string
}

const settings = {
  host: { env: 'HOST', flag: 'host', value: 'ADDRESS', help: 'address to listen on; 0.0.0.0 for all' },
  port: {
    env: 'PORT',
    flag: 'port',
    short: 'p',
    value: 'NUMBER',
    help: 'port to listen on, 0 for any free one'
  },
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
  watch: { env: 'WATCH', flag: 'watch', value: 'BOOLEAN', help: 'follow what changes in the folder' },
  corsOrigin: {
    env: 'CORS_ORIGIN',
    flag: 'cors-origin',
    value: 'ORIGINS',
    help: 'origins whose pages may read answers: *, none or a list'
  },
  trustProxy: {
    env: 'TRUST_PROXY',
    flag: 'trust-proxy',
    value: 'PROXIES',
    help: 'whose X-Forwarded-* is believed: addresses or hops'
  },
  rateLimit: {
    env: 'RATE_LIMIT',
    flag: 'rate-limit',
    value: 'NUMBER',
    help: 'requests a minute for each key or address; 0 for any number'
  },
  maxDelay: {
    env: 'MAX_DELAY',
    flag: 'max-delay',
    value: 'MS',
    help: 'answers 503 while the event loop is so late; 0 for never'
  },
  logLevel: {
    env: 'LOG_LEVEL',
    flag: 'log-level',
    value: 'LEVEL',
    help: 'fatal, error, warn, info, debug, trace or silent'
  },
  logFormat: {
    env: 'LOG_FORMAT',
    flag: 'log-format',
    value: 'FORMAT',
    help: 'json, pretty or auto: pretty on a terminal'
  },
  apiKeys: {
    env: 'API_KEYS',
    flag: 'api-keys',
    value: 'KEYS',
    help: 'who may write: keys, or their hashes, with commas between'
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

const wholeNumber = (fallback: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, 'must be a whole number from 0')
    .transform(Number)
    .default(fallback)

const areOrigins = (stated: string): boolean =>
  stated === '*' ||
  stated === 'none' ||
  stated
    .split(',')
    .every((origin) => URL.canParse(origin.trim()) && new URL(origin.trim()).origin === origin.trim())

const areProxies = (stated: string): boolean =>
  /^(?:true|false|\d{1,2})$/.test(stated) ||
  stated.split(',').every((proxy) => {
    const [address = '', bits = '0', ...others] = proxy.trim().split('/')
    const isNetwork =
      isIP(address) !== 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= (isIP(address) === 4 ? 32 : 128)
    return (
      others.length === 0 && (isNetwork || ['loopback', 'linklocal', 'uniquelocal'].includes(proxy.trim()))
    )
  })

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
  watch: z
    .stringbool({ truthy: TRUE, falsy: FALSE, error: 'must be true or false (1 or 0, yes or no, on or off)' })
    .default(true),
  corsOrigin: z
    .string()
    .refine(areOrigins, 'must be *, none, or origins such as https://example.org with commas between')
    .default('*')
    .transform((origins) => (origins === 'none' ? '' : origins)),
  trustProxy: z
    .string()
    .refine(
      areProxies,
      'must be true, false, a number of hops, or addresses and networks with commas between'
    )
    .default('false'),
  rateLimit: wholeNumber(0),
  maxDelay: wholeNumber(5000),
  logLevel: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'must be fatal, error, warn, info, debug, trace or silent'
    })
    .default('info'),
  logFormat: z.enum(['auto', 'json', 'pretty'], { error: 'must be auto, json or pretty' }).default('auto'),
  apiKeys: z
    .string()
    .default('')
    .transform((keys) =>
      keys
        .split(',')
        .map((key) => key.trim())
        .filter((key) => key !== '')
    ),
  strict: z
    .stringbool({ truthy: TRUE, falsy: FALSE, error: 'must be true or false (1 or 0, yes or no, on or off)' })
    .default(false)
})

export type Config = z.output<typeof schema>

/** The settings cannot be used; the message names every one that is wrong and what it must be. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/** What the command line may give, of each setting. */
export const SETTING_FLAGS = names.map((name): Pick<SettingHelp, 'flag' | 'short' | 'value'> => helpOf(name))

/**
 * The settings of a run: a flag before an environment variable before the default.
 *
 * @param folders named without a flag; `--articles-dir` and `--demo` name one too
 * @throws {ConfigError}
 */
export const readConfig = (
  flags: Flags,
  env: Readonly<Record<string, string | undefined>>,
  folders: readonly string[] = []
): Config => {
  const given = { ...flags, ...folderOf(flags, folders) }
  const stated = (name: Setting): string | undefined =>
    given[helpOf(name).flag] ?? emptyAsAbsent(env[helpOf(name).env])
  const values = Object.fromEntries(names.map((name) => [name, stated(name)]))
  const result = schema.safeParse(values)
  if (result.success) return result.data
  const wrong = result.error.issues.map(({ path, message }) => {
    const name = path[0] as Setting
    return `  ${helpOf(name).env} (--${helpOf(name).flag}) ${message}; it is "${name === 'apiKeys' ? '…' : (values[name] ?? '')}"`
  })
  throw new ConfigError(`The configuration is not valid:\n${wrong.join('\n')}`)
}

const folderOf = (flags: Flags, folders: readonly string[]): Flags => {
  const { flag } = settings.articlesDir
  const all = [
    ...folders,
    ...(flags[flag] === undefined ? [] : [flags[flag]]),
    ...(flags.demo === undefined ? [] : [demoArticles()])
  ]
  if (all.length > 1)
    throw new ConfigError(`Only one folder can be read, not ${all.join(' and ')}.\nSee: nyhetssok --help`)
  return all[0] === undefined ? {} : { [flag]: all[0] }
}

/** A variable that is set to nothing counts as not set, as in most tools. */
const emptyAsAbsent = (value: string | undefined): string | undefined => (value === '' ? undefined : value)

/** One line a setting, for `--help`. */
export const configHelp = (): string => {
  const defaults = schema.parse({})
  return names
    .map((name) => {
      const { env, flag: long, short, value, help } = helpOf(name)
      const flag = `${short === undefined ? '' : `-${short}, `}--${long}${value === undefined ? '' : ` ${value}`}`
      return `  ${flag.padEnd(22)} ${env.padEnd(13)} ${help} (${String(defaults[name])})`
    })
    .join('\n')
}
