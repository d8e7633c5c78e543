import { isIP } from 'node:net'
import { z } from 'zod'
import { HASHED } from './api-keys.js'
import { demoArticles, type Flags } from './flags.js'
import { helpOf, SETTINGS, type Setting, type SettingHelp } from './settings.js'

const [TRUE, FALSE] = [
  ['true', '1', 'yes', 'on'],
  ['false', '0', 'no', 'off']
]

const truthValue = (fallback: boolean) =>
  z
    .stringbool({ truthy: TRUE, falsy: FALSE, error: 'must be true or false (1 or 0, yes or no, on or off)' })
    .default(fallback)

const wholeNumber = (fallback: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, 'must be a whole number from 0')
    .transform(Number)
    .default(fallback)

/** A password in an address ends up in logs. */
const areClusterUrls = (stated: string): boolean =>
  stated.split(',').every((one) => {
    const url = URL.parse(one.trim())
    return url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === ''
  })

const isShare = (stated: string): boolean => {
  const [part = 0, of = 0] = stated.split('/').map(Number)
  return /^\d{1,4}\/\d{1,4}$/.test(stated) && part >= 1 && part <= of
}

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
  watch: truthValue(true),
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
    )
    .refine(
      (keys) => keys.every((key) => !/^sha256:/i.test(key) || HASHED.test(key)),
      'must be keys or their hashes with commas between; a hash is sha256: and 64 hexadecimal digits'
    ),
  alertsAllowPrivate: truthValue(false),
  strict: truthValue(false),
  engine: z.enum(['embedded', 'opensearch'], { error: 'must be embedded or opensearch' }).default('embedded'),
  openSearchUrl: z
    .string()
    .refine(
      areClusterUrls,
      'must be http: or https: addresses with commas between, without user and password'
    )
    .default('http://127.0.0.1:9200')
    .transform((urls) => urls.split(',').map((url) => url.trim())),
  openSearchUser: z.string().default(''),
  openSearchPassword: z.string().default(''),
  openSearchPasswordFile: z.string().default(''),
  openSearchCaFile: z.string().default(''),
  openSearchPrefix: z
    .string()
    .regex(/^[a-z][a-z\d-]{0,40}$/, 'must be small letters, digits and hyphens, a letter first')
    .default('nyhetssok'),
  openSearchShards: wholeNumber(1).refine((shards) => shards >= 1, 'must be a whole number from 1'),
  openSearchReplicas: wholeNumber(1),
  openSearchMemoryMB: wholeNumber(512).refine((size) => size >= 1, 'must be a whole number from 1'),
  share: z.string().refine(isShare, 'must be such as 1/4: a number, and of how many').default('1/1')
})

export type Config = z.output<typeof schema>

/** Settings whose values are in no message; an address may hold a password by mistake. */
const SECRET: ReadonlySet<Setting> = new Set(['apiKeys', 'openSearchPassword', 'openSearchUrl'])

/** The settings cannot be used; the message names every one that is wrong and what it must be. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/** What the command line may give, of each setting. */
export const SETTING_FLAGS = SETTINGS.map((name): Pick<SettingHelp, 'flag' | 'short' | 'value'> =>
  helpOf(name)
)

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
  const values = Object.fromEntries(SETTINGS.map((name) => [name, stated(name)]))
  const result = schema.safeParse(values)
  if (result.success) return result.data
  const wrong = result.error.issues.map(({ path, message }) => {
    const name = path[0] as Setting
    return `  ${helpOf(name).env} (--${helpOf(name).flag}) ${message}; it is "${SECRET.has(name) ? '…' : (values[name] ?? '')}"`
  })
  throw new ConfigError(`The configuration is not valid:\n${wrong.join('\n')}`)
}

const folderOf = (flags: Flags, folders: readonly string[]): Flags => {
  const { flag } = helpOf('articlesDir')
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

/** Columns of the help, in characters: of the flags, and of the environment variables. */
const FLAG_WIDTH = 22
const ENV_WIDTH = 13

/** The settings of `names` for `--help`, one a line; what is wider than its column has the text on the next line. */
export const configHelp = (names: readonly Setting[] = SETTINGS): string => {
  const defaults = schema.parse({})
  return names
    .map((name) => {
      const { env, flag: long, short, value, help } = helpOf(name)
      const flag = `${short === undefined ? '' : `-${short}, `}--${long}${value === undefined ? '' : ` ${value}`}`
      const head = `  ${flag.padEnd(FLAG_WIDTH)} ${env.padEnd(ENV_WIDTH)} `
      const isWide = flag.length > FLAG_WIDTH || env.length > ENV_WIDTH
      const indent = ' '.repeat(FLAG_WIDTH + ENV_WIDTH + 4)
      return `${isWide ? `${head.trimEnd()}\n${indent}` : head}${help} (${String(defaults[name])})`
    })
    .join('\n')
}
