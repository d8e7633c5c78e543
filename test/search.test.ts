// - the whole way: query, filter, ranking, snippets, facets, page
// - match=auto asks for any word only where no article has them all and passes the filter
// - a query of stop words matches them; excluded words are excluded; an empty query is every article
// - `strategi` finds `digitaliseringsstrategi`, below whole words, and marks only its part; the compound finds its
//   parts
// - a word finds its form in the other standard, below itself, and marks it; not with variants=false or when quoted
// - the total and the facets count every article of the result, whatever the page
// - the demo articles can be searched

import { fileURLToPath } from 'node:url'
import t from 'tap'
import { readArticles } from '../src/articles/read-articles.js'
import { buildGeneration } from './segment/build.js'
import { search } from '../src/engine/memory/search.js'
import type { SearchRequest } from '../src/engine/questions.js'
import { indexOf, request } from './segment/collection.js'

const news = await indexOf({
  strategy: {
    title: 'Ny strategi',
    text: 'Regjeringen har en ny strategi for digitalisering.',
    source: 'NRK',
    publishedAt: '2019-11-28'
  },
  compound: {
    title: 'Regjeringen',
    text: 'Regjeringens digitaliseringsstrategi er forsinket.',
    source: 'VG',
    publishedAt: '2020-02-01'
  },
  film: { title: 'Film', text: 'En film om skog og hav.', source: 'VG', language: 'nb' }
})

const ids = (q: string, more: Partial<SearchRequest> = {}): string[] =>
  search(news, request(q, more)).hits.map(({ id }) => id)

const htmlOf = (q: string, id: string): string | undefined =>
  search(news, request(q)).hits.find((hit) => hit.id === id)?.snippets[0]?.html

t.test('a hit', (t) => {
  const { hits, total, query, facets } = search(news, request('skog'))
  t.equal(total, 1)
  t.equal(query.relaxed, false)
  t.same(facets, {})
  t.same(
    query.terms.map(({ text }) => text),
    ['skog']
  )
  const [hit] = hits
  t.match(hit, { id: 'film', title: 'Film', source: 'VG', language: 'nb', wordCount: 6 })
  t.notOk('text' in hit!, 'without the text')
  t.notOk('explanation' in hit!)
  t.match(hit!.snippets, [{ start: 0, end: 23, html: 'En film om <mark>skog</mark> og hav.' }])
  t.end()
})

t.test('bokmål and nynorsk', async (t) => {
  const index = await indexOf({
    nb: { text: 'Skolen stengte tidlig i går.', language: 'nb' },
    nn: { text: 'Skulen stengde tidleg i går.', language: 'nn' },
    director: { text: 'Skuledirektøren stengde tidleg.', language: 'nn' }
  })
  const find = (q: string, more: Partial<SearchRequest> = {}): string[] =>
    search(index, request(q, more)).hits.map(({ id, snippets }) => `${id}: ${snippets[0]!.html}`)
  t.same(
    find('skolene'),
    ['nb: <mark>Skolen</mark> stengte tidlig i går.', 'nn: <mark>Skulen</mark> stengde tidleg i går.'],
    'its own form first, then the other, without its compounds'
  )
  t.match(find('skule')[0], /^nn/)
  t.equal(find('skole', { variants: false }).length, 1)
  t.equal(find('"skolen"').length, 1, 'a quoted word is meant as it is written')
  t.equal(find('"skole"').length, 0)
  t.equal(find('"skole"~0').length, 1, 'in any inflection')
  t.same(
    find('stengte -skolene').length,
    1,
    'what is excluded is excluded in both; compounds of the other stay'
  )
})

t.test('compounds', (t) => {
  t.same(ids('strategi'), ['strategy', 'compound'], 'the word itself first')
  t.equal(htmlOf('strategi', 'compound'), 'Regjeringens digitaliserings<mark>strategi</mark> er forsinket.')
  t.same(ids('digitaliseringsstrategi'), ['compound', 'strategy'], 'the compound itself first')
  t.equal(
    htmlOf('digitaliseringsstrategi', 'strategy'),
    'Regjeringen har en ny <mark>strategi</mark> for <mark>digitalisering</mark>.'
  )
  t.same(ids('strategi', { compounds: false }), ['strategy'])
  t.same(ids('digitaliseringsstrategi', { compounds: false }), ['compound'])
  t.end()
})

t.test('relaxing', (t) => {
  t.same(ids('strategi forsinket'), ['compound'], 'one article has both')
  const none = search(news, request('strategi skog'))
  t.equal(none.query.relaxed, true)
  t.same(none.hits.map(({ id }) => id).sort(), ['compound', 'film', 'strategy'])
  t.same(ids('strategi skog', { match: 'all' }), [])
  t.equal(search(news, request('strategi skog', { match: 'any' })).query.relaxed, false)
  t.same(ids('strategi forsinket', { filter: { source: ['NRK'] } }), ['strategy'], 'the filter counts')
  t.same(
    ids('strategi -skog missing', { filter: { source: ['vg'] } }),
    ['compound'],
    'what is excluded stays so'
  )
  t.same(search(news, request('missing')).query.relaxed, false, 'nothing at all is not relaxed')
  t.end()
})

t.test('stop words, exclusions and no words', (t) => {
  t.same(ids('og'), ['film'])
  t.same(ids('for en ny'), ['strategy'])
  t.same(ids('regjeringen -forsinket'), ['strategy'])
  t.same(ids('-regjeringen'), ['film'])
  t.same(ids('source:vg'), ['compound', 'film'])
  t.same(ids(''), ['compound', 'strategy', 'film'], 'newest first, those without a date last')
  t.same(ids('', { sort: 'oldest' }), ['strategy', 'compound', 'film'])
  t.end()
})

t.test('pages, totals and facets', (t) => {
  const more: Partial<SearchRequest> = { facets: ['source', 'year'], size: 1 }
  const pages = [0, 1, 2, 3].map((offset) => search(news, request('', { ...more, offset })))
  t.same(
    pages.map(({ hits }) => hits.map(({ id }) => id)),
    [['compound'], ['strategy'], ['film'], []]
  )
  for (const { total, facets } of pages) {
    t.equal(total, 3)
    t.same(facets, {
      source: [
        { value: 'VG', count: 2 },
        { value: 'NRK', count: 1 }
      ],
      year: [
        { value: '2019', count: 1 },
        { value: '2020', count: 1 }
      ]
    })
  }
  t.end()
})

t.test('the demo articles', async (t) => {
  const articles = []
  for await (const event of readArticles(fileURLToPath(new URL('../articles', import.meta.url))))
    if (event.kind === 'article') articles.push(event.article)
  const index = await buildGeneration(articles)
  t.ok(index.segment.size > 0)
  for (const q of [
    'strategi',
    'digitaliseringsstrategi',
    '"kunstig intelligens"',
    'regjering*',
    'NOT regjeringen'
  ]) {
    for (const { id, snippets } of search(index, request(q, { snippets: { count: 5, length: 300 } })).hits) {
      const text = index.segment.articles.text(index.segment.articles.find(id)!)
      t.ok(snippets.length > 0)
      for (const { start, end, text: shown } of snippets) t.equal(shown, text.slice(start, end))
    }
  }
})
