/*
 * The command line:
 * - a command comes first among what is no flag; without one, a folder, a flag or a path is served;
 * - nothing at all, `help`, -h and --help ask for the help; -V, -v and --version for the version;
 * - `search` takes a folder and words; the folder may be named by --demo or --articles-dir instead;
 * - what is neither a command nor there is an error that names the nearest command.
 */
import t from 'tap'
import { readCommandLine } from '../src/command-line.js'
import { ConfigError } from '../src/config.js'
import { demoArticles } from '../src/flags.js'

const folder = t.testdir({ nyheter: {}, serve: {} })

t.test('what is asked for', (t) => {
  const cases: [args: string[], expected: object][] = [
    [[], { command: 'help' }],
    [['help'], { command: 'help' }],
    [['serve', folder, '-h'], { command: 'help' }],
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
    [['search'], 'State a folder and words'],
    [['search', 'a'], 'State a folder and words'],
    [['search', 'a', 'b', '-n', '0'], '-n (--size) must be from 1 to 100; it is "0".'],
    [['serve', '-n', '5'], '-n (--size) is for `nyhetssok search` alone.']
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
