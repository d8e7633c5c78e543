/*
 * What nobody should send, over real connections: unicode, control characters, deep parentheses, long phrases, odd
 * encodings and methods, wrong headers, half-sent bodies. `npm run bench:fuzz` sends a hundred thousand of them.
 * - no answer is a fault of the service (5xx), and each refusal is a problem document;
 * - the service answers others afterwards.
 */
import type { AddressInfo } from 'node:net'
import t from 'tap'
import { createApp } from '../../src/app.js'
import { Collection } from '../../src/collection/collection.js'
import { createMemoryEngine } from '../../src/engine/memory/memory-engine.js'
import { norwegianNames } from '../../src/entities/norwegian-names.js'
import { ApiKeys } from '../../src/api-keys.js'
import { hostileRequests, type Described } from '../../tools/hostile-requests.js'
import { randomNumbers } from '../../tools/random.js'
import { exchange } from '../../tools/raw-exchange.js'
import { annotateHere } from '../collection/annotate-here.js'
import { NEWS } from './service.js'

const REQUESTS = 300
const KEY = 'a-key'

t.test('hostile requests', async (t) => {
  const collection = new Collection({ annotate: annotateHere(norwegianNames) })
  const engine = createMemoryEngine(collection)
  const app = await createApp({ engine, keys: new ApiKeys([KEY]) })
  t.teardown(async () => {
    await app.close()
    await engine.close()
  })
  await collection.load(t.testdir({ 'news.jsonl': NEWS }))
  await app.listen({ port: 0 })
  const { port } = app.server.address() as AddressInfo
  const next = hostileRequests(
    {
      document: (await app.inject('/openapi.json')).json<Described>(),
      key: KEY,
      ids: ['vei-1', 'vei-2', 'person:kari-nordmann'],
      words: ['vei', 'kommunen', 'åpner', 'Ordføreren', 'veiprosjektet', 'i', 'det']
    },
    randomNumbers(7)
  )
  const statuses = new Set<number>()
  for (let sent = 0; sent < REQUESTS; sent++) {
    const request = next()
    const { status, head, body } = await exchange(port, request)
    const about = `${request.method} ${request.target.slice(0, 200)}`
    if (request.cut === undefined) t.ok(status, `${about} is answered`)
    if (status === undefined) continue
    statuses.add(status)
    if (status >= 500) t.fail(`${status} ${about}: ${body.slice(0, 500)}`)
    if (status >= 400) t.match(head, /^content-type: application\/problem\+json\r?$/im, about)
  }
  for (const status of [200, 400, 404, 405]) t.ok(statuses.has(status), `${status} is among the answers`)
  t.equal((await app.inject('/v1/search?q=vei')).statusCode, 200)
})
