// After any sequence of articles that are added, replaced and taken out:
//
// - the lists of the sealed segment are exactly FlexSearch's slots: the same articles in the same blocks, in the same
//   order
// - any query finds the same articles in the growing segment, in the sealed one that was encoded and decoded, and in
//   one that
//   was made of the remaining articles alone; with the same impacts
// - each remaining article is given back as it was last stated, and no removed one is found by its id
// - what a sealed segment holds is plain: columns by name, with nothing else in them

import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { loadModels } from '../../src/analysis/models.js'
import type { SourceArticle } from '../../src/articles/article.js'
import { impactSums } from '../../src/ranking/impact-sums.js'
import { matchClause } from '../../src/query/selection/match.js'
import { buildCollectionCompletions } from '../../src/segment/completions/completions.js'
import { generationOf, type Generation } from '../../src/segment/generation.js'
import type { Postings } from '../../src/segment/postings/postings.js'
import { readArticle } from '../../src/segment/read-article.js'
import { readSegment, type Segment } from '../../src/segment/segment.js'
import { SegmentBuilder } from '../../src/segment/segment-builder.js'
import { Vocabulary } from '../../src/segment/words/vocabulary.js'
import { VocabularyBuilder } from '../../src/segment/words/vocabulary-builder.js'
import { decodeTables, encodeTables } from '../../src/structures/tables.js'
import { anyArticles, anyQuery, planOf } from './collection.js'

/** Frozen, so that the impacts of an article do not depend on which others there are. */
const AVERAGES = { title: 3, text: 20 }

interface Change {
  /** Which number is replaced or taken out, as a share of those that there are. */
  readonly place: number
  readonly kind: 'add' | 'replace' | 'remove'
  readonly article: SourceArticle
}

const anyChanges: fc.Arbitrary<Change[]> = anyArticles.chain((articles) =>
  fc
    .array(
      fc.record({
        place: fc.double({ min: 0, max: 0.99, noNaN: true }),
        kind: fc.constantFrom('add', 'add', 'replace', 'remove')
      }),
      {
        minLength: articles.length,
        maxLength: articles.length
      }
    )
    .map((kinds) =>
      articles.map((article, i) => ({ article, ...(kinds[i] as Pick<Change, 'place' | 'kind'>) }))
    )
)

/** No prefixes: what begins so is asked of the vocabulary, which keeps the words of articles that are gone. */
const anyWholeQuery = anyQuery.filter((q) => !q.includes('*'))

/** Applies the changes to a segment and to a plain map; every number keeps the article that was last put there. */
const apply = (builder: SegmentBuilder, changes: readonly Change[]): Map<number, SourceArticle> => {
  const expected = new Map<number, SourceArticle>()
  for (const { kind, place, article } of changes) {
    const number = Math.floor(place * builder.size)
    if (kind === 'add' || builder.size === 0) expected.set(builder.add(readArticle(article, models)), article)
    else if (kind === 'replace') {
      builder.replace(number, readArticle(article, models))
      expected.set(number, article)
    } else {
      builder.remove(number)
      expected.delete(number)
    }
  }
  return expected
}

const blocksOf = (postings: Postings, keys: number): unknown[] =>
  Array.from({ length: keys }, (_, key) => {
    const blocks: unknown[] = []
    postings.forEachBlock(key, (articles, from, to, impact) => {
      blocks.push([impact, Array.from(articles).slice(from, to)])
    })
    return blocks
  })

const generationWith = async (vocabulary: Vocabulary, segment: Segment): Promise<Generation> =>
  generationOf('test', {
    vocabulary,
    segment,
    completions: await buildCollectionCompletions(segment, vocabulary)
  })

/** What a query finds, by id: the score of each article, rounded so that sums in another order agree. */
const found = (generation: Generation, q: string): Record<string, number> => {
  const plan = planOf(generation, q, { variants: false })
  const scores = impactSums(
    generation.segment,
    plan.keys.map(({ key }) => ({ key, weight: 1 }))
  )
  const matching = matchClause(generation, plan.clause).toArray()
  return Object.fromEntries(
    matching
      .map(
        (article) =>
          [generation.segment.articles.id(article), Math.round(scores[article]! * 1e6) / 1e6] as const
      )
      .sort(([a], [b]) => (a < b ? -1 : 1))
  )
}

const models = loadModels()

const newBuilder = async (): Promise<{ words: VocabularyBuilder; builder: SegmentBuilder }> => {
  const words = new VocabularyBuilder(models.analyze)
  const builder = new SegmentBuilder(words)
  await builder.index(AVERAGES)
  return { words, builder }
}

t.test('a growing segment, a sealed one, and one from scratch', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyChanges,
      fc.array(anyWholeQuery, { minLength: 4, maxLength: 4 }),
      async (changes, queries) => {
        const { words, builder } = await newBuilder()
        const expected = apply(builder, changes)
        const vocabulary = new Vocabulary(await words.finish(), models)
        const growing = await builder.grown(vocabulary)
        const tables = decodeTables<Awaited<ReturnType<SegmentBuilder['seal']>>>(
          encodeTables(await builder.seal())
        )
        const sealed = readSegment(tables, vocabulary)
        const keys = 2 * words.termCount
        assert.deepEqual(blocksOf(sealed.postings, keys), blocksOf(growing.postings, keys))
        for (let key = 0; key < keys; key++)
          assert.equal(sealed.postings.count(key), growing.postings.count(key))

        for (let number = 0; number < sealed.size; number++) {
          const article = expected.get(number)
          if (article !== undefined)
            assert.deepEqual(sealed.articles.article(number), readArticle(article, models).article)
        }
        const ids = new Map(Array.from(expected, ([number, { id }]) => [id, number]))
        for (const { article } of changes) assert.equal(sealed.articles.find(article.id), ids.get(article.id))

        const scratch = await newBuilder()
        for (const article of expected.values()) scratch.builder.add(readArticle(article, models))
        const scratchWords = new Vocabulary(await scratch.words.finish(), models)
        const alone = await generationWith(
          scratchWords,
          readSegment(await scratch.builder.seal(), scratchWords)
        )
        for (const q of queries) {
          const naive = found(alone, q)
          assert.deepEqual(found(await generationWith(vocabulary, growing), q), naive, q)
          assert.deepEqual(found(await generationWith(vocabulary, sealed), q), naive, q)
        }
      }
    ),
    { numRuns: 60 }
  )
})

t.test('a sealed segment is columns', async (t) => {
  const { builder } = await newBuilder()
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
  check(await builder.seal(), '')
})
