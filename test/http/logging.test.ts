/*
 * The log:
 * - has one line for each request, with its path, its status and its id, which the client gets;
 * - has at level info nothing of what was searched for, whatever the outcome of the request;
 * - has a key or token of the client at no level.
 */
import t from 'tap'
import { createApp } from '../../src/app.js'
import { createMemoryEngine } from '../../src/engine/memory/memory-engine.js'
import { createLogger } from '../../src/logging.js'
import { startService } from './service.js'

interface Line {
  readonly level: number
  readonly msg: string
  readonly reqId?: string
  readonly req?: { readonly method: string; readonly path: string }
  readonly res?: { readonly statusCode: number }
}

const SECRET = 'hemmelegord'

t.test('a request is logged by path and id, not by what was searched for', async (t) => {
  const log: string[] = []
  const { ask } = await startService(t, { log })
  const cases: [url: string, status: number, headers?: Record<string, string>, method?: string][] = [
    [`/v1/search?q=${SECRET}`, 200],
    [`/v1/snippets?q=${SECRET}`, 200],
    [`/v1/analyze?text=${SECRET}`, 200],
    [`/v1/search?q=${SECRET}&size=0`, 400],
    [`/v1/search?${SECRET}=1`, 400],
    [`/v1/search?match=${SECRET}`, 400],
    [`/v1/search?q=${SECRET}%F8`, 400],
    [`/v1/search?cursor=${SECRET}`, 400],
    [`/v1/search?q=${SECRET}`, 406, { accept: 'text/html' }],
    [`/v1/search?q=${SECRET}`, 405, {}, 'POST'],
    [`/v1/articles/vei-1/snippets?q=${SECRET}`, 200],
    [`/v1/articles/nope/snippets?q=${SECRET}`, 404],
    [`/nope?q=${SECRET}`, 404],
    [`/v1/articles/%F8?q=${SECRET}`, 400]
  ]
  for (const [url, status, headers, method = 'GET'] of cases) {
    log.length = 0
    const answer = await ask(url, { referer: `http://localhost/?q=${SECRET}`, ...headers }, method)
    t.equal(answer.statusCode, status, url)
    const lines = log.map((line) => JSON.parse(line) as Line)
    for (const { reqId, level } of lines) t.strictSame([reqId, level], [answer.headers['x-request-id'], 30])
    t.equal(lines.length, 1, url)
    t.match(lines[0]?.req, { method, path: url.split('?')[0] })
    t.equal(lines[0]?.res?.statusCode, status, url)
    t.notMatch(log.join(''), SECRET, `${status} ${url}`)
  }
})

t.test('what is sent to prove who one is is logged at no level', async (t) => {
  const lines: string[] = []
  const logger = createLogger('trace', { write: (line) => void lines.push(line) })
  const { collection } = await startService(t)
  const app = await createApp({ engine: createMemoryEngine(collection), logger })
  t.teardown(() => app.close())
  const headers = { authorization: `Bearer ${SECRET}`, cookie: SECRET }
  for (const url of ['/v1/search?q=vei', '/v1/search?size=0', '/nope', '/%F8'])
    await app.inject({ method: 'GET', url, headers })
  logger.info({ headers }, 'as someone might log while looking for a fault')
  logger.info({ req: { method: 'GET', url: '/', headers } }, 'or so')
  t.ok(lines.length >= 6)
  t.notMatch(lines.join('').replaceAll(`"cookie":"${SECRET}"`, ''), SECRET)
  t.match(lines.join(''), '?q=vei', 'at level trace the query is logged')
})
