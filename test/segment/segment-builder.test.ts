// Of any articles, in ranges of any size that FlexSearch indexes one after another:
//
// - the postings are those that a naive count of each article's impacts gives: the same articles in the same blocks,
//   ascending, the highest level first; of all keys, or of those alone that have articles
// - what a sealed segment holds is plain: columns by name in shared memory, with nothing else in them

import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { loadModels } from '../../src/analysis/models.js'
import { ImpactReader } from '../../src/segment/postings/impacts.js'
import { indexRange, rangesOf } from '../../src/segment/postings/index-articles.js'
import { impactAt, levelOf, LEVELS, type Postings } from '../../src/segment/postings/postings.js'
import { joinedPostings, sealedPostings } from '../../src/segment/postings/sealed-postings.js'
import { readArticle } from '../../src/segment/read-article.js'
import { SegmentBuilder } from '../../src/segment/segment-builder.js'
import { VocabularyBuilder } from '../../src/segment/words/vocabulary-builder.js'
import { throughFile } from '../structures/through-file.js'
import { anyArticles } from './collection.js'

const AVERAGES = { title: 3, text: 20 }

const models = loadModels()

const blocksOf = (postings: Postings, keys: number): unknown[] =>
  Array.from({ length: keys }, (_, key) => {
    const blocks: unknown[] = []
    postings.forEachBlock(key, (articles, from, to, impact) => {
      blocks.push([impact, Array.from(articles).slice(from, to)])
    })
    return blocks
  })

t.test('postings', async () => {
  await fc.assert(
    fc.asyncProperty(anyArticles, fc.integer({ min: 1, max: 20 }), async (articles, size) => {
      const words = new VocabularyBuilder(models.analyze)
      const builder = new SegmentBuilder(words)
      for (const article of articles) builder.add(readArticle(article, models))
      const { positions, runs } = await builder.seal({ averages: AVERAGES })
      const impacts = new ImpactReader(positions, words, AVERAGES)
      const keys = 2 * words.termCount
      const levels = Array.from({ length: keys }, () => new Map<number, number[]>())
      articles.forEach((_, article) => {
        for (const [key, impact] of impacts.impacts(article)) {
          const level = levelOf(impact)
          levels[key]!.set(level, [...(levels[key]!.get(level) ?? []), article])
        }
      })
      const expected = levels.map((of) =>
        Array.from({ length: LEVELS }, (_, i) => LEVELS - 1 - i)
          .filter((level) => of.has(level))
          .map((level) => [impactAt(level), of.get(level)])
      )
      assert.deepEqual(blocksOf(sealedPostings([runs['0']!.postings]), keys), expected)

      const source = { positions, words, averages: AVERAGES }
      const parts = await Promise.all(
        rangesOf(articles.length, size).map((range) => indexRange(source, range))
      )
      for (const joined of [await joinedPostings(parts), await joinedPostings(parts, keys)])
        assert.deepEqual(blocksOf(sealedPostings([joined]), keys), expected)
    }),
    { numRuns: 60 }
  )
})

t.test('a sealed segment is columns', async (t) => {
  const builder = new SegmentBuilder(new VocabularyBuilder(models.analyze))
  builder.add(readArticle({ id: 'a', text: 'En vei til byen.', source: 'NRK', tags: ['vei'] }, models))
  const check = (tables: object, path: string): void => {
    for (const [name, value] of Object.entries(tables) as [string, object][]) {
      if (ArrayBuffer.isView(value))
        t.ok(value.buffer instanceof SharedArrayBuffer, `${path}${name} is shared`)
      else {
        t.equal(Object.getPrototypeOf(value), Object.prototype, `${path}${name}`)
        check(value, `${path}${name}.`)
      }
    }
  }
  const tables = await builder.seal()
  check(tables, '')
  t.same(await throughFile(tables), tables)
})
