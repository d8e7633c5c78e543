/*
 * The process, as `npx nyhetssok serve` starts it in some folder:
 * - serves that folder's articles/, and logs lines of JSON: the address, each file that was left out,
 *   what was passed by, that it is ready, and each request when it has been answered;
 * - where there are no articles, a warning says so and which files they are; with LOG_FORMAT=pretty, the lines are for
 *   a person;
 * - asked to stop, finishes the request in flight and ends with status 0, by SIGTERM as by SIGINT;
 * - does not wait for connections that ask nothing, nor for a request that is never sent to its end;
 * - stops also while the articles are read;
 * - ends where another process has the folder that is named for the index; serves without an index where another one
 *   has that in the user's cache.
 */
import { once } from 'node:events'
import { connect } from 'node:net'
import t from 'tap'
import { lockData } from '../src/collection/data-lock.js'
import { install, run } from './http/installed-service.js'

const folder = t.testdir({
  package: {},
  articles: {
    'a.txt': '---\nhumor: god\n---\nEn vei til byen.',
    'c.png': '',
    'b.jsonl': '{"id":"b","text":"En vei til."}\n{"text":'
  },
  empty: {},
  many: {
    'many.jsonl': Array.from(
      { length: 20_000 },
      (_, i) => `{"id":"a${i}","text":"En vei ${i} til byen."}`
    ).join('\n')
  }
})
const command = install(`${folder}/package`)

const serve = (...args: string[]) => run(command, ['serve', ...args], { cwd: folder, env: { PORT: '0' } })

t.test('it serves articles/ of the folder it is started in', async (t) => {
  const service = serve()
  const port = await service.ready()
  const answer = await fetch(`http://127.0.0.1:${port}/v1/search?q=vei`)
  t.match(await answer.json(), { total: 2, hits: [{ id: /^[ab]$/ }, { id: /^[ab]$/ }] })
  service.child.kill('SIGTERM')
  t.equal(await service.end(), 0)
  t.equal(service.stderr, '')
  const lines = service.stdout.trimEnd().split('\n')
  // Names that take long to read come after the articles, and have a line of their own.
  const told = lines
    .map((line) => JSON.parse(line) as { msg: string })
    .filter(({ msg }) => msg !== 'names and quotes are read')
  t.match(told, [
    { level: 30, msg: /^Server listening at http:\/\/127\.0\.0\.1:\d+$/ },
    { level: 40, msg: 'left out', file: 'b.jsonl', line: 2, reason: String },
    { level: 30, msg: /^ignored files/, files: { '.png': 1 } },
    { level: 30, msg: /^ignored keys .* known are id, .*title, .*published, /, keys: { humor: 1 } },
    { level: 30, msg: 'ready', articles: 2, problems: 1, generation: String },
    { level: 30, msg: 'request completed', req: { path: '/v1/search' }, res: { statusCode: 200 } },
    { level: 30, msg: 'stopping', signal: 'SIGTERM' }
  ])
  t.equal(told.length, 7)
})

t.test('a folder without articles, told to a person', async (t) => {
  const service = run(command, ['empty'], { cwd: folder, env: { PORT: '0', LOG_FORMAT: 'pretty' } })
  await service.printed(
    /^\[?\d\d:\d\d:\d\d\]? WARN: there are no articles to search; .*\.txt.*: folder empty$/m
  )
  service.child.kill('SIGTERM')
  t.equal(await service.end(), 0)
  t.match(service.stdout, /^.* INFO: ready: articles 0, .*problems 0, seconds [\d.]+$/m)
})

for (const signal of ['SIGTERM', 'SIGINT'] as const)
  t.test(`asked to stop by ${signal}, it finishes the request in flight`, async (t) => {
    const service = serve()
    const port = await service.ready()
    const idle = connect(port, '127.0.0.1')
    await once(idle, 'connect')
    // One that has been answered, and waits for another request: it is closed, not reset.
    const kept = connect(port, '127.0.0.1')
    const keptEnd = once(kept, 'end')
    kept.write('GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n')
    t.match(String((await once(kept, 'data'))[0]), /^connection: keep-alive\r$/im)
    const socket = connect(port, '127.0.0.1').setEncoding('utf8')
    let received = ''
    socket.on('data', (text: string) => (received += text))
    // A first request on the connection, and half of another one.
    socket.write('GET /v1/articles/a HTTP/1.1\r\nHost: localhost\r\n\r\n')
    await once(socket, 'data')
    received = ''
    socket.write('GET /v1/search?q=vei HTTP/1.1\r\nHost: loc')
    const health = await fetch(`http://127.0.0.1:${port}/health/live`)
    t.equal(health.status, 200)
    service.child.kill(signal)
    await service.printed(/"msg":"stopping"/)
    socket.write('alhost\r\n\r\n')
    await once(socket, 'close')
    t.match(received, /^HTTP\/1\.1 200 OK\r\n/)
    t.match(received.toLowerCase(), '\r\nconnection: close\r\n')
    t.match(received, '"total":2')
    await keptEnd
    t.equal(await service.end(), 0)
    idle.destroy()
  })

t.test('it does not wait for what is never sent to its end', async (t) => {
  const service = serve()
  const port = await service.ready()
  for (const part of ['GET /v1/search?q=vei HTTP/1.1\r\nHost: loc', 'HENT / HTTP/1.1\r\n\r\n']) {
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
    t.teardown(() => socket.destroy())
    await once(socket, 'connect')
    socket.write(part)
  }
  t.equal((await fetch(`http://127.0.0.1:${port}/health/live`)).status, 200)
  service.child.kill('SIGTERM')
  t.equal(await service.end(), 0)
})

t.test('it stops also while the articles are read', async (t) => {
  const service = serve('many')
  await service.printed(/listening/)
  service.child.kill('SIGTERM')
  t.equal(await service.end(), 0)
  t.equal(service.stderr, '')
})

t.test('another process has the index', async (t) => {
  const data = `${folder}/data`
  const unlock = await lockData(data)
  const refused = run(command, ['serve'], { cwd: folder, env: { PORT: '0', DATA_DIR: data } })
  t.equal(await refused.end(), 1)
  t.equal(refused.stdout, '')
  t.match(
    refused.stderr,
    new RegExp(
      `^nyhetssok: The folder "${data}" is in use by process ${process.pid} on .+: set DATA_DIR to another folder ` +
        `or to none, or, if that process no longer runs, remove ${data}/lock\\.\n$`
    )
  )
  await unlock()

  const env = { PORT: '0', DATA_DIR: 'auto', HOME: `${folder}/home`, XDG_CACHE_HOME: `${folder}/home` }
  const [first, second] = [0, 1].map(() => run(command, ['serve'], { cwd: folder, env }))
  await Promise.all([first!.ready(), second!.ready()])
  const kept = /"msg":"the index is kept there for the next start"/
  const without = new RegExp(
    `"level":40,.*"msg":"no index is kept for the next start: The folder .* is in use by process (\\d+) on `
  )
  const [one, other] = first!.stdout.includes('"msg":"the index is kept there for the next start"')
    ? [first!, second!]
    : [second!, first!]
  t.notMatch(one.stdout, without)
  t.notMatch(other.stdout, kept)
  t.equal(without.exec(other.stdout)?.[1], String(one.child.pid))
  for (const { child } of [one, other]) child.kill('SIGTERM')
  t.strictSame([await one.end(), await other.end()], [0, 0])
})
