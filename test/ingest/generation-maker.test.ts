// A generation that threads make of many articles:
// - has the same name and the same tables, to the last number, as one that is made in one thread;
// - is told of: how many articles are indexed rises to their number;
// - ends with an error where a thread ends too soon, and all threads are stopped.
import assert from 'node:assert/strict'
import { setImmediate } from 'node:timers/promises'
import type { Worker } from 'node:worker_threads'
import t from 'tap'
import { loadModels } from '../../src/analysis/models.js'
import { GenerationMaker } from '../../src/ingest/generation-maker.js'
import { ParallelBuilder } from '../../src/ingest/parallel-builder.js'
import { GenerationBuilder } from '../../src/segment/generation-builder.js'
import type { SourceArticle } from '../../src/articles/article.js'

const workers: Worker[] = []
process.on('worker', (worker) => workers.push(worker))

const PLACES = ['Bergen', 'Oslo', 'Tromsø', 'Bodø', 'Hamar']
const articles: SourceArticle[] = Array.from({ length: 500 }, (_, i) => ({
  id: `a${i}`,
  text: `Kommunestyret i ${PLACES[i % 5]!} bygger ${i} bruer.\n\nI ${PLACES[i % 3]!} er nummer ${i * i} utbygd.`,
  ...(i % 2 === 0 && { title: `Bru${i % 50}bygging` })
}))

t.test('in threads as in one', async (t) => {
  const alone = new GenerationBuilder(loadModels())
  for (const article of articles) alone.add(article)
  const expected = await alone.finish()

  const told: number[] = []
  const maker = new GenerationMaker((indexed) => told.push(indexed))
  for (const article of articles) await maker.add(article)
  assert.deepEqual(await maker.finish(), expected)
  t.ok(told.every((indexed, i) => indexed > (told[i - 1] ?? 0)))
  t.equal(told.at(-1), articles.length)
})

t.test('a thread that ends too soon', async (t) => {
  workers.length = 0
  const builder = new ParallelBuilder(loadModels(), 2)
  const adding = builder.add(articles.slice(0, 10))
  // Node tells of new threads in the next turn.
  await setImmediate()
  await Promise.all(workers.map((worker) => worker.terminate()))
  await adding
  await t.rejects(builder.finish(), { message: 'A thread that reads articles ended.' })
  t.equal(workers.length, 2)
  await builder.stop()
  t.ok(workers.every(({ threadId }) => threadId === -1))
})
