// - the statistics of one segment are what a naive count of its articles says
// - the statistics of several segments with one vocabulary, summed, are those of all their articles in one

import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { loadModels } from '../../src/analysis/models.js'
import type { SourceArticle } from '../../src/articles/article.js'
import { readArticle } from '../../src/segment/read-article.js'
import { readSegment } from '../../src/segment/segment.js'
import { SegmentBuilder } from '../../src/segment/segment-builder.js'
import { averageLengths, sumStatistics, type Statistics } from '../../src/segment/statistics.js'
import { Vocabulary } from '../../src/segment/words/vocabulary.js'
import { VocabularyBuilder } from '../../src/segment/words/vocabulary-builder.js'
import { anyArticles } from './collection.js'

const models = loadModels()

/** Words that pairs are counted with; they have fewer places than are sampled. */
const PAIRED = new Set([0, 1, 2])

/** The statistics of each list of articles as a segment of its own; all segments have the words of all. */
const statisticsOf = async (
  lists: readonly (readonly SourceArticle[])[]
): Promise<{ parts: Statistics[]; vocabulary: Vocabulary }> => {
  const words = new VocabularyBuilder(models.analyze)
  const builders = lists.map((articles) => {
    const builder = new SegmentBuilder(words)
    for (const article of articles) builder.add(readArticle(article, models))
    return builder
  })
  const vocabulary = new Vocabulary(await words.finish(), models)
  const segments = await Promise.all(
    builders.map(async (builder) => readSegment(await builder.seal(), vocabulary))
  )
  return { parts: segments.map(({ statistics }) => statistics), vocabulary }
}

/** All that statistics say; the two vocabularies number the words alike, for they met them in the same order. */
const said = (statistics: Statistics, { wordCount, termCount }: Vocabulary): unknown => ({
  articles: statistics.articles,
  tokens: statistics.tokens,
  words: Array.from({ length: wordCount }, (_, word) => statistics.wordFrequency(word)),
  keys: Array.from({ length: 2 * termCount }, (_, key) => statistics.documentFrequency(key))
})

t.test('segments together', async () => {
  await fc.assert(
    fc.asyncProperty(anyArticles, fc.nat(12), async (articles, cut) => {
      const halves = await statisticsOf([articles.slice(0, cut), articles.slice(cut)])
      const whole = await statisticsOf([articles])
      const [sum, all] = [sumStatistics(halves.parts), whole.parts[0]!]
      assert.deepEqual(said(sum, halves.vocabulary), said(all, whole.vocabulary))
      for (let word = 0; word < whole.vocabulary.wordCount; word++) {
        // The last word of one article and the first of the next are a pair too, but for those at the cut.
        const [one, other] = [sum, all].map((statistics) => statistics.pairFrequency(new Set([word]), PAIRED))
        assert.ok(Math.abs(one! - other!) <= 1 + 1e-9)
      }
    }),
    { numRuns: 60 }
  )
})

t.test('a naive count', async () => {
  await fc.assert(
    fc.asyncProperty(anyArticles, async (articles) => {
      const { parts, vocabulary } = await statisticsOf([articles])
      const statistics = sumStatistics(parts)
      const read = articles.map((article) => readArticle(article, models))
      const tokens = {
        title: read.flatMap(({ title }) => title.tokens).length,
        text: read.flatMap(({ text }) => text.tokens).length
      }
      assert.equal(statistics.articles, articles.length)
      assert.deepEqual(statistics.tokens, tokens)
      assert.equal(averageLengths(statistics).text, tokens.text / articles.length)
      const all = read.flatMap(({ title, text }) => [...title.tokens, ...text.tokens])
      for (let word = 0; word < vocabulary.wordCount; word++)
        assert.equal(
          statistics.wordFrequency(word),
          all.filter((token) => token.word === vocabulary.word(word)).length
        )
    }),
    { numRuns: 30 }
  )
})
