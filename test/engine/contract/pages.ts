/*
 * What every engine keeps to:
 * - a list that is read in pages of any size has each item once, in one order, and says the same total.
 */
import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Test } from 'tap'
import { anyArticles, anyQuery } from '../../segment/collection.js'
import { isList, NEWS, searchFor, WHOLE } from '../questions.js'
import { checkPages, questions } from './checks.js'
import type { EngineMaker } from './engine-maker.js'

export const testPages = (t: Test, maker: EngineMaker): void => {
  t.test('a list is read to its end by pages of any size', async (t) => {
    const engine = await maker.make(NEWS, t)
    for (const [verb, question] of questions()) if (isList(verb)) await checkPages(engine, verb, question, 2)
    await engine.close()
    const property = fc.asyncProperty(
      anyArticles,
      anyQuery,
      fc.integer({ min: 1, max: 7 }),
      async (articles, q, size) => {
        const engine = await maker.make(articles, t)
        const search = searchFor(q, { match: 'any' })
        await checkPages(engine, 'search', search, size)
        await checkPages(engine, 'snippets', { ...search, snippetLength: 80 }, size)
        await checkPages(engine, 'articles', { filter: {}, sort: 'oldest', ...WHOLE }, size)
        const { hits } = await engine.ask('search', search)
        assert.equal(new Set(hits.map(({ id }) => id)).size, hits.length, 'each article once')
        for (const { id } of hits.slice(0, 3))
          await checkPages(engine, 'articleSnippets', { ...search, id, snippetLength: 80 }, size)
        await engine.close()
      }
    )
    await fc.assert(property, { numRuns: 20 })
  })
}
