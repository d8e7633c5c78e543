/*
 * The sitemap:
 * - has the address of every article once, with its day where it states one, under the origin that was asked;
 * - is a whole file of the protocol, also where there is no article, and has an entity tag;
 * - names its parts where there are more addresses than one file may have; a part has the articles of its place.
 */
import t from 'tap'
import { convert } from 'xmlbuilder2'
import { MOST_ADDRESSES, partsOf, sitemapIndex } from '../../src/http/sitemap.js'
import { isProblem, NEWS, startEmpty, startService } from './service.js'

const { ask, collection } = await startService(t)

interface UrlSet {
  readonly urlset: {
    readonly '@xmlns': string
    readonly url?: readonly { readonly loc: string; readonly lastmod?: string }[]
  }
}

const read = async (url: string): Promise<UrlSet['urlset']> => {
  const answer = await ask(url, { host: 'nyheter.example' })
  t.strictSame([answer.statusCode, answer.headers['content-type']], [200, 'application/xml; charset=utf-8'])
  t.match(answer.headers.etag, /^W/)
  return (convert(answer.body, { format: 'object' }) as unknown as UrlSet).urlset
}

t.test('every article', async (t) => {
  const urlset = await read('/sitemap.xml')
  t.equal(urlset['@xmlns'], 'http://www.sitemaps.org/schemas/sitemap/0.9')
  const articles = NEWS.split('\n').map((line) => JSON.parse(line) as { id: string; published?: string })
  const expected = articles.map(({ id, published }) => ({
    loc: `http://nyheter.example/?article=${id}`,
    ...(published !== undefined && { lastmod: published })
  }))
  const byAddress = (a: { loc: string }, b: { loc: string }): number => (a.loc < b.loc ? -1 : 1)
  t.strictSame([...urlset.url!].sort(byAddress), expected.sort(byAddress))
  t.strictSame(await read('/sitemap.xml?part=1'), urlset)
  t.notOk((await read('/sitemap.xml?part=2')).url, 'there is no more')
  t.equal((await ask('/sitemap.xml', {}, 'HEAD')).body, '')
})

t.test('parts', (t) => {
  t.equal(partsOf(MOST_ADDRESSES), undefined)
  t.strictSame(partsOf(MOST_ADDRESSES + 1), [1, 2])
  t.strictSame(partsOf(12, 5), [1, 2, 3])
  const { sitemapindex } = convert(sitemapIndex('https://a.example', [1, 2]), {
    format: 'object'
  }) as unknown as { sitemapindex: { sitemap: object[] } }
  t.strictSame(sitemapindex.sitemap, [
    { loc: 'https://a.example/sitemap.xml?part=1' },
    { loc: 'https://a.example/sitemap.xml?part=2' }
  ])
  t.end()
})

t.test('faults are problems', async (t) => {
  isProblem(t, await ask('/sitemap.xml?part=x'), 'invalid-parameter')
  isProblem(t, await ask('/sitemap.xml', { accept: 'application/json' }), 'not-acceptable')
  isProblem(t, await (await startEmpty(t)).ask('/sitemap.xml'), 'not-ready')
})

t.test('no article', async (t) => {
  await collection.load(t.testdir({}))
  t.notOk((await read('/sitemap.xml')).url)
})
