/*
 * Before and after the articles are read:
 * - the process is alive at once; what needs the articles is a `not-ready` problem with Retry-After;
 * - /health/ready is 503 with the progress, then 200 with the generation;
 * - articles that are indexed and not yet annotated are searched; what asks for names and quotes is `not-ready`
 *   until they are known;
 * - where reading names and quotes failed, that is another problem, and all else is answered;
 * - a request that is wrong is told so even then;
 * - what does not need the articles is answered all the time;
 * - files that cannot be read are counted and named, in /health/ready and /metrics;
 * - /metrics tells the versions of the service and of Node;
 * - /metrics counts requests by route pattern, never by what was asked for.
 */
import process from 'node:process'
import { setTimeout } from 'node:timers/promises'
import t from 'tap'
import type { StartAnnotator } from '../../src/collection/annotator.js'
import { annotateHere } from '../collection/annotate-here.js'
import { Collection } from '../../src/collection/collection.js'
import { withoutNames, type Engine } from '../../src/engine/engine.js'
import { norwegianNames } from '../../src/entities/norwegian-names.js'
import { ReadySchema } from '../../src/http/schemas/service.js'
import { version } from '../../src/version.js'
import { isProblem, NEWS, startEmpty, startService } from './service.js'

t.test('before the articles are read', async (t) => {
  const { ask, collection } = await startEmpty(t)
  for (const path of [
    '/v1/search',
    '/v1/snippets?q=vei',
    '/v1/articles',
    '/v1/articles/vei-1',
    '/v1/analyze?text=a'
  ]) {
    const answer = await ask(path, { 'if-none-match': '*' })
    isProblem(t, answer, 'not-ready', path)
    t.match(answer.headers['retry-after'], /^\d+$/)
  }
  isProblem(t, await ask('/v1/search?size=0'), 'invalid-parameter', 'a wrong request')
  isProblem(t, await ask('/v1/search', {}, 'POST'), 'method-not-allowed', 'a wrong method')
  for (const path of ['/', '/health/live', '/metrics', '/docs', '/openapi.json', '/problems/not-ready'])
    t.equal((await ask(path)).statusCode, 200, path)

  const starting = await ask('/health/ready')
  t.equal(starting.statusCode, 503)
  t.strictSame(ReadySchema.parse(starting.json()), {
    status: 'starting',
    articles: { read: 0, indexed: 0, annotated: 0 },
    names: 'waiting',
    problems: { count: 0, first: [], leftOut: 0 }
  })

  await collection.load(t.testdir({ 'news.jsonl': NEWS, 'entities.yaml': 'merge: 3\n' }))
  const ready = await ask('/health/ready')
  t.equal(ready.statusCode, 200)
  t.equal(ready.headers['cache-control'], 'no-store')
  t.match(ready.json(), {
    status: 'ready',
    articles: { read: 23, indexed: 23, annotated: 23 },
    names: 'ready',
    problems: { count: 1, leftOut: 0, first: [{ kind: 'setting', file: 'entities.yaml' }] },
    generation: /^[\w-]{16}$/
  })
  t.equal((await ask('/v1/search')).statusCode, 200)
})

t.test('before names and quotes are known', async (t) => {
  let annotateNow = (): void => undefined
  const started = new Promise<void>((resolve) => (annotateNow = resolve))
  const annotate: StartAnnotator = (rules) => ({
    read: 7,
    annotate: (articles) => started.then(() => annotateHere(norwegianNames)(rules).annotate(articles)),
    stop: () => Promise.resolve()
  })
  const { ask, collection } = await startEmpty(t, {
    collection: new Collection({ annotate, annotationWaitMs: 1 })
  })
  const loading = collection.load(t.testdir({ 'news.jsonl': NEWS }))
  while (collection.generations.current === undefined) await setTimeout(1)

  t.match((await ask('/health/ready')).json(), {
    status: 'ready',
    articles: { indexed: 23, annotated: 7 },
    names: 'reading'
  })
  const early = await ask('/v1/snippets?q=vei')
  t.equal(early.statusCode, 200)
  t.notOk('entities' in early.json<{ items: object[] }>().items[0]!, 'not known is not none')
  t.notOk('entities' in (await ask('/v1/articles/vei-3')).json<object>())
  for (const path of ['/v1/search?q=vei', '/v1/articles', '/v1/suggest?prefix=ve', '/v1/analyze?text=vei'])
    t.equal((await ask(path)).statusCode, 200, path)
  const late = [
    '/v1/entities',
    '/v1/entities/person:kari-moe',
    '/v1/articles/vei-3/entities',
    '/v1/quotes',
    '/v1/articles/vei-3/quotes',
    '/v1/search?entity=person:kari-moe',
    '/v1/search?facets=year,person',
    '/v1/search?q=person:moe'
  ]
  for (const path of late) {
    const answer = await ask(path)
    t.match(isProblem(t, answer, 'not-ready', path), { detail: /7 of 23/ })
    t.match(answer.headers['retry-after'], /^\d+$/)
  }

  annotateNow()
  await loading
  for (const path of late.filter((path) => !path.endsWith('person:kari-moe')))
    t.equal((await ask(path)).statusCode, 200, path)
  const whole = await ask('/v1/snippets?q=vei', { 'if-none-match': early.headers.etag! })
  t.equal(whole.statusCode, 200, 'the answer is another now')
})

t.test('while the articles are read, the progress is told', async (t) => {
  const { ask, collection } = await startEmpty(t)
  const line = (i: number): string => JSON.stringify({ id: `a${i}`, text: 'En vei til byen. '.repeat(20) })
  const folder = t.testdir({ 'many.jsonl': Array.from({ length: 390 }, (_, i) => line(i)).join('\n') })
  const loading = collection.load(folder)
  const seen: { status: string; articles: { read: number; indexed: number } }[] = []
  for (;;) {
    const answer = await ask('/health/ready')
    if (answer.statusCode === 200) break
    seen.push(ReadySchema.parse(answer.json()))
    await setTimeout(1)
  }
  await loading
  t.ok(seen.length > 1, 'the service answers meanwhile')
  const read = seen.map(({ articles }) => articles.read)
  t.strictSame(
    read,
    [...read].sort((a, b) => a - b),
    'it only grows'
  )
})

t.test('where reading names and quotes failed', async (t) => {
  const engineOf = (engine: Engine): Engine => ({
    ...engine,
    get generation() {
      return engine.generation
    },
    get status() {
      return { ...engine.status, names: 'failed' as const }
    },
    ask: (verb, question, at) =>
      verb === 'entities'
        ? Promise.reject(withoutNames({ ...engine.status, names: 'failed' }))
        : engine.ask(verb, question, at)
  })
  const { ask } = await startService(t, { engineOf })
  t.match((await ask('/health/ready')).json(), { status: 'ready', names: 'failed' })
  const answer = await ask('/v1/entities')
  t.match(isProblem(t, answer, 'names-failed'), {
    detail: /the log has the reason\. The articles are searched/
  })
  t.notOk('retry-after' in answer.headers, 'asking again does not help')
  t.equal((await ask('/v1/search?q=vei')).statusCode, 200)
})

t.test('what was left out is counted and named', async (t) => {
  const folder = t.testdir({
    'good.txt': 'Vei',
    'bad.txt': Buffer.from([0, 1, 2]),
    'b.jsonl': '{}\n{"te'
  })
  const { ask } = await startService(t, { folder })
  const { problems } = ReadySchema.parse((await ask('/health/ready')).json())
  t.equal(problems.count, 3)
  t.strictSame(
    problems.first.map(({ file, line }) => [file, line]),
    [
      ['b.jsonl', 1],
      ['b.jsonl', 2],
      ['bad.txt', 1]
    ]
  )
  const metrics = (await ask('/metrics')).body
  t.match(metrics, /^nyhetssok_article_problems 3$/m)
  t.match(metrics, /^nyhetssok_articles 1$/m)
  t.match(metrics, /^nyhetssok_ready 1$/m)
  t.match(metrics, `nyhetssok_build_info{version="${version}",node="${process.version}"} 1\n`)
})

t.test('no more than twenty problems are named', async (t) => {
  const { ask } = await startService(t, { folder: t.testdir({ 'b.jsonl': '{}\n'.repeat(30) }) })
  const { problems } = ReadySchema.parse((await ask('/health/ready')).json())
  t.strictSame([problems.count, problems.first.length], [30, 20])
})

t.test('requests are measured by route', async (t) => {
  const { ask } = await startService(t)
  for (const url of ['/v1/search?q=hemmelig', '/v1/articles/hemmelig', '/hemmelig', '/v1/articles/vei-1'])
    await ask(url)
  const metrics = (await ask('/metrics')).body
  const count = (route: string, status: number): RegExp =>
    new RegExp(
      `^http_request_duration_seconds_count\\{method="GET",route="${route}",status="${status}"\\} 1$`,
      'm'
    )
  t.match(metrics, count('/v1/search', 200))
  t.match(metrics, count('/v1/articles/:id', 404))
  t.match(metrics, count('/v1/articles/:id', 200))
  t.match(metrics, count('none', 404))
  t.notMatch(metrics, 'hemmelig')
})
