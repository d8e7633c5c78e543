// - facts are the same after they were encoded and decoded: columns, values, names, look-ups
// - values are found by name and by prefix as a scan of all names finds them

import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import type { SourceArticle } from '../../src/articles/article.js'
import { FIELD_NAMES } from '../../src/fields.js'
import { FactsBuilder } from '../../src/segment/articles/facts-builder.js'
import { factKey, readFacts, type FactsTables } from '../../src/segment/articles/facts.js'
import { throughFile } from '../structures/through-file.js'

const anyName = fc
  .array(fc.constantFrom('a', 'A', 'å', 'Å', 'A\u030a', 'ab', ' ', '\u{1F3B5}', '\uffff'), { minLength: 1 })
  .map((parts) => parts.join(''))
const anyList = fc.array(anyName, { minLength: 1, maxLength: 4 })

const anyArticles: fc.Arbitrary<SourceArticle[]> = fc
  .array(
    fc.record(
      {
        source: anyName,
        authors: anyList,
        tags: anyList,
        publishedAt: fc.constantFrom(
          '2019',
          '2019-11',
          '2019-11-28',
          '1905-06-07T12:00',
          '2020-01-01T00:00:00+14:00'
        )
      },
      { requiredKeys: [] }
    ),
    { maxLength: 8 }
  )
  .map((articles) => articles.map((article, i) => ({ id: `a${i}`, text: 'film', ...article })))

const tablesOf = (articles: readonly SourceArticle[]): FactsTables => {
  const builder = new FactsBuilder()
  for (const article of articles) builder.add(article, 'nn')
  return builder.finish()
}

t.test('decoded', async () => {
  await fc.assert(
    fc.asyncProperty(anyArticles, anyName, async (articles, name) => {
      const tables = tablesOf(articles)
      const decoded = await throughFile(tables)
      assert.deepEqual(decoded, tables)
      const [before, after] = [readFacts(tables), readFacts(decoded)]
      const all = [...articles.keys()]
      for (const field of FIELD_NAMES) {
        const [one, other] = [before.listed[field], after.listed[field]]
        const counts = other.count(all)
        assert.deepEqual(counts, one.count(all))
        assert.deepEqual([...other.find([name])], [...one.find([name])])
        assert.deepEqual([...other.findPrefix(name)], [...one.findPrefix(name)])
        const found = other.find([name])
        for (const article of all) assert.equal(other.hasAny(article, found), one.hasAny(article, found))
        for (const value of counts.keys()) assert.equal(other.name(value), one.name(value))
      }
    })
  )
})

t.test('look-ups', (t) => {
  fc.assert(
    fc.property(anyArticles, anyName, (articles, name) => {
      const { author } = readFacts(tablesOf(articles)).listed
      const names = Array.from(author.count([]).keys(), (value) => author.name(value))
      const scan = (holds: (key: string) => boolean): number[] =>
        names.flatMap((one, value) => (holds(factKey(one)) ? value : []))
      assert.deepEqual(
        [...author.find([name])],
        scan((key) => key === factKey(name))
      )
      const begins = [...author.findPrefix(name)].sort((a, b) => a - b)
      assert.deepEqual(
        begins,
        scan((key) => key.startsWith(factKey(name)))
      )
      for (const one of names)
        assert.deepEqual(
          [...author.find([one])],
          scan((key) => key === factKey(one))
        )
      assert.deepEqual(author.find([...names, name, name]).size, names.length, 'all of them, once')
    })
  )
  t.end()
})
