/*
 * Paging through any list, with any size of page, also one that changes on the way:
 * - visits each item once, in the order of a single long page;
 * - says the same `total` on each page;
 * - has `next` on every page but the last, and the same links in the `Link` header;
 * - keeps what was asked for, whatever characters are in it;
 * - is answered by the generation that the first page was of, also when another has taken its place.
 */
import { setTimeout } from 'node:timers/promises'
import { norwegianNames } from '../../src/entities/norwegian-names.js'
import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { annotateHere } from '../collection/annotate-here.js'
import { Collection } from '../../src/collection/collection.js'
import { listedNames } from '../entities/listed-names.js'
import { isProblem, NEWS, startService } from './service.js'

const findNames = listedNames({
  Kommunen: 'organisation',
  Naboene: 'person',
  Ordføreren: 'person',
  Ingen: 'event'
})
const { ask, collection } = await startService(t, {
  collection: new Collection({ annotate: annotateHere(findNames) })
})

interface Page {
  readonly total: number
  readonly items?: readonly object[]
  readonly hits?: readonly object[]
  readonly links: { readonly self: string; readonly prev?: string; readonly next?: string }
}

const LISTS = [
  '/v1/search?',
  '/v1/search?q=vei&',
  '/v1/search?q=kommune+klage&match=any&sort=oldest&',
  '/v1/search?q=Hva+koster+vei+3?+%26+hva+%3D+%2B+%23&match=any&source=Avisa&source=Bladet&',
  '/v1/articles?',
  '/v1/entities?',
  '/v1/entities/person:naboene/mentions?snippetLength=80&',
  '/v1/entities/person:naboene/articles?sort=oldest&',
  '/v1/entities/person:naboene/related?',
  '/v1/articles/vei-3/entities?',
  '/v1/articles?sort=oldest&from=2012-01-01&',
  '/v1/articles?source=ingen&',
  '/v1/snippets?q=vei&',
  '/v1/articles/vei-3/snippets?q=vei+kommune&'
]

const read = async (url: string): Promise<Page> => {
  const answer = await ask(url)
  assert.equal(answer.statusCode, 200, `${url}: ${answer.body}`)
  const page = answer.json<Page>()
  const header = Object.entries(page.links).map(([rel, link]) => `<${link}>; rel="${rel}"`)
  assert.equal(answer.headers.link, header.join(', '))
  assert.equal(page.links.self, url)
  return page
}

const itemsOf = ({ items, hits }: Page): readonly object[] => items ?? hits ?? []

/** All pages to the end; `sizes` are the sizes of the pages, the last one of the rest. */
const readAll = async (url: string, sizes: readonly number[]): Promise<Page[]> => {
  const pages = [await read(`${url}size=${sizes[0]!}`)]
  for (let next = pages[0]!.links.next; next !== undefined; next = pages.at(-1)!.links.next) {
    const resized = new URL(next, 'http://localhost')
    resized.searchParams.set('size', String(sizes[Math.min(pages.length, sizes.length - 1)]!))
    pages.push(await read(resized.pathname + resized.search))
  }
  return pages
}

for (const list of LISTS)
  t.test(`${list} is read to its end by pages of any size`, async () => {
    const whole = await read(`${list}size=100`)
    assert.equal(itemsOf(whole).length, whole.total)
    assert.equal(whole.links.next, undefined)
    const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 })
    const property = fc.asyncProperty(sizes, async (sizes) => {
      const pages = await readAll(list, sizes)
      assert.deepEqual(pages.flatMap(itemsOf), itemsOf(whole))
      for (const { total } of pages) assert.equal(total, whole.total)
    })
    await fc.assert(property, { numRuns: 15 })
  })

t.test('a page by number is the one that cursors come to, and leads back', async (t) => {
  for (const list of ['/v1/search?q=vei&', '/v1/articles?', '/v1/snippets?q=vei&']) {
    const [, second] = await readAll(list, [5, 5])
    const numbered = await read(`${list}size=5&offset=5`)
    t.strictSame(itemsOf(numbered), itemsOf(second!), list)
    const byPage = await read(`${list}size=5&page=2`)
    t.strictSame(itemsOf(byPage), itemsOf(second!), list)
    t.strictSame(byPage.links.next, numbered.links.next, 'both lead on to the same')
    t.strictSame(
      itemsOf(await read(`${list}size=2&page=2&offset=5`)),
      itemsOf(second!).slice(2, 4),
      'counted on'
    )
    const before = await read(numbered.links.prev!)
    t.strictSame(itemsOf(before), itemsOf(await read(`${list}size=5`)), 'the page before')
    t.notOk('prev' in before.links)
    t.strictSame(itemsOf(await read(`${list}size=5&offset=100000`)), [])
    t.strictSame(itemsOf(await read(`${list}size=100&page=1000`)), [])
  }
  isProblem(t, await ask('/v1/articles?offset=100001'), 'invalid-parameter')
  isProblem(t, await ask('/v1/articles?page=0'), 'invalid-parameter')
  isProblem(t, await ask('/v1/articles?page=1001'), 'invalid-parameter')
})

t.test('the lists are long enough to tell', async (t) => {
  const totals = await Promise.all(LISTS.map(async (list) => (await read(`${list}size=1`)).total))
  t.strictSame(totals.slice(0, 2), [23, 23])
  t.ok(totals.filter((total) => total > 5).length >= 6, totals.join(', '))
})

t.test(
  'the parameters may come in another order; a cursor goes on with the articles it was given for',
  async (t) => {
    const { next = '' } = (await read('/v1/search?q=vei&match=any&size=5')).links
    const cursor = new URL(next, 'http://localhost').searchParams.get('cursor')!
    t.equal((await ask(`/v1/search?match=any&cursor=${cursor}&q=vei`)).statusCode, 200)
    const before = (await ask(next)).json<Page>()
    await collection.load(t.testdir({ 'news.jsonl': NEWS, 'new.txt': 'Ny vei' }))
    t.strictSame(itemsOf((await ask(next)).json<Page>()), itemsOf(before))
    t.equal((await read('/v1/articles?size=1')).total, 24, 'who begins anew sees the new one')
  }
)

t.test('a cursor expires some time after its articles were replaced', async (t) => {
  const collection = new Collection({ annotate: annotateHere(norwegianNames), keepMs: 1 })
  const { ask } = await startService(t, { collection })
  const { next = '' } = (await ask('/v1/articles?size=5')).json<Page>().links
  await collection.load(t.testdir({ 'a.txt': 'Ny vei' }))
  await setTimeout(20)
  isProblem(t, await ask(next), 'expired-cursor')
})

t.test('pages are of the generation that the first one was of', async (t) => {
  const asked: (string | undefined)[] = []
  let newest = 'first'
  const { ask } = await startService(t, {
    engineOf: (engine) => ({
      ...engine,
      get generation() {
        return newest
      },
      ask: (verb, question, at) => {
        asked.push(at)
        return engine.ask(verb, question)
      }
    })
  })
  const tags = new Set<unknown>()
  const follow = async (url: string): Promise<string | undefined> => {
    const answer = await ask(url)
    tags.add(answer.headers.etag)
    return answer.json<Page>().links.next
  }
  const second = (await follow('/v1/articles?size=5'))!
  newest = 'second'
  const third = (await follow(second))!
  await follow(third)
  await follow('/v1/articles?size=5')
  t.strictSame(asked, ['first', 'first', 'first', 'second'])
  t.equal(tags.size, 4, 'so the first page has another entity tag now')
  await follow(second)
  t.equal(tags.size, 4, 'and the second has the same')
})
