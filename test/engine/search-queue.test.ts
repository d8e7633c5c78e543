/*
 * Searches that are asked for at the same time:
 * - each caller has the answers to its own bodies, in their order, however many ask and however much;
 * - they go in as few requests as hold them, of 64 searches at most;
 * - when a request fails, those fail who are in it, and no others.
 */
import fc from 'fast-check'
import t from 'tap'
import { SearchQueue, type SearchBody } from '../../src/engine/opensearch/connection/search-queue.js'

const body = (id: string): SearchBody => ({ body: { id } })
const echo = (bodies: readonly SearchBody[]) => bodies.map((one) => one.body.id)

t.test('each has its own answers', async () => {
  const callers = fc.array(fc.integer({ min: 0, max: 150 }), { minLength: 1, maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(callers, async (sizes) => {
      const requests: number[] = []
      const queue = new SearchQueue((bodies) => {
        requests.push(bodies.length)
        return Promise.resolve(echo(bodies))
      })
      const asked = sizes.map((size, caller) => Array.from({ length: size }, (_, i) => `${caller} ${i}`))
      const answers = await Promise.all(asked.map((ids) => queue.ask(ids.map(body))))
      t.strictSame(answers, asked)
      t.ok(requests.every((size) => size > 0 && size <= 64))
    })
  )
})

t.test('those that fit go together', async (t) => {
  const requests: unknown[][] = []
  const queue = new SearchQueue((bodies) => {
    requests.push(echo(bodies))
    return Promise.resolve(echo(bodies))
  })
  await Promise.all([queue.ask([body('a'), body('b')]), queue.ask([body('c')])])
  await queue.ask([body('d')])
  t.strictSame(requests, [['a', 'b', 'c'], ['d']])
})

t.test('a fault is that of its request', async (t) => {
  const many = Array.from({ length: 64 }, (_, i) => body(String(i)))
  const queue = new SearchQueue((bodies) =>
    bodies.length < 64 ? Promise.reject(new Error('no')) : Promise.resolve(echo(bodies))
  )
  const [whole, one, other] = await Promise.allSettled([
    queue.ask(many),
    queue.ask([body('a')]),
    queue.ask([body('b')])
  ])
  t.equal(whole.status, 'fulfilled')
  t.match([one, other], [{ status: 'rejected' }, { status: 'rejected' }])
})
