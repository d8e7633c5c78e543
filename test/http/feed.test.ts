/*
 * A query as a feed, and the service as a search engine of a browser:
 * - a feed reader reads the feed: what search finds, newest first, with ids, dates, authors, links, marked summaries;
 * - whatever text a query or an article has, the feed is well-formed and the text comes through;
 * - URLs are absolute, of the host that was asked; a host that is none is refused;
 * - the OpenSearch description has templates that work, and suggestions in the form that browsers read.
 */
import { parseAtomFeed } from 'feedsmith'
import fc from 'fast-check'
import { DomUtils, parseDocument } from 'htmlparser2'
import t from 'tap'
import { convert } from 'xmlbuilder2'
import { xmlOf } from '../../src/http/atom.js'
import { isProblem, NEWS, startService } from './service.js'

const { isTag, textContent } = DomUtils

const ODD = {
  id: 'rart',
  title: 'Rart <b>&amp; "skrift"</b> ]]> \uFFFE slutt',
  text: 'Bare <script>alert(1)</script> rarheter & ]]> \uFFFE i denne teksten.',
  published: '2024-05',
  source: 'A&B <C>'
}
const folder = t.testdir({ 'news.jsonl': `${NEWS}\n${JSON.stringify(ODD)}` })
const { ask } = await startService(t, { folder })

const host = 'nyheter.example:8080'
const origin = `http://${host}`

const read = async (url: string) => {
  const answer = await ask(url, { host })
  t.equal(answer.statusCode, 200, url)
  t.equal(answer.headers['content-type'], 'application/atom+xml; charset=utf-8')
  t.doesNotThrow(() => convert(answer.body, { format: 'object' }), `${url} is well-formed`)
  return parseAtomFeed(answer.body)
}

t.test('a feed reader reads what search finds, newest first', async (t) => {
  const parameters = 'q=vei&source=Avisa,Bladet&size=30'
  const feed = await read(`/v1/search.atom?${parameters}`)
  const { hits } = (await ask(`/v1/search?${parameters}&sort=newest`)).json<{ hits: { id: string }[] }>()
  t.ok(hits.length > 10)
  const entries = feed.entries ?? []
  t.strictSame(
    entries.map(({ id }) => id),
    hits.map(({ id }) => `${origin}/v1/articles/${id}`)
  )
  const dates = entries.map(({ updated }) => String(updated))
  t.strictSame(dates, dates.toSorted().reverse())
  t.match(feed, {
    id: `${origin}/v1/search.atom?${parameters}`,
    title: { value: 'Nyhetssøk: vei' },
    updated: dates[0]!
  })
  const hrefs = new Map((feed.links ?? []).map(({ rel, href }) => [rel, href]))
  t.equal(hrefs.get('self'), `${origin}/v1/search.atom?${parameters}`)
  t.equal(hrefs.get('alternate'), `${origin}/?q=vei&sort=newest&source=Avisa&source=Bladet`)
  t.equal(entries.length, new Set(entries.map(({ id }) => id)).size)
  const three = entries.find(({ id }) => id?.endsWith('/vei-3'))
  t.match(three, {
    published: '2013-04-17T00:00:00.000Z',
    authors: [{ name: 'Kari Nordmann' }, { name: 'Ola 3' }],
    categories: [{ term: 'vei' }, { term: 'Øst' }],
    links: [{ rel: 'alternate', href: 'https://example.org/a' }, { rel: 'related' }]
  })
  for (const { summary } of entries) t.match(JSON.stringify(summary), '<mark>')
})

t.test('an article without a date comes last and states none', async (t) => {
  const entries = (await read('/v1/search.atom?size=100')).entries ?? []
  t.equal(entries.length, 24)
  const { updated, published } = entries.at(-1)!
  t.equal(published, undefined)
  t.ok(Math.abs(Date.now() - Date.parse(String(updated))) < 3_600_000, 'when it came into the feed')
  const again = (await read('/v1/search.atom?size=100')).entries ?? []
  t.strictSame(again.at(-1)?.updated, updated, 'which stays')
})

t.test('odd text comes through', async (t) => {
  const feed = await read(`/v1/search.atom?q=${encodeURIComponent('rarheter <&"\']]>\u0002')}&match=any`)
  const [entry] = feed.entries ?? []
  const shown = (text: string): string => text.replace(/\uFFFE/g, '\uFFFD')
  const { title } = (await ask('/v1/articles/rart')).json<{ title: string }>()
  t.match(entry, {
    title: { value: shown(title) },
    authors: [{ name: ODD.source }],
    updated: '2024-05-01T00:00:00.000Z'
  })
  t.match(JSON.stringify(entry), '&lt;script&gt;', 'a summary is HTML with the text escaped')
  t.strictSame((await read('/v1/search.atom?q=finsikkje')).entries ?? [], [])
})

t.test('any text is itself in XML', (t) => {
  const text = fc.array(fc.constantFrom('&', 'amp;', 'lt;', '#38;', '<', '>', '"', ']]>', 'ø', ' ', '🙂'))
  fc.assert(
    fc.property(text, (parts) => {
      const title = parts.join('')
      const [feed] = parseDocument(xmlOf({ feed: { '@term': title, title } }), {
        xmlMode: true
      }).children.filter(isTag)
      t.strictSame([feed?.attribs.term, textContent(feed!)], [title, title])
    })
  )
  t.end()
})

t.test('faults are problems', async (t) => {
  isProblem(t, await ask('/v1/search.atom?sort=oldest'), 'invalid-parameter')
  isProblem(t, await ask('/v1/search.atom', { accept: 'application/json' }), 'not-acceptable')
  for (const url of ['/v1/search.atom', '/opensearch.xml'])
    isProblem(t, await ask(url, { host: 'a"><b' }), 'bad-request', url)
})

t.test('a browser finds the description, and what it leads to', async (t) => {
  const page = await ask('/', { accept: 'text/html' })
  const hrefs = [...page.body.matchAll(/<link\s+rel="(?:search|alternate)"[^>]*href="([^"]+)"/g)].map(
    ([, url]) => url!
  )
  t.strictSame(hrefs, ['/opensearch.xml', '/v1/search.atom'])
  const answer = await ask('/opensearch.xml', { host })
  t.equal(answer.headers['content-type'], 'application/opensearchdescription+xml; charset=utf-8')
  interface Description {
    OpenSearchDescription: { Url: { '@type': string; '@template': string }[] }
  }
  const { OpenSearchDescription } = convert(answer.body, { format: 'object' }) as unknown as Description
  const templates = OpenSearchDescription.Url
  t.strictSame(
    templates.map((url) => url['@type'].split('/')[1]),
    ['html', 'atom+xml', 'x-suggestions+json', 'opensearchdescription+xml']
  )
  for (const { '@type': accept, '@template': template } of templates) {
    t.ok(template.startsWith(`${origin}/`), template)
    const path = template.slice(origin.length).replace('{searchTerms}', 'ny%20v')
    const found = await ask(path, { accept, host })
    t.strictSame(
      [found.statusCode, found.headers['content-type']?.toString().split(';')[0]],
      [200, accept],
      path
    )
  }
  const suggested = await ask('/opensearch/suggestions?prefix=ny+v')
  const { items } = (await ask('/v1/suggest?prefix=ny+v')).json<{ items: { text: string }[] }>()
  t.ok(items.length > 0)
  t.strictSame(suggested.json(), ['ny v', [...new Set(items.map(({ text }) => text))]])
})
