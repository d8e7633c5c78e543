// - the score of an article is BM25F by the book, computed naively over its words, but for the rounding of impacts to
//   16 levels
// - the impacts of the fields sum to the impact that the postings hold
// - documentFrequency is the number of articles that a naive scan finds
// - a word counts more in a short text than in a long one, more often more than once, and in the title beside the text
//   more than in the text alone

import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { readText } from '../../src/analysis/text/reading.js'
import { BM25F, highestImpact } from '../../src/segment/postings/bm25f.js'
import { buildIndex } from '../../src/segment/index-builder.js'
import { LEVELS, partKey } from '../../src/segment/postings/postings.js'
import type { SearchIndex } from '../../src/segment/search-index.js'
import { anyArticles, indexOf } from './collection.js'

/** As the literature writes it: weighted, normalised frequencies of the fields, saturated once. */
const naiveImpact = (index: SearchIndex, article: number, key: string): number => {
  const all = Array.from({ length: index.size }, (_, i) => index.articles.article(i))
  let frequency = 0
  for (const field of ['title', 'text'] as const) {
    const lengths = all.map((one) => readText(one[field]).tokens.length)
    const average = lengths.reduce((a, b) => a + b, 0) / index.size
    const { weight, b } = BM25F[field]
    const words = readText(all[article]![field]).tokens.map(({ word }) => index.vocabulary.analyze(word))
    for (const { term, parts, marked } of words) {
      let count = term === key ? 1 : 0
      for (const part of parts) {
        if (marked && part.term === key) count += 0.8
        if (!marked && partKey(part.term) === key) count += 1
      }
      frequency += (count * weight) / (1 - b + (b * lengths[article]!) / average)
    }
  }
  return (frequency * (BM25F.k1 + 1)) / (BM25F.k1 + frequency)
}

const HALF_A_LEVEL = highestImpact() / LEVELS / 2

t.test('any articles', async () => {
  await fc.assert(
    fc.asyncProperty(anyArticles, async (articles) => {
      const index = await buildIndex(articles)
      const terms = Array.from({ length: index.vocabulary.termCount }, (_, id) => index.vocabulary.term(id))
      for (const key of terms.flatMap((term) => [term, partKey(term)])) {
        const scores = index.score([{ key, weight: 1 }])
        const naive = articles.map((_, article) => naiveImpact(index, article, key))
        assert.equal(index.documentFrequency(key), naive.filter((impact) => impact > 0).length, key)
        naive.forEach((impact, article) => {
          const { title, text } = index.fieldImpacts(article)(key)
          assert.ok(Math.abs(title + text - scores[article]!) < 1e-9, key)
          if (impact === 0) assert.equal(scores[article], 0)
          else assert.ok(Math.abs(scores[article]! - impact) <= HALF_A_LEVEL + 1e-9, key)
        })
      }
    }),
    { numRuns: 60 }
  )
})

t.test('what counts more', async (t) => {
  const index = await indexOf({
    twice: 'film film i by ved sjø',
    once: 'film er i by ved sjø',
    long: `film er i by ved sjø ${'og land '.repeat(20)}`,
    titled: { title: 'Film', text: 'film er i by ved sjø' }
  })
  const scores = index.score([{ key: 'film', weight: 1 }])
  const score = (id: string): number => scores[index.articles.find(id)!]!
  t.ok(score('twice') > score('once'))
  t.ok(score('once') > score('long'))
  t.ok(score('titled') > score('once'))
})

t.test('keys have weights, and what no article has scores nothing', async (t) => {
  const index = await indexOf({ a: 'film', b: 'musikk' })
  const single = [...index.score([{ key: 'film', weight: 1 }])]
  const double = index.score([
    { key: 'film', weight: 2 },
    { key: 'missing', weight: 5 }
  ])
  t.same(
    [...double],
    single.map((score) => 2 * score)
  )
  t.equal(double[1], 0)
  t.equal(index.documentFrequency('missing'), 0)
})
