/*
 * What only a real connection can carry:
 * - a URL of 100 kB is a 431 problem, also to a client that goes on sending;
 * - letters that are not percent-encoded are an `invalid-url` problem that says how to encode them;
 * - so are a request without a Host header, and `*` for a path; every method is known, and refused with `Allow`;
 * - what is no HTTP is a `bad-request` problem; so is none of it logged as a failure;
 * - signs that would end a link in the `Link` header are encoded there, and no link names a host;
 * - a body that is begun and not gone on with is a `request-timeout` problem, and the connection ends, also where the
 *   request was answered before; time that the service takes itself does not count;
 * - after each of them the service answers as before, also to requests on the same connection.
 */
import { once } from 'node:events'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { PROBLEMS, type ProblemCode } from '../../src/http/errors.js'
import { ProblemSchema } from '../../src/http/schemas/problem.js'
import type { Engine } from '../../src/engine/engine.js'
import { startService } from './service.js'

const log: string[] = []
const { app } = await startService(t, { log })
await app.listen({ port: 0, host: '127.0.0.1' })
const { port } = app.server.address() as AddressInfo
const origin = `http://127.0.0.1:${port}`

interface Answer {
  readonly status: number
  readonly head: string
  readonly body: string
}

/** What comes back, until the service ends the connection. */
const send = (...parts: (string | Buffer)[]): Promise<Answer> =>
  sendTo(port, (socket) => {
    for (const part of parts) socket.write(part)
  })

const sendTo = async (to: number, write: (socket: Socket) => void): Promise<Answer> => {
  const socket = connect(to, '127.0.0.1')
  const received: Buffer[] = []
  socket.on('data', (chunk: Buffer) => received.push(chunk))
  // The service may end the connection while something is sent.
  socket.on('error', () => undefined)
  write(socket)
  await once(socket, 'close')
  const [head = '', body = ''] = Buffer.concat(received).toString().split('\r\n\r\n')
  return { status: Number(head.split(' ')[1]), head: head.toLowerCase(), body }
}

const REST = ' HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n'

const CASES: [about: string, code: ProblemCode, parts: (string | Buffer)[]][] = [
  ['a URL of 100 kB', 'headers-too-large', [`GET /v1/search?q=${'a'.repeat(100_000)}${REST}`]],
  [
    'a header of 100 kB',
    'headers-too-large',
    [`GET / HTTP/1.1\r\nHost: x\r\nCookie: ${'a'.repeat(100_000)}\r\n\r\n`]
  ],
  ['a letter that is not encoded', 'invalid-url', [`GET /v1/search?q=øl${REST}`]],
  ['a letter in the path', 'invalid-url', [`GET /v1/articles/øl${REST}`]],
  ['a letter in ISO 8859-1', 'invalid-url', ['GET /v1/search?q=', Buffer.from('øl', 'latin1'), REST]],
  ['encoded ISO 8859-1', 'invalid-url', [`GET /v1/search?q=%F8l${REST}`]],
  ['a space', 'bad-request', [`GET /v1/search?q=a b${REST}`]],
  ['no Host header', 'bad-request', ['GET /v1/search HTTP/1.1\r\nConnection: close\r\n\r\n']],
  ['no path', 'invalid-url', [`GET *${REST}`]],
  ['no HTTP', 'bad-request', ['Hei!\r\n\r\n']],
  ['no method', 'bad-request', [`HENT /v1/search${REST}`]]
]

for (const [about, code, parts] of CASES)
  t.test(`${about} is the problem ${code}`, async (t) => {
    const { status, head, body } = await send(...parts)
    t.equal(status, PROBLEMS[code].status)
    t.match(head, 'content-type: application/problem+json')
    t.match(head, /\r\nx-request-id: [0-9a-f-]{36}(\r|$)/)
    const problem = ProblemSchema.parse(JSON.parse(body))
    t.match(problem, { code, status })
    if (code === 'invalid-url' && about !== 'no path') t.match(problem.detail, '"ø" is %C3%B8')
    t.equal((await fetch(`${origin}/v1/search?q=vei`)).status, 200, 'the service goes on')
  })

t.test('the longest query fits, with letters that are three bytes each in a URL', async (t) => {
  const url = `${origin}/v1/search?q=${encodeURIComponent('ø'.repeat(2000))}`
  t.equal((await fetch(url)).status, 200)
})

t.test('a client that fetches 100 kB and more reads the problem', async (t) => {
  for (const length of [100_000, 1_000_000]) {
    const answer = await fetch(`${origin}/v1/search?q=${'a'.repeat(length)}`)
    t.equal(answer.status, 431)
    t.match(ProblemSchema.parse(await answer.json()), { code: 'headers-too-large' })
  }
})

t.test('methods of other kinds of server', async (t) => {
  for (const method of ['PROPFIND', 'PURGE', 'MKCOL']) {
    const { status, head } = await send(`${method} /v1/articles/vei-1${REST}`)
    t.equal(status, 405)
    t.match(head, '\r\nallow: get, head, options\r\n')
    t.equal((await send(`${method} /nothing${REST}`)).status, 404)
  }
})

t.test('links are whole, whatever a client sends as it is', async (t) => {
  const { status, head } = await send(`GET /v1/search?q=<vei>|"vei"?&match=any&size=1${REST}`)
  t.equal(status, 200)
  const [, link = ''] = /\nlink: (.*)\r/.exec(head) ?? []
  t.match(link, /^<[^<>"| ]+>; rel="self", <[^<>"| ]+>; rel="next"$/)
  t.match(link, '</v1/search?q=%3cvei%3e%7c%22vei%22?&match=any&size=1>')
})

t.test('requests follow each other on a connection', async (t) => {
  const bad = 'GET /v1/search?size=0 HTTP/1.1\r\nHost: localhost\r\n\r\n'
  const socket = connect(port, '127.0.0.1')
  let received = ''
  socket.setEncoding('utf8').on('data', (text: string) => (received += text))
  socket.write(bad + bad + `GET /v1/articles/vei-1${REST}`)
  await once(socket, 'close')
  t.strictSame(
    [...received.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status),
    ['400', '400', '200']
  )
})

t.test('none of this is a failure of the service', (t) => {
  const levels = log.map((line) => (JSON.parse(line) as { level: number }).level)
  t.ok(levels.length > 0)
  t.ok(levels.every((level) => level <= 30))
  t.end()
})

t.test('links name no host, whatever address was sent', async (t) => {
  const { head, body } = await send(`GET http://elsewhere.example/v1/search?q=vei&size=1${REST}`)
  const { links } = JSON.parse(body) as { links: Record<string, string> }
  for (const link of Object.values(links)) t.match(link, /^\/v1\/search\?q=vei&size=1/)
  t.notMatch(head, 'elsewhere.example')
})

const KEY = 'en-prove'

/** A service that may be written to, and the port it listens on. */
const startWritable = async (
  t: Test,
  bodyTimeouts: { idle: number; whole: number },
  engineOf = (engine: Engine): Engine => engine
): Promise<number> => {
  const { app } = await startService(t, { keys: [KEY], bodyTimeouts, engineOf })
  await app.listen({ port: 0, host: '127.0.0.1' })
  return (app.server.address() as AddressInfo).port
}

/** The head of a request to write, whose body is to have so many bytes. */
const writing = (request: string, type: string, length: number, key = KEY): string =>
  `${request} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${key}\r\n` +
  `Content-Type: application/${type}\r\nContent-Length: ${length}\r\n\r\n`

t.test('bodies that are half sent', async (t) => {
  const to = await startWritable(t, { idle: 200, whole: 60_000 })
  const half = '{"id":"ny","text":"En br'
  const cases: [head: string, status: number][] = [
    [writing('PUT /v1/articles/ny', 'json', 100), 408],
    [writing('POST /v1/articles', 'x-ndjson', 100), 408],
    [writing('POST /mcp', 'json', 100), 408],
    [writing('POST /nothing', 'json', 100), 408],
    // Answered before the body is there: what is missing is not waited for.
    [writing('PUT /v1/articles/ny', 'json', 100, 'nei'), 401],
    [writing('POST /v1/search', 'json', 100), 405],
    [writing('GET /v1/search', 'json', 100), 200]
  ]
  const answers = await Promise.all(cases.map(([head]) => sendTo(to, (socket) => socket.write(head + half))))
  t.strictSame(
    answers.map(({ status }) => status),
    cases.map(([, status]) => status)
  )
  for (const { body, head } of answers.filter(({ status }) => status === 408)) {
    t.match(ProblemSchema.parse(JSON.parse(body)), { code: 'request-timeout' })
    t.match(head, '\r\nconnection: close')
  }
  t.equal((await fetch(`http://127.0.0.1:${to}/v1/articles/ny`)).status, 404, 'nothing is written')
})

t.test('a body that comes a letter at a time', async (t) => {
  const to = await startWritable(t, { idle: 10_000, whole: 200 })
  const line = '{"id":"ny","text":"En bro."}\n'
  const drip = (head: string, letters: string) => async (socket: Socket) => {
    socket.write(head)
    for (const letter of letters) {
      socket.write(letter)
      await setTimeout(10)
    }
  }
  const sent = (head: string): Promise<Answer> =>
    sendTo(to, (socket) => void drip(head.replace('\r\n', '\r\nConnection: close\r\n'), line)(socket))
  t.equal((await sent(writing('PUT /v1/articles/ny', 'json', 1000))).status, 408)
  const { status, body } = await sent(writing('POST /v1/articles', 'x-ndjson', line.length))
  t.equal(status, 200, 'lines may take any time')
  t.match(body, '"created"')
})

t.test('a client that waits for the service is waited for', async (t) => {
  // Long: client and service share a thread, which other tests hold up.
  const idle = 1000
  const to = await startWritable(t, { idle, whole: 60_000 }, (engine) => ({
    ...engine,
    get generation() {
      return engine.generation
    },
    apply: async (changes) => {
      await setTimeout(2 * idle)
      return engine.apply!(changes)
    }
  }))
  const lines = Array.from({ length: 200 }, (_, at) => `{"id":"n${at}","text":"En bro."}\n`).join('')
  const last = '{"id":"siste","text":"En bro."}\n'
  const { status, body } = await sendTo(to, (socket) => {
    const length = lines.length + last.length
    socket.write(
      writing('POST /v1/articles', 'x-ndjson', length).replace('\r\n', '\r\nConnection: close\r\n')
    )
    socket.write(lines)
    // The rest follows when what was written so far is told.
    let told = ''
    socket.on('data', (chunk: Buffer) => {
      const wasTold = told.includes('"line":200')
      told += chunk.toString()
      if (!wasTold && told.includes('"line":200')) socket.write(last)
    })
  })
  t.equal(status, 200)
  t.match(body, '"id":"siste","status":201')
})
