/*
 * The engine whose questions are answered in threads:
 * - answers and refuses as the one in memory does, with one thread and with several, also many questions at once;
 * - remembers answers, of the generation that gave them;
 * - a generation that was replaced goes on answering; a thread that comes later knows it too; what was asked of one
 *   before it is dropped is answered;
 * - how long a question has waited for a thread is told, and none does when all are answered;
 * - a thread that ends costs the question that it was to answer, and no other: another one takes its place;
 * - it may be closed twice, and refuses what is asked then.
 */
import assert from 'node:assert/strict'
import type { Worker } from 'node:worker_threads'
import fc from 'fast-check'
import t, { type Test } from 'tap'
import { Collection } from '../../src/collection/collection.js'
import type { Engine, Request, Verb } from '../../src/engine/engine.js'
import { createMemoryEngine } from '../../src/engine/memory/memory-engine.js'
import { createThreadedEngine } from '../../src/engine/threads/threaded-engine.js'
import { norwegianNames } from '../../src/entities/norwegian-names.js'
import { annotateHere } from '../collection/annotate-here.js'
import { anyQuery } from '../segment/collection.js'
import { NEWS, QUESTIONS, searchFor, VERBS } from './questions.js'

const workers: Worker[] = []
process.on('worker', (worker) => workers.push(worker))

const folderOf = (articles: typeof NEWS, t: Test): string =>
  t.testdir({
    'articles.jsonl': articles
      .map(({ publishedAt, ...facts }) => JSON.stringify({ ...facts, published: publishedAt }))
      .join('\n')
  })

const allQuestions = VERBS.flatMap((verb) =>
  QUESTIONS[verb].map((question): [Verb, Request<Verb>] => [verb, question])
)

const collection = new Collection({ annotate: annotateHere(norwegianNames) })
const here = createMemoryEngine(collection)
const one = createThreadedEngine(collection, { threads: 1 })
const lost: Error[] = []
const several = createThreadedEngine(collection, { threads: 3, threadLost: (error) => lost.push(error) })
await collection.load(folderOf(NEWS, t))

const outcome = (engine: Engine, verb: Verb, question: Request<Verb>, at?: string): Promise<unknown> =>
  engine.ask(verb, question, at).catch((error: unknown) => {
    const { name, code, message } = error as { name: string; code: string; message: string }
    return { name, code, message }
  })

t.test('answers and refuses as the engine in memory does', async (t) => {
  const questions = [...allQuestions, ['article', { id: 'nobody' }], ['entity', { id: 'nobody' }]] as const
  const asked = questions.map(async ([verb, question]) => {
    const expected = await outcome(here, verb, question)
    for (const engine of [one, several]) {
      assert.deepEqual(await outcome(engine, verb, question), expected, `${verb} ${JSON.stringify(question)}`)
      assert.deepEqual(
        await outcome(engine, verb, question, 'unknown'),
        await outcome(here, verb, question, 'unknown')
      )
    }
  })
  await Promise.all(asked)
  const property = fc.asyncProperty(fc.array(anyQuery, { maxLength: 9 }), async (queries) => {
    const answersOf = (engine: Engine) => Promise.all(queries.map((q) => engine.ask('search', searchFor(q))))
    const expected = await answersOf(here)
    assert.deepEqual(await answersOf(one), expected)
    assert.deepEqual(await answersOf(several), expected)
  })
  await fc.assert(property, { numRuns: 25 })
  t.equal(several.status.work.threads, 3)
})

t.test('answers are remembered by question and generation', async (t) => {
  const question = searchFor('Oslo', { size: 3 })
  const first = one.generation!
  const before = await one.ask('search', question)
  const { remembered } = one.status.work
  t.same(await one.ask('search', structuredClone(question)), before)
  t.equal(one.status.work.remembered, remembered + 1)

  await collection.load(folderOf(NEWS.slice(1), t))
  for (const engine of [here, one, several]) {
    t.same(await engine.ask('search', question, first), before, 'the generation before answers alike')
    t.not((await engine.ask('search', question)).total, before.total, 'the new one has an article less')
  }
  await collection.load(folderOf(NEWS, t))
})

t.test('what waits for a generation that is dropped is answered', async (t) => {
  const changing = new Collection({ annotate: annotateHere(norwegianNames), keepMs: 0 })
  const engine = createThreadedEngine(changing, { threads: 1 })
  t.teardown(() => engine.close())
  await changing.load(folderOf(NEWS, t))
  const before = engine.generation!
  const questions = Array.from({ length: 12 }, (_, i) => searchFor(`vei ${i}`))
  const answers = questions.map((question) => engine.ask('search', question))
  await changing.load(folderOf(NEWS.slice(1), t))
  for (const [i, question] of questions.entries())
    t.same(await answers[i], await here.ask('search', question))
  await t.rejects(engine.ask('search', searchFor('vei'), before), { code: 'generation-gone' })
})

t.test('questions wait for a thread', async (t) => {
  t.strictSame([one.status.work.waiting, one.status.work.waitedMs], [0, 0])
  const questions = Array.from({ length: 12 }, (_, i) => searchFor(`vei ${i}`, { size: 3 }))
  const answers = Promise.all(questions.map((question) => one.ask('search', question)))
  await new Promise((resolve) => setImmediate(resolve))
  const { waiting, waitedMs } = one.status.work
  t.ok(waiting > 0 && waitedMs > 0, `${waiting} wait, the first ${waitedMs} ms`)
  await answers
  t.strictSame([one.status.work.waiting, one.status.work.waitedMs], [0, 0])
})

t.test('a thread that ends is replaced', async (t) => {
  const ours = workers.slice(-several.status.work.threads)
  const questions = Array.from({ length: 12 }, (_, i) => searchFor(`vei ${i}`, { explain: true }))
  const answers = Promise.allSettled(questions.map((question) => several.ask('search', question)))
  await Promise.all(ours.slice(0, 2).map((worker) => worker.terminate()))
  const refused = (await answers).flatMap((answer) =>
    answer.status === 'rejected' ? [(answer.reason as { code: string }).code] : []
  )
  t.strictSame([...new Set(refused)], refused.length > 0 ? ['thread-ended'] : [])
  t.ok(refused.length <= 2, 'one question a thread at most')
  t.strictSame([lost.length, several.status.work.threadsLost], [2, 2])
  for (const question of questions)
    t.same(await several.ask('search', question), await here.ask('search', question))
})

t.test('closing', async (t) => {
  const waiting = outcome(one, 'search', searchFor('vei til byen'))
  await one.close()
  await several.close()
  await t.resolves(one.close())
  t.match(await waiting, { code: 'thread-ended' })
  await t.rejects(several.ask('search', searchFor('vei')), { code: 'not-ready' })
})
