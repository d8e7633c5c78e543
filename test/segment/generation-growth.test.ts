// A generation that articles are added to, replaced in and taken out of, in any number of steps:
//
// - answers every query like one that was made of the remaining articles at once: the same articles, scores, facets,
//   snippets, suggestions and aliases. Of few articles the impacts are computed anew with the average lengths that they
//   have now; of many they stay relative to the lengths of before, and in many segments they are those of one
// - is worn when the average lengths have become others
// - counts the words that begin alike, all at once, as it counts each
// - is still plain columns, which can be encoded, decoded and changed again
// - leaves the generation before as it was: it answers as it did
// - has a name of its own, the same for the same changes of the same generation

import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { loadModels } from '../../src/analysis/models.js'
import type { SourceArticle } from '../../src/articles/article.js'
import { search } from '../../src/engine/memory/search.js'
import { suggest } from '../../src/engine/memory/suggest.js'
import { listArticles } from '../../src/engine/memory/articles.js'
import type { Hit } from '../../src/engine/questions.js'
import type { Facets } from '../../src/query/selection/facets.js'
import { GenerationBuilder, type BuiltGeneration } from '../../src/segment/generation-builder.js'
import { changedGeneration, isWorn } from '../../src/segment/generation-growth.js'
import type { FieldLengths } from '../../src/segment/postings/impacts.js'
import { readGeneration, type Generation } from '../../src/segment/generation.js'
import { throughFile } from '../structures/through-file.js'
import { ALIASES, anyArticles, anyQuery, request } from './collection.js'

const models = loadModels()
/** How a generation is built and changed. */
interface Way {
  readonly averages?: FieldLengths
  readonly mostWeighed?: number
}

/** As all are: these are few articles, weighed anew with each change. */
const FEW: Way = {}
/** As many articles are: their impacts are never computed anew, so that there is a segment for each change. */
const MANY: Way = { averages: { title: 3, text: 20 }, mostWeighed: 0 }

const build = (articles: Iterable<SourceArticle>, { averages }: Way = FEW): Promise<BuiltGeneration> => {
  const builder = new GenerationBuilder(models, averages && { averages })
  for (const article of articles) builder.add(article)
  return builder.finish()
}

const read = ({ name, tables }: BuiltGeneration): Generation => readGeneration(name, tables, models)

/** Some articles, of which some are there first; then steps, each with the places of those that go and come. */
const anyGrowth = anyArticles.chain((articles) =>
  fc.record({
    articles: fc.constant(articles),
    first: fc.nat(articles.length),
    steps: fc.array(
      fc.record({
        removed: fc.array(fc.nat(Math.max(0, articles.length - 1)), { maxLength: 3 }),
        added: fc.array(fc.nat(Math.max(0, articles.length - 1)), { maxLength: 3 })
      }),
      { minLength: 1, maxLength: 7 }
    )
  })
)

/** Applies a step to a generation and to a map by id. An article that is added and there already is replaced. */
const grow = async (
  built: BuiltGeneration,
  there: Map<string, SourceArticle>,
  { removed, added }: { removed: readonly SourceArticle[]; added: readonly SourceArticle[] },
  { mostWeighed }: Way = FEW
): Promise<BuiltGeneration> => {
  const generation = read(built)
  const newest = new Map(added.map((article) => [article.id, article]))
  const gone = new Set([...removed, ...newest.values()].map(({ id }) => id))
  const numbers = [...gone].flatMap((id) => generation.segment.articles.find(id) ?? [])
  for (const id of gone) there.delete(id)
  for (const [id, article] of newest) there.set(id, article)
  return changedGeneration(built, generation, { removed: numbers, added: [...newest.values()] }, mostWeighed)
}

const FACETS = ['source', 'language', 'year', 'author', 'tag'] as const

/** A value is shown in its first spelling, also where that article has gone. */
const inAnyCase = (facets: Facets): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(facets).map(([name, counts]) => [
      name,
      counts.map(({ value, count }) => `${value.toLowerCase()} ${count}`).sort()
    ])
  )

const answers = (generation: Generation, q: string): unknown => {
  const { query, hits, facets, total } = search(generation, request(q, { facets: FACETS, size: 100 }))
  return {
    total,
    facets: inAnyCase(facets),
    terms: query.terms.map(({ text, term }) => ({ text, term })),
    relaxed: query.relaxed,
    hits: byId(hits).map((hit) => ({
      ...hit,
      score: undefined,
      snippets: hit.snippets.map(({ html }) => html)
    }))
  }
}

const byId = (hits: readonly Hit[]): readonly Hit[] => hits.toSorted((a, b) => (a.id < b.id ? -1 : 1))

const scores = (generation: Generation, q: string): readonly number[] =>
  byId(search(generation, request(q, { size: 100 })).hits).map(({ score }) => score)

const aliased = ({ segment }: Generation, alias: string): string | undefined => {
  const article = segment.findAlias(alias)
  return article === undefined ? undefined : segment.articles.id(article)
}

/** But for the order in which a few numbers are summed. */
const sameScores = (some: readonly number[], others: readonly number[]): boolean =>
  some.length === others.length && some.every((score, i) => Math.abs(score - others[i]!) <= 1e-9)

/** How frequent the words that begin alike are, asked of all at once and of each. */
const frequenciesOfPrefix = ({ vocabulary, statistics }: Generation, prefix: string) => {
  const { counted } = vocabulary.wordsWithPrefix(prefix)
  const frequency = (word: number): number => statistics.wordFrequency(word)
  return [statistics.wordFrequencies(counted), counted.words.map(frequency)] as const
}

const growsInAnySteps = async (way: Way): Promise<void> => {
  await fc.assert(
    fc.asyncProperty(
      anyGrowth,
      fc.array(anyQuery, { minLength: 3, maxLength: 3 }),
      async ({ articles, first, steps }, queries) => {
        let built = await build(articles.slice(0, first), way)
        const there = new Map(articles.slice(0, first).map((article) => [article.id, article]))
        for (const [i, { removed, added }] of steps.entries()) {
          const before = read(built)
          const said = queries.map((q) => answers(before, q))
          const change = {
            removed: removed.map((place) => articles[place]!).filter(Boolean),
            added: added.map((place) => articles[place]!).filter(Boolean)
          }
          built = await grow(built, there, change, way)
          assert.deepEqual(
            queries.map((q) => answers(before, q)),
            said,
            'the one before answers as it did'
          )
          if (i % 2 === 1) built = { ...built, tables: await throughFile(built.tables) }
        }
        const [grown, scratch] = [read(built), read(await build(there.values(), way))]
        assert.equal(grown.statistics.articles, there.size)
        const list = { filter: {}, sort: 'oldest', offset: 0, size: 100 } as const
        assert.deepEqual(listArticles(grown, list), listArticles(scratch, list))
        for (const alias of ALIASES) assert.equal(aliased(grown, alias), aliased(scratch, alias), alias)
        for (const q of queries) {
          assert.deepEqual(answers(grown, q), answers(scratch, q), q)
          assert.ok(sameScores(scores(grown, q), scores(scratch, q)), `scores of ${q}`)
        }
        for (const prefix of ['', 'd', 's', 'f']) assert.deepEqual(...frequenciesOfPrefix(grown, prefix))
        for (const prefix of ['d', 's', 'f'])
          assert.deepEqual(
            new Set(suggest(grown, prefix, 100).map(({ text, count }) => `${text} ${count}`)),
            new Set(suggest(scratch, prefix, 100).map(({ text, count }) => `${text} ${count}`))
          )
      }
    ),
    { numRuns: 30 }
  )
}

t.test('few articles, in any steps', () => growsInAnySteps(FEW))

t.test('segments of many articles, in any steps', () => growsInAnySteps(MANY))

t.test(
  'a word that comes to be written like a name is one, and no more when these articles have gone',
  async (t) => {
    for (const way of [FEW, MANY]) {
      const there = new Map<string, SourceArticle>()
      const named = [1, 2].map((i) => ({ id: `n${i}`, title: '', text: 'Da kom Alesund. Vi så Alesund.' }))
      const first = await build([{ id: 'a', text: 'Alesund er der.' }], way)
      const isName = (built: BuiltGeneration): boolean => read(built).vocabulary.isName('alesund')
      t.notOk(isName(first))
      const second = await grow(first, there, { removed: [], added: named }, way)
      t.ok(isName(second))
      t.notOk(isName(first))
      t.notOk(isName(await grow(second, there, { removed: named, added: [] }, way)))
    }
  }
)

t.test('is worn', async (t) => {
  const articles = Array.from({ length: 60 }, (_, i) => ({ id: `a${i}`, text: 'En vei til byen.' }))
  const built = await build(articles, MANY)
  const long = { id: 'b', text: 'En lang vei til byen. '.repeat(40) }
  t.notOk(isWorn((await build(articles)).tables))
  t.notOk(isWorn((await grow(await build(articles), new Map(), { removed: [], added: [long] })).tables))
  t.ok(isWorn((await grow(built, new Map(), { removed: [], added: [long] }, MANY)).tables))
})

t.test('names', async (t) => {
  const one = { id: 'a', text: 'En vei til byen.' }
  const two = { id: 'b', text: 'En sti.' }
  const built = await build([one])
  const next = await grow(built, new Map(), { removed: [], added: [two] })
  t.not(next.name, built.name)
  const again = await build([one])
  t.equal((await grow(again, new Map(), { removed: [], added: [two] })).name, next.name)
  t.not((await grow(again, new Map(), { removed: [one], added: [] })).name, next.name)
})
