// - the score of an article is BM25F by the book, computed naively over its words, but for the rounding of impacts to
//   16 levels
// - the impacts of the fields sum to the impact that the postings hold
// - documentFrequency is the number of articles that a naive scan finds
// - a word counts more in a short text than in a long one, more often more than once, and in the title beside the text
//   more than in the text alone

import { impactSums } from '../../src/ranking/impact-sums.js'
import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { readText } from '../../src/analysis/text/reading.js'
import { BM25F, highestImpact } from '../../src/segment/postings/bm25f.js'
import { buildGeneration } from './build.js'
import { LEVELS, partKey, termKey, termOfKey, type PostingKey } from '../../src/segment/postings/postings.js'
import type { Generation } from '../../src/segment/generation.js'
import { anyArticles, indexOf } from './collection.js'

/** As the literature writes it: weighted, normalised frequencies of the fields, saturated once. */
const naiveImpact = (index: Generation, article: number, key: PostingKey): number => {
  const all = Array.from({ length: index.segment.size }, (_, i) => index.segment.articles.article(i))
  const isUnder = (term: string, keyOf: (term: number) => PostingKey): boolean =>
    keyOf(index.vocabulary.termId(term)!) === key
  let frequency = 0
  for (const field of ['title', 'text'] as const) {
    const lengths = all.map((one) => readText(one[field]).tokens.length)
    const average = lengths.reduce((a, b) => a + b, 0) / index.segment.size
    const { weight, b } = BM25F[field]
    const words = readText(all[article]![field]).tokens.map(({ word }) => index.models.analyze(word))
    for (const { term, further, parts, inner, marked } of words) {
      let count = [term, ...further.meant].filter((one) => isUnder(one, termKey)).length
      for (const part of [...parts, ...inner]) {
        if (marked && isUnder(part.term, termKey)) count += 0.8
        if (!marked && isUnder(part.term, partKey)) count += 1
      }
      frequency += (count * weight) / (1 - b + (b * lengths[article]!) / average)
    }
  }
  return (frequency * (BM25F.k1 + 1)) / (BM25F.k1 + frequency)
}

const keyOf = ({ vocabulary }: Generation, term: string): PostingKey => termKey(vocabulary.termId(term)!)

/** The key of a term that came after the segment was sealed. */
const MISSING = termKey(1000)

const HALF_A_LEVEL = highestImpact() / LEVELS / 2

t.test('any articles', async () => {
  await fc.assert(
    fc.asyncProperty(anyArticles, async (articles) => {
      const index = await buildGeneration(articles)
      const terms = Array.from({ length: index.vocabulary.termCount }, (_, id) => id)
      for (const key of terms.flatMap((term) => [termKey(term), partKey(term)])) {
        const name = `${key}: ${index.vocabulary.term(termOfKey(key))}`
        const scores = impactSums(index.segment, [{ key, weight: 1 }])
        const naive = articles.map((_, article) => naiveImpact(index, article, key))
        assert.equal(
          index.statistics.documentFrequency(key),
          naive.filter((impact) => impact > 0).length,
          name
        )
        naive.forEach((impact, article) => {
          const { title, text } = index.segment.fieldImpacts(article)(key)
          assert.ok(Math.abs(title + text - scores[article]!) < 1e-9, name)
          if (impact === 0) assert.equal(scores[article], 0)
          else assert.ok(Math.abs(scores[article]! - impact) <= HALF_A_LEVEL + 1e-9, name)
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
  const scores = impactSums(index.segment, [{ key: keyOf(index, 'film'), weight: 1 }])
  const score = (id: string): number => scores[index.segment.articles.find(id)!]!
  t.ok(score('twice') > score('once'))
  t.ok(score('once') > score('long'))
  t.ok(score('titled') > score('once'))
})

t.test('keys have weights, and what no article has scores nothing', async (t) => {
  const index = await indexOf({ a: 'film', b: 'musikk' })
  const single = [...impactSums(index.segment, [{ key: keyOf(index, 'film'), weight: 1 }])]
  const double = impactSums(index.segment, [
    { key: keyOf(index, 'film'), weight: 2 },
    { key: MISSING, weight: 5 }
  ])
  t.same(
    [...double],
    single.map((score) => 2 * score)
  )
  t.equal(double[1], 0)
  t.equal(index.statistics.documentFrequency(MISSING), 0)
})
