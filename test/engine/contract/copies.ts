/*
 * What every engine keeps to:
 * - with `collapse`, articles that are nearly the same text are one in hits, total, facets and pages, quotes, speakers
 *   and the graph: the newest of those that match; the others are its copies, and none is lost.
 */
import assert from 'node:assert/strict'
import type { Test } from 'tap'
import type { SourceArticle } from '../../../src/articles/article.js'
import type { Engine } from '../../../src/engine/engine.js'
import { NEWS, searchFor, WHOLE, WORDS } from '../questions.js'
import { checkPages } from './checks.js'
import type { EngineMaker } from './engine-maker.js'

export const testCopies = (t: Test, maker: EngineMaker): void => {
  t.test('copies', async (t) => {
    const wire = NEWS[0]!
    const longer = `${wire.text}\n\nSaken ble oppdatert i går kveld.`
    const articles: SourceArticle[] = [
      ...NEWS,
      { ...wire, id: 'vei-ny', text: longer, publishedAt: '2020-01-03', source: 'Bladet' },
      { ...wire, id: 'vei-gammel', title: 'Vei', publishedAt: '2019-01-03' }
    ]
    const engine = await maker.make(articles, t)
    const facets = ['source'] as const
    const one = await engine.ask('search', searchFor('filmmusikken', { collapse: true, facets }))
    t.match(one, { total: 1, hits: [{ id: 'vei-ny', copies: { count: 2, ids: ['vei', 'vei-gammel'] } }] })
    t.strictSame(one.facets.source, [{ value: 'Bladet', count: 1 }])
    const filter = { source: ['avisa'] }
    const newest = await engine.ask('search', searchFor('filmmusikken', { collapse: true, filter }))
    t.match(newest, { total: 1, hits: [{ id: 'vei', copies: { count: 1, ids: ['vei-gammel'] } }] })
    for (const q of ['', 'vei', 'skole OR fest OR vei']) {
      const all = await engine.ask('search', searchFor(q, { match: 'any' }))
      const collapsed = await engine.ask('search', searchFor(q, { match: 'any', collapse: true }))
      const ids = collapsed.hits.flatMap(({ id, copies }) => [id, ...(copies?.ids ?? [])])
      t.strictSame(ids.sort(), all.hits.map(({ id }) => id).sort(), `${q}: none is lost`)
      await checkPages(engine, 'search', searchFor(q, { match: 'any', collapse: true }), 2)
    }
    t.ok((await engine.ask('search', searchFor('vei'))).hits.every(({ copies }) => copies === undefined))
    await checkCollapsedSpeech(engine)
    await engine.close()
  })
}

/** With `collapse`, quotes and speakers are those of the articles that a search with it has. */
const checkCollapsedSpeech = async (engine: Engine): Promise<void> => {
  const question = { q: '', ...WORDS, filter: {}, ...WHOLE }
  const { hits } = await engine.ask('search', searchFor('', { collapse: true }))
  const counted = new Set(hits.map(({ id }) => id))
  const all = await engine.ask('quotes', question)
  const quotes = await engine.ask('quotes', { ...question, collapse: true })
  assert.deepEqual(
    quotes.items,
    all.items.filter(({ articleId }) => counted.has(articleId))
  )
  assert.ok(quotes.total < all.total, 'a copy has a quote')
  const speakers = await engine.ask('speakers', { ...question, sort: 'quotes', collapse: true })
  for (const { id, quotes: count } of speakers.items)
    assert.equal(count, quotes.items.filter(({ speaker }) => speaker?.entity === id).length)
}
