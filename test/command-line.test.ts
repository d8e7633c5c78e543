/*
 * The command line:
 * - a command comes first among what is no flag; without one, a folder, a flag or a path is served;
 * - nothing at all, `help`, -h and --help ask for the help; -V, -v and --version for the version;
 * - `COMMAND --help` and `help COMMAND` ask for the help of that command, which has its own flags alone;
 * - `search` takes a folder and words; the folder may be named by --demo or --articles-dir instead;
 * - what is neither a command nor there is an error that names the nearest command.
 */
import t from 'tap'
import { readCommandLine, type Task } from '../src/command-line.js'
import { ConfigError } from '../src/config.js'
import { demoArticles } from '../src/flags.js'
import { helpText } from '../src/help.js'

const folder = t.testdir({ nyheter: {}, serve: {} })

t.test('what is asked for', (t) => {
  const cases: [args: string[], expected: object][] = [
    [[], { command: 'help' }],
    [['help'], { command: 'help' }],
    [['serve', folder, '-h'], { command: 'help' }],
    [['check', '-h'], { command: 'help', of: 'check' }],
    [['help', 'search'], { command: 'help', of: 'search' }],
    [['key'], { command: 'key' }],
    [['-V'], { command: 'version' }],
    [['-v'], { command: 'version' }],
    [['check', '--version'], { command: 'version' }],
    [['serve'], { command: 'serve', config: { articlesDir: './articles' } }],
    [['check', 'a'], { command: 'check', config: { articlesDir: 'a' } }],
    [['index', 'a'], { command: 'index', config: { articlesDir: 'a' } }],
    [['--strict', 'check', 'a'], { command: 'check', config: { articlesDir: 'a', strict: true } }],
    [[`${folder}/nyheter`], { command: 'serve', config: { articlesDir: `${folder}/nyheter` } }],
    [['./nope'], { command: 'serve', config: { articlesDir: './nope' } }],
    [['-p', '0'], { command: 'serve', config: { articlesDir: './articles', port: 0 } }],
    [['--demo'], { command: 'serve', config: { articlesDir: demoArticles() } }],
    [
      ['search', 'a', 'ny', 'vei'],
      { command: 'search', q: 'ny vei', size: 10, config: { articlesDir: 'a' } }
    ],
    [['search', 'a', '-n', '3', '--', '-vei'], { command: 'search', q: '-vei', size: 3 }],
    [
      ['search', '--demo', 'strategi'],
      { command: 'search', q: 'strategi', config: { articlesDir: demoArticles() } }
    ],
    [['search', '--articles-dir', 'a', 'vei'], { command: 'search', q: 'vei', config: { articlesDir: 'a' } }]
  ]
  for (const [args, expected] of cases) t.match(readCommandLine(args, {}), expected, args.join(' '))
  t.end()
})

t.test('what is none', (t) => {
  const cases: [args: string[], message: string][] = [
    [['sreve'], 'There is no command "sreve", and no folder of that name: did you mean serve?'],
    [['serach', 'a', 'b'], 'did you mean search?'],
    [['nyheter'], 'There is no command "nyheter", and no folder of that name.'],
    [['search'], 'Give a folder and the words to search for'],
    [['search', 'a'], 'Give a folder and the words to search for'],
    [['search', 'a', 'b', '-n', '0'], '-n (--size) must be from 1 to 100; it is "0".'],
    [['serve', '-n', '5'], '-n (--size) can only be used with `nyhetssok search`.'],
    [['key', 'foo'], '`nyhetssok key` takes no arguments, but was given "foo".'],
    [['key', '--strict'], '`nyhetssok key` takes no arguments, but was given "--strict".']
  ]
  for (const [args, message] of cases)
    try {
      t.fail(`taken: ${JSON.stringify(readCommandLine(args, {}))}`)
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error
      t.match(error.message, message, args.join(' '))
    }
  t.end()
})

t.test('the help of a command', (t) => {
  const cases: [of: Task, has: string[], lacks: string[]][] = [
    ['serve', ['nyhetssok check DIR', '--port', '--strict'], []],
    ['check', ['nyhetssok check DIR', '--strict'], ['--port', '--size', 'nyhetssok search']],
    ['index', ['nyhetssok index DIR', '--data-dir', '--opensearch-url'], ['--port', '--size']],
    ['search', ['nyhetssok search DIR', '-n, --size NUMBER'], ['--port', '--strict']],
    ['key', ['nyhetssok key', 'API_KEYS'], ['--']]
  ]
  for (const [of, has, lacks] of cases) {
    for (const part of has) t.match(helpText(of), part)
    for (const part of lacks) t.notMatch(helpText(of), part)
    for (const line of helpText(of).split('\n')) t.ok(line.length <= 120, line)
  }
  t.end()
})
