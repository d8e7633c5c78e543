/*
 * What only a real connection can carry:
 * - a URL of 100 kB is a 431 problem, also to a client that goes on sending;
 * - letters that are not percent-encoded are an `invalid-url` problem that says how to encode them;
 * - so are a request without a Host header, and `*` for a path; every method is known, and refused with `Allow`;
 * - what is no HTTP is a `bad-request` problem; so is none of it logged as a failure;
 * - signs that would end a link in the `Link` header are encoded there, and no link names a host;
 * - after each of them the service answers as before, also to requests on the same connection.
 */
import { once } from 'node:events'
import { connect, type AddressInfo } from 'node:net'
import t from 'tap'
import { PROBLEMS, type ProblemCode } from '../../src/http/errors.js'
import { ProblemSchema } from '../../src/http/schemas/problem.js'
import { startService } from './service.js'

const log: string[] = []
const { app } = await startService(t, { log })
await app.listen({ port: 0, host: '127.0.0.1' })
const { port } = app.server.address() as AddressInfo
const origin = `http://127.0.0.1:${port}`

/** What comes back, until the service ends the connection. */
const send = async (
  ...parts: (string | Buffer)[]
): Promise<{ status: number; head: string; body: string }> => {
  const socket = connect(port, '127.0.0.1')
  const received: Buffer[] = []
  socket.on('data', (chunk: Buffer) => received.push(chunk))
  for (const part of parts) socket.write(part)
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
