// - paging with any size visits `total` passages once, in the order of one big page
// - every matching article is in the list
// - the passage with all the words comes before those with some, whatever article it is in

import { matchClause } from '../../src/query/selection/match.js'
import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { collectionSnippets, type CollectionSnippet } from '../../src/snippets/collection-snippets.js'
import type { Generation } from '../../src/segment/generation.js'
import { indexOf, planOf } from '../segment/collection.js'

const page = (index: Generation, q: string, offset: number, size: number) => {
  const plan = planOf(index, q, { match: 'any' })
  return collectionSnippets(index, plan, matchClause(index, plan.clause).toArray(), {
    offset,
    size,
    length: 80
  })
}

t.test('any page size', async () => {
  const many = await indexOf(
    Object.fromEntries(
      Array.from({ length: 40 }, (_, i) => [
        `a${i}`,
        `En film om ${i}.\n\n${'Musikk til filmen.\n\n'.repeat(i % 4)}${i % 3 ? '' : 'Slutt på musikk.'}`
      ])
    )
  )
  const few = await indexOf({ a: 'En film.\n\nOg en film til.', b: 'Filmen.' })
  fc.assert(
    fc.property(
      fc.constantFrom(many, few),
      fc.constantFrom('film', 'film musikk', 'musikk', '', 'missing'),
      fc.integer({ min: 1, max: 50 }),
      (index, q, size) => {
        const { total, items: all } = page(index, q, 0, 1000)
        assert.equal(all.length, total)
        const keyOf = ({ article, start }: CollectionSnippet): string => `${article} ${start}`
        assert.equal(new Set(all.map(keyOf)).size, total)
        const visited: CollectionSnippet[] = []
        for (let offset = 0; offset < total; offset += size) {
          const { total: again, items } = page(index, q, offset, size)
          assert.equal(again, total)
          visited.push(...items)
        }
        assert.deepEqual(visited, all)
        assert.deepEqual(page(index, q, total, size).items, [])
        const plan = planOf(index, q, { match: 'any' })
        const articles = new Set(all.map(({ article }) => article))
        assert.equal(articles.size, matchClause(index, plan.clause).toArray().length)
      }
    )
  )
})

t.test('the best passage', async (t) => {
  const index = await indexOf({
    titled: { title: 'Film og skog', text: 'Om film.\n\nOm skog.' },
    both: { title: 'Noe annet', text: 'Noe.\n\nEn film om skog.\n\nMer om film.' }
  })
  const { items } = page(index, 'film skog', 0, 10)
  t.same(
    items.map(({ text }) => text),
    [
      'En film om skog.', // the only passage with both words
      'Om skog.', // one word, not where its article begins
      'Mer om film.',
      'Om film.' // one word, where an article begins: often its title once more
    ]
  )
})
