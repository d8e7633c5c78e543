/*
 * Settings:
 * - a flag counts before an environment variable, that before the default; DIR is --articles-dir;
 * - every wrong setting is named in one message, with what it must be and what it is;
 * - a variable that is set to nothing is not set, a flag that is set to nothing is wrong;
 * - unknown flags and two folders are refused, with the way to the help;
 * - the help names every flag, variable and default, its texts in one column;
 * - a hash of a key is whole, and keys that are short are counted.
 */
import fc from 'fast-check'
import t from 'tap'
import { readCommandLine } from '../src/command-line.js'
import { configHelp, ConfigError, type Config } from '../src/config.js'
import { demoArticles } from '../src/flags.js'
import { ApiKeys } from '../src/api-keys.js'

const DEFAULTS = {
  host: '127.0.0.1',
  port: 3000,
  articlesDir: './articles',
  dataDir: 'auto',
  threads: 'auto',
  corsOrigin: '*',
  trustProxy: 'false',
  rateLimit: 0,
  maxDelay: 5000,
  logLevel: 'info',
  logFormat: 'auto',
  apiKeys: [],
  alertsAllowPrivate: false,
  strict: false,
  watch: true,
  engine: 'embedded',
  openSearchUrl: ['http://127.0.0.1:9200'],
  openSearchUser: '',
  openSearchPassword: '',
  openSearchPasswordFile: '',
  openSearchCaFile: '',
  openSearchPrefix: 'nyhetssok',
  openSearchShards: 1,
  openSearchReplicas: 1,
  openSearchMemoryMB: 512,
  share: '1/1'
}

const readConfig = (args: readonly string[], env: Record<string, string>): Config => {
  const line = readCommandLine(['serve', ...args], env)
  if (!('config' in line)) throw new Error(`It is ${line.command}.`)
  return line.config
}

const messageOf = (args: readonly string[], env: Record<string, string> = {}): string => {
  try {
    readConfig(args, env)
  } catch (error) {
    if (error instanceof ConfigError) return error.message
    throw error
  }
  throw new Error('The configuration was taken')
}

t.test('a flag counts before a variable before the default', (t) => {
  const cases: [args: string[], env: Record<string, string>, expected: object][] = [
    [[], {}, {}],
    [
      [],
      { PORT: '8080', HOST: '0.0.0.0', LOG_LEVEL: 'warn' },
      { port: 8080, host: '0.0.0.0', logLevel: 'warn' }
    ],
    [['--port', '80'], { PORT: '8080' }, { port: 80 }],
    [['--port=0', '--host=::1'], {}, { port: 0, host: '::1' }],
    [['-p', '80'], {}, { port: 80 }],
    [['-p8080', 'mine'], {}, { port: 8080, articlesDir: 'mine' }],
    [['--demo'], { ARTICLES_DIR: 'news' }, { articlesDir: demoArticles() }],
    [['--log-format', 'json'], { LOG_FORMAT: 'pretty' }, { logFormat: 'json' }],
    [['--log-level', 'silent'], { LOG_LEVEL: 'trace' }, { logLevel: 'silent' }],
    [['--log-level', 'silent'], { LOG_LEVEL: 'loud' }, { logLevel: 'silent' }],
    [[], { ARTICLES_DIR: 'news' }, { articlesDir: 'news' }],
    [['--articles-dir', 'mine'], { ARTICLES_DIR: 'news' }, { articlesDir: 'mine' }],
    [['mine'], { ARTICLES_DIR: 'news' }, { articlesDir: 'mine' }],
    [['--port', '80', 'mine', '--strict'], {}, { port: 80, articlesDir: 'mine', strict: true }],
    [['--', '--odd'], {}, { articlesDir: '--odd' }],
    [[], { STRICT: 'true' }, { strict: true }],
    [[], { STRICT: '1' }, { strict: true }],
    [[], { STRICT: 'Yes' }, { strict: true }],
    [[], { STRICT: 'false' }, {}],
    [[], { STRICT: '0' }, {}],
    [['--strict'], { STRICT: 'false' }, { strict: true }],
    [[], { PORT: '', HOST: '', ARTICLES_DIR: '', LOG_LEVEL: '', STRICT: '' }, {}]
  ]
  for (const [args, env, expected] of cases)
    t.strictSame(
      readConfig(args, env),
      { ...DEFAULTS, ...expected },
      `${args.join(' ')} ${JSON.stringify(env)}`
    )
  t.end()
})

t.test('every wrong setting is named in one message', (t) => {
  const port = 'must be a whole number from 0 to 65535'
  const level = 'must be fatal, error, warn, info, debug, trace or silent'
  t.equal(
    messageOf(['--host', '', ''], { PORT: '65536', LOG_LEVEL: 'loud', STRICT: 'strict' }),
    `The configuration is not valid:
  HOST (--host) must not be empty; it is ""
  PORT (--port) ${port}; it is "65536"
  ARTICLES_DIR (--articles-dir) must not be empty; it is ""
  LOG_LEVEL (--log-level) ${level}; it is "loud"
  STRICT (--strict) must be true or false (1 or 0, yes or no, on or off); it is "strict"`
  )
  for (const wrong of ['', '-1', '1.5', '1e3', '0x50', ' 80', '65536', '999999', 'http'])
    t.match(messageOf([`--port=${wrong}`]), `PORT (--port) ${port}; it is "${wrong}"`)
  t.match(messageOf(['--port', '-1']), `PORT (--port) ${port}; it is "-1"`)
  t.end()
})

t.test('what cannot be a command line is refused, with the way to the help', (t) => {
  const cases: [args: string[], message: string | RegExp][] = [
    [['a', 'b'], 'Only one folder can be read, not a and b.'],
    [['a', '--articles-dir', 'b'], 'Only one folder can be read, not a and b.'],
    [['a', '--demo'], 'Only one folder can be read, not a and '],
    [['--prot', '80'], 'There is no flag --prot: did you mean --port?'],
    [['--log-levle=info'], 'There is no flag --log-levle: did you mean --log-level?'],
    [['--colour'], 'There is no flag --colour.'],
    [['--size', '5'], '-n (--size) can only be used with `nyhetssok search`.'],
    [['--__proto__'], 'There is no flag --__proto__.'],
    [['--no-strict'], 'There is no flag --no-strict: did you mean --strict?'],
    [['--port'], '--port needs a value: --port=NUMBER.'],
    [['--host', '--port', '80'], '--host needs a value: --host=ADDRESS.'],
    [['--strict=no'], '--strict takes no value.'],
    [['-q', '80'], 'There is no flag -q.'],
    [['-p'], '-p needs a value: --port=NUMBER.']
  ]
  for (const [args, message] of cases) {
    t.match(messageOf(args), message, args.join(' '))
    t.match(messageOf(args), /\nSee: nyhetssok --help$/, args.join(' '))
  }
  t.end()
})

t.test('whatever is given, there is a configuration or a ConfigError', (t) => {
  const any = fc.oneof(
    fc.string(),
    fc.constantFrom('--port', '-p', '--host', '--strict', '--demo', '--', '-', '__proto__', '80', '=')
  )
  const env = fc.dictionary(fc.constantFrom('PORT', 'HOST', 'STRICT', 'LOG_LEVEL', 'ARTICLES_DIR'), any)
  fc.assert(
    fc.property(fc.array(any, { maxLength: 5 }), env, (args, env) => {
      try {
        const line = readCommandLine(['serve', ...args], env)
        return !('config' in line) || Object.keys(line.config).length === Object.keys(DEFAULTS).length
      } catch (error) {
        return error instanceof ConfigError
      }
    })
  )
  t.end()
})

t.test('the help names every flag, variable and default', (t) => {
  const help = configHelp()
  for (const part of [
    '--host',
    '-p, --port',
    '--articles-dir',
    '--data-dir',
    '--log-level',
    '--log-format',
    '--strict'
  ])
    t.match(help, part)
  for (const part of ['HOST', 'PORT', 'ARTICLES_DIR', 'DATA_DIR', 'LOG_LEVEL', 'LOG_FORMAT', 'STRICT'])
    t.match(help, part)
  for (const part of Object.values(DEFAULTS)) t.match(help, `(${String(part)})`)
  for (const line of help.split('\n')) t.ok(line.length <= 120, line)
  for (const line of help.split('\n'))
    t.match(line, /^ {2}\S.{36}\S|^ {2}-\S+( [A-Z/]+)? +[A-Z_]+$|^ {39}\S/, 'one column')
  t.end()
})

t.test('keys of people who write', (t) => {
  const hash = `sha256:${'0f'.repeat(32)}`
  const long = 'nyhetssok_0123456789'
  t.strictSame(readConfig([], { API_KEYS: `${hash}, ${long}` }).apiKeys, [hash, long])
  t.match(messageOf([], { API_KEYS: 'sha256:0f0f' }), 'API_KEYS (--api-keys) must be keys or their hashes')
  t.notMatch(messageOf([], { API_KEYS: 'sha256:0f0f' }), '0f0f', 'is in no message')
  t.equal(new ApiKeys([hash, long]).short, 0)
  t.equal(new ApiKeys([hash, long, 'abc']).short, 1)
  t.end()
})
