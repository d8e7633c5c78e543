/*
 * The command line, run as npm installs it, through a symbolic link and in another folder:
 * - --help and no argument print the help, --version the version of package.json;
 * - whatever is printed, a reader that goes away ends nothing with a stack;
 * - `search` prints the hits on standard output, best first, and what else there is to tell on standard error;
 * - a command, flag or setting that is wrong ends it with status 2 and one message that names all that is wrong;
 * - a folder is refused before anything listens;
 * - a folder, port or, with --strict, a file that is wrong ends it with status 1 and a message without a stack;
 * - nothing is printed on standard output that is not asked for, so that the log is lines of JSON.
 */
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import t from 'tap'
import { install, run } from './http/installed-service.js'

const folder = t.testdir({
  package: {},
  good: { 'a.txt': 'En vei.' },
  bad: { 'a.txt': 'En vei.', 'b.jsonl': '{"id":"b","text":"To veier."}\n{"text":' },
  'file.txt': 'En vei.'
})
const command = install(`${folder}/package`)
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string
}

interface Outcome {
  readonly status: unknown
  readonly stdout: string
  readonly stderr: string
}

const outcome = async (args: readonly string[], env: Record<string, string> = {}): Promise<Outcome> => {
  const process = run(command, args, { cwd: folder, env })
  return { status: await process.end(), stdout: process.stdout, stderr: process.stderr }
}

t.test('help and version', async (t) => {
  const [help, ...same] = await Promise.all(
    [['--help'], [], ['help'], ['serve', 'good', '-h']].map((args) => outcome(args))
  )
  t.match(help, { status: 0, stdout: 'nyhetssok [serve] DIR', stderr: /^$/ })
  for (const other of same) t.strictSame(other, help)
  for (const printed of await Promise.all([outcome(['--version']), outcome(['-V'])]))
    t.strictSame(printed, { status: 0, stdout: `${version}\n`, stderr: '' })
})

t.test('a command line that is wrong', async (t) => {
  const cases: [args: string[], env: Record<string, string>, messages: string[]][] = [
    [['sreve'], {}, ['There is no command "sreve"', 'did you mean serve?', 'nyhetssok --help']],
    [['--prot', '80'], {}, ['There is no flag --prot: did you mean --port?', 'nyhetssok --help']],
    [['serve', 'good', 'bad'], {}, ['Only one folder']],
    [['serve', '--port', 'x'], { LOG_LEVEL: 'loud' }, ['PORT (--port)', 'LOG_LEVEL (--log-level)']]
  ]
  const outcomes = await Promise.all(cases.map(([args, env]) => outcome(args, env)))
  for (const [i, { status, stdout, stderr }] of outcomes.entries()) {
    const [args, , messages] = cases[i]!
    t.strictSame([status, stdout], [2, ''], args.join(' '))
    for (const message of ['nyhetssok: ', ...messages]) t.match(stderr, message)
    t.notMatch(stderr, /^ +at /m, 'no stack')
  }
})

t.test('a search', async (t) => {
  const [found, nothing] = await Promise.all([
    outcome(['search', 'bad', 'veien', '-n', '1']),
    outcome(['search', 'good', 'fjellet'])
  ])
  t.strictSame(found, {
    status: 0,
    stdout: 'En vei.\n  a\n  En vei.\n\n',
    stderr: '1 of 2 articles\n1 file or record was left out; see: nyhetssok check bad\n'
  })
  t.match(nothing, { status: 0, stdout: /^$/, stderr: /0 articles\n$/ })
})

t.test('a reader that goes away', async (t) => {
  const runs = [['--help'], ['search', 'good', 'vei']].map((args) => run(command, args, { cwd: folder }))
  for (const process of runs) process.child.stdout!.destroy()
  for (const process of runs) {
    t.equal(await process.end(), 0)
    t.notMatch(process.stderr, /EPIPE|^ +at /m)
  }
})

t.test('a folder that cannot be served', async (t) => {
  const cases: [folder: string, message: string][] = [
    ['nope', 'The article folder "nope" does not exist: create it, or name another one.'],
    ['file.txt', 'The article folder "file.txt" is not a folder: name the folder that the articles are in.']
  ]
  const outcomes = await Promise.all(cases.map(([name]) => outcome(['serve', name, '--port', '0'])))
  t.strictSame(
    outcomes,
    cases.map(([, message]) => ({ status: 1, stdout: '', stderr: `nyhetssok: ${message}\n` }))
  )
})

t.test('a port that is in use', async (t) => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  t.teardown(() => other.close())
  const { port } = other.address() as AddressInfo
  const { status, stderr } = await outcome(['serve', 'good'], { PORT: String(port), LOG_LEVEL: 'silent' })
  t.equal(status, 1)
  t.equal(
    stderr,
    `nyhetssok: Cannot listen on 127.0.0.1, port ${port}: it is in use; choose another with --port or PORT.\n`
  )
})

t.test('an address that is not of this machine', async (t) => {
  const { status, stderr } = await outcome(['serve', 'good', '--host', '192.0.2.1', '--port', '0'])
  t.equal(status, 1)
  t.match(stderr, /^nyhetssok: Cannot listen on 192\.0\.2\.1, port 0: .*\n$/)
})

t.test('with --strict, a bad file is the end', async (t) => {
  const args = ['serve', 'bad', '--port', '0', '--log-level', 'error']
  for (const { status, stdout, stderr } of await Promise.all([
    outcome([...args, '--strict']),
    outcome(args, { STRICT: 'true' })
  ])) {
    t.strictSame([status, stdout], [1, ''])
    t.match(stderr, /^nyhetssok: 1 article file or record has a problem, the first: b\.jsonl, line 2: .*\n$/)
  }
})
