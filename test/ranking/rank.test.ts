// - paging with any size visits each article once, in the order of one big page, whatever the sort
// - the same search twice has the same answer
// - scores never rise down a list by relevance, and draws are settled by date, then by id
// - the contributions of an explanation sum to the score, for every hit of any query
// - a contribution is its weight times its idf times its impact; of a signal its weight times its value

import { matchClause } from '../../src/query/selection/match.js'
import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { buildGeneration } from '../segment/build.js'
import { CANDIDATES, prepareRanking, rank, type Sort } from '../../src/ranking/rank.js'
import { search } from '../../src/engine/memory/search.js'
import { anyArticles, anyQuery, indexOf, planOf, request } from '../segment/collection.js'

const anySort = fc.constantFrom<Sort[]>('relevance', 'newest', 'oldest')
const anyMatch = fc.constantFrom('auto' as const, 'all' as const, 'any' as const)

t.test('any search', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyArticles,
      fc.oneof(anyQuery, fc.constant('')),
      fc.record({ sort: anySort, match: anyMatch, compounds: fc.boolean() }),
      fc.integer({ min: 1, max: 5 }),
      async (articles, q, options, size) => {
        const index = await buildGeneration(articles)
        const asked = request(q, { ...options, explain: true })
        const all = search(index, { ...asked, size: 100 })
        assert.deepEqual(search(index, { ...asked, size: 100 }), all, 'again')
        assert.equal(all.hits.length, all.total)
        assert.equal(new Set(all.hits.map(({ id }) => id)).size, all.total)
        const pages = []
        for (let offset = 0; offset < all.total; offset += size)
          pages.push(...search(index, { ...asked, offset, size }).hits)
        assert.deepEqual(pages, all.hits)
        for (const { score, explanation } of all.hits) {
          const sum = explanation!.reduce((sum, { contribution }) => sum + contribution, 0)
          assert.ok(Math.abs(sum - score) < 1e-9, `${sum} ${score}`)
          for (const { kind, weight, value, idf, impact, contribution } of explanation!)
            assert.ok(
              Math.abs(contribution - (kind === 'signal' ? weight! * value! : weight! * idf! * impact!)) <
                1e-9
            )
        }
        const numbers = all.hits.map(({ id }) => index.segment.articles.find(id)!)
        const isInOrder = all.hits.every(({ score }, i) => {
          const next = all.hits[i + 1]
          if (next === undefined || options.sort !== 'relevance') return true
          const { newestRank } = index.segment.facts
          return (
            score > next.score ||
            (score === next.score && newestRank[numbers[i]!]! < newestRank[numbers[i + 1]!]!)
          )
        })
        assert.ok(isInOrder)
      }
    ),
    { numRuns: 300 }
  )
})

t.test('more articles than are read closely', async (t) => {
  const count = 3 * CANDIDATES
  const index = await indexOf(
    Object.fromEntries(
      Array.from({ length: count }, (_, i) => [
        `a${i}`,
        `${'ny '.repeat(i % 4)}film ${'om '.repeat((i * 7) % 9)}musikk ${i % 5 === 0 ? 'film musikk' : ''}`
      ])
    )
  )
  const plan = planOf(index, 'film musikk')
  const ranking = prepareRanking(index, plan)
  const articles = matchClause(index, plan.clause).toArray()
  for (const sort of ['relevance', 'newest', 'oldest'] as const) {
    const all = rank(ranking, articles, { sort, count })
    t.equal(new Set(all.map(({ article }) => article)).size, count)
    for (const size of [1, 7, 100, 150]) {
      const pages = []
      for (let offset = 0; offset < count; offset += size)
        pages.push(...rank(ranking, articles, { sort, offset, count: offset + size }))
      t.same(pages, all, `${sort} by ${size}`)
    }
    if (sort === 'relevance') t.ok(all.every(({ score }, i) => score >= (all[i + 1]?.score ?? 0)))
  }
})
