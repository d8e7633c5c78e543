/*
 * `GET /v1/articles/{id}/related`:
 * - is a page of a list as any other: filters, `fields`, links to the next page, an entity tag;
 * - is answered before names are ready, with what words alone tie, and otherwise once they are;
 * - is not asked of an article that there is not.
 */
import { setTimeout } from 'node:timers/promises'
import t from 'tap'
import { Collection } from '../../src/collection/collection.js'
import type { StartAnnotator } from '../../src/collection/annotator.js'
import { norwegianNames } from '../../src/entities/norwegian-names.js'
import { annotateHere } from '../collection/annotate-here.js'
import { STORIES } from '../engine/questions.js'
import { isProblem, startEmpty, startService } from './service.js'

const lines = STORIES.map((story) => JSON.stringify(story)).join('\n')
const URL = '/v1/articles/bru/related'

interface Related {
  readonly total: number
  readonly items: readonly { readonly id: string; readonly ties: { readonly entities: readonly object[] } }[]
  readonly links: { readonly next?: string }
}

t.test('a page of a list', async (t) => {
  const { ask } = await startService(t, { folder: t.testdir({ 'a.jsonl': lines }) })
  const first = await ask(`${URL}?size=1`)
  t.match(first.headers, { etag: /^W/, link: /rel="next"/ })
  const { total, items, links } = first.json<Related>()
  t.strictSame([total, items.length], [2, 1])
  const next = (await ask(links.next!)).json<Related>()
  t.strictSame([items[0]!.id, next.items[0]!.id, next.links.next], ['bru-2', 'bru-3', undefined])
  const filtered = (await ask(`${URL}?source=bladet&fields=id`)).json<Related>()
  t.strictSame(filtered.items, [{ id: 'bru-3' }])
  isProblem(t, await ask('/v1/articles/finnes-ikke/related'), 'article-not-found')
  isProblem(t, await ask(`${URL}?q=vei`), 'invalid-parameter')
})

t.test('before names are ready', async (t) => {
  let annotateNow = (): void => undefined
  const started = new Promise<void>((resolve) => (annotateNow = resolve))
  const annotate: StartAnnotator = (rules) => ({
    read: 0,
    annotate: (articles) => started.then(() => annotateHere(norwegianNames)(rules).annotate(articles)),
    stop: () => Promise.resolve()
  })
  const { ask, collection } = await startEmpty(t, {
    collection: new Collection({ annotate, annotationWaitMs: 1 })
  })
  const loading = collection.load(t.testdir({ 'a.jsonl': lines }))
  while (collection.generations.current === undefined) await setTimeout(1)
  const early = (await ask(URL)).json<Related>()
  t.strictSame(early.items[0]!.ties.entities, [])
  t.ok(early.total >= 2)
  annotateNow()
  await loading
  t.not((await ask(URL)).json<Related>().items[0]!.ties.entities.length, 0)
})
