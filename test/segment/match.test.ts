// - which articles match any query is what a naive scan of their words finds: words, phrases, nearness, prefixes,
//   fields, AND, OR, NOT, signs, groups; whether every word must match or any; with and without compounds and variants
// - an exclusion matches what the rest without it matches, less the excluded
// - a part finds no name that is only spelled like a compound, but a compound beside it, and a definite form
// - a name that is spelled like an inflection is none, and has none, but for hyphenated words with it
// - long posting lists are complete, and words that JavaScript objects have as properties are words like others
// - phrases of frequent words, which are found by their positions, are those that reading all articles finds
// - articles with some words, in a field and as they must be written, are the same whether words are rare or frequent
// - a budget for phrases leaves out articles and takes in none; what it does not reach, it does not change

import { PhraseBudget } from '../../src/query/selection/phrase-budget.js'
import { articlesWithWords } from '../../src/query/selection/articles-with-words.js'
import { matchClause } from '../../src/query/selection/match.js'
import { caseAt, positionsOf } from '../../src/segment/positions/positions.js'
import { Bitset } from '../../src/structures/bitset.js'
import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { buildGeneration } from './build.js'
import { parseQuery } from '../../src/query/language/parser.js'
import { anyArticles, anyQuery, indexOf, matching, planOf } from './collection.js'
import { MatchModel } from './model.js'

/** With and without compounds, with and without variants. */
const OPTIONS = [
  [true, true],
  [true, false],
  [false, true]
] as const

t.test('any query on any articles', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyArticles,
      fc.array(anyQuery, { minLength: 8, maxLength: 8 }),
      async (articles, queries) => {
        const index = await buildGeneration(articles)
        for (const q of queries) {
          const { root } = parseQuery(q)
          if (root === undefined) throw new Error(`nothing in ${q}`)
          for (const every of [true, false]) {
            for (const [compounds, variants] of OPTIONS) {
              const options = { compounds, variants }
              const found = matching(index, q, { match: every ? 'all' : 'any', ...options })
              const expected: string[] = articles
                .filter((_, article) => new MatchModel(index, article, { every, ...options }).matches(root))
                .map(({ id }) => id)
              assert.deepEqual(found, expected, `${q} every=${every} ${JSON.stringify(options)}`)
            }
          }
        }
      }
    ),
    { numRuns: 80 }
  )
})

t.test('examples', async (t) => {
  const index = await indexOf({
    plan: 'En strategi for digitalisering av staten.',
    far: 'Strategi: alt skal bli bedre for alle i hele landet i løpet av året som kommer, uten digitalisering.',
    compound: 'Regjeringens digitaliseringsstrategi er ny.',
    hyphen: { title: 'Møte i IKT-Norge', text: 'Norge vant.' },
    names: 'Alesund heter Ålesund, og constructor er en bygger i __proto__ med toString.'
  })
  const found: Record<string, string[]> = {
    strategi: ['plan', 'far', 'compound'],
    strategier: ['plan', 'far', 'compound'],
    digitaliseringsstrategi: ['plan', 'compound'],
    '"digitaliseringsstrategi"': ['compound'],
    '"ikt norge"': ['hyphen'],
    '"norge ikt"': [],
    '"norge ikt"~1': ['hyphen'],
    '"møte norge"~2': ['hyphen'],
    '"norge vant"': ['hyphen'],
    '"i ikt norge"': ['hyphen'],
    // A phrase does not go from the title on into the text.
    '"norge norge"': [],
    'title:norge': ['hyphen'],
    'title:vant': [],
    'text:møte': [],
    'title:digitaliseringsstrategi': [],
    'Ålesund -Alesund': [],
    'strategi -digitaliseringsstrategi': ['far'],
    'NOT strategi': ['hyphen', 'names'],
    constructor: ['names'],
    __proto__: ['names'],
    toString: ['names'],
    hasOwnProperty: [],
    'digi*': ['plan', 'far', 'compound'],
    'IKT-*': ['hyphen'],
    'møte/nor*': ['hyphen']
  }
  for (const [q, ids] of Object.entries(found)) t.same(matching(index, q), ids, q)
})

t.test('names that are spelled like compounds', async (t) => {
  const index = await indexOf({
    name: { title: 'Dette sier Kari Bygstad', text: 'Vi møtte Kari Bygstad, og Ola Bygstads hund.' },
    word: 'De kom til en stad.',
    both: 'Kari Bygstad bor i en kulturstad.',
    definite: 'De seilte på Telemarkskanalen.',
    listed: 'Vi møtte Vetle Sjåstad der.',
    plural: 'Vi møtte Einar Nordanger der.',
    fjord: 'Vi så lyset over Varangerfjorden.'
  })
  t.same(matching(index, 'stad'), ['word', 'both'])
  t.same(matching(index, 'text:stad'), ['word', 'both'])
  t.same(matching(index, 'title:stad'), [])
  t.same(matching(index, 'bygstad'), ['name', 'both'])
  t.same(matching(index, 'kanal'), ['definite'])
  t.same(
    matching(index, 'anger'),
    [],
    'neither what ends like a plural, nor a name before what says what it is'
  )
  t.same(matching(index, 'fjord'), ['fjord'])
})

t.test('names that are spelled like inflections', async (t) => {
  const index = await indexOf({
    name: 'Vi møtte Ida i går.',
    genitive: 'Det var Idas mor.',
    word: 'Alle ideene var gode.',
    marked: 'Det var bare idé-myldring.',
    hyphen: 'Alle snakker om Ida-saka.',
    paper: 'Det stod i Klassekampen.',
    verb: 'Vi møtte Mads Brenna ved bålet.',
    guess: 'Vi møtte Solveig Fiskaa ved elva.',
    town: 'Vi møtte dem i Kirkenes.',
    names: 'Vi møtte Svein Moene og Kari Moe.',
    words: 'De brenner ved, fisker laks og går i kirken.'
  })
  for (const word of ['brent', 'fiske', 'kirke']) t.same(matching(index, word), ['words'], word)
  for (const name of ['brenna', 'fiskaa', 'kirkenes']) t.same(matching(index, name).length, 1, name)
  t.same(matching(index, 'idé'), ['word', 'marked'])
  t.same(matching(index, 'ideen'), ['word', 'marked'])
  t.same(matching(index, 'Ida'), ['name', 'genitive', 'hyphen'])
  t.same(matching(index, 'text:idas'), ['name', 'genitive', 'hyphen'])
  t.same(matching(index, 'klassekamp'), ['paper'], 'a long one says what it is')
})

t.test('a relaxed query finds no less than a strict one', async () => {
  await fc.assert(
    fc.asyncProperty(anyArticles, anyQuery, async (articles, q) => {
      const index = await buildGeneration(articles)
      const { clause, relaxed } = planOf(index, q)
      const lost = matchClause(index, clause).andNot(matchClause(index, relaxed))
      assert.deepEqual(lost.toArray(), [])
    }),
    { numRuns: 60 }
  )
})

t.test('a budget for phrases', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyArticles,
      fc.constantFrom('"i by"', '"det er i"~4', '"by" OR "er det"~2', '"vei til" "til by"'),
      fc.nat(60),
      async (articles, q, most) => {
        const index = await buildGeneration(articles)
        const { clause } = planOf(index, q)
        const all = matchClause(index, clause)
        const budget = new PhraseBudget(most)
        const some = matchClause(index, clause, index.segment.all(), budget)
        assert.deepEqual(some.copy().andNot(all).toArray(), [])
        if (!budget.isUsedUp) assert.deepEqual(some.toArray(), all.toArray())
      }
    ),
    { numRuns: 60 }
  )
})

t.test('long lists', async (t) => {
  const numbers = Array.from({ length: 2500 }, (_, i) => i)
  const index = await indexOf(
    Object.fromEntries(
      numbers.map((i) => [`a${i}`, `det ${i % 7 === 0 ? 'i' : 'er'} ${'ord '.repeat(i % 11)} i det ${i % 3}`])
    )
  )
  const ids = (holds: (i: number) => boolean): string[] => numbers.filter(holds).map((i) => `a${i}`)
  t.same(
    matching(index, 'i'),
    ids(() => true)
  )
  t.same(
    matching(index, '"i det 2"'),
    ids((i) => i % 3 === 2)
  )
  t.same(
    matching(index, '"det i i"'),
    ids((i) => i % 7 === 0 && i % 11 === 0)
  )
  t.same(
    matching(index, '"det er i"~2'),
    ids((i) => i % 7 !== 0 && i % 11 === 0)
  )
  t.same(
    matching(index, '"er 1"~4'),
    ids((i) => i % 7 !== 0 && i % 3 === 1 && i % 11 <= 1)
  )
})

t.test('words that are rare and words that are frequent', async () => {
  const often = 'Oslo og oslo er en by i Norge med mange mennesker som bor der hele året'
  const index = await indexOf(
    Object.fromEntries(
      Array.from({ length: 40 }, (_, i) => [
        `a${i}`,
        { title: i % 7 === 0 ? 'Sjelden by' : 'En by', text: `${often}. ${i % 9 === 0 ? 'SJELDEN' : 'Der'}.` }
      ])
    )
  )
  const { vocabulary, segment } = index
  const anyWord = fc.constantFrom(
    ...['sjelden', 'oslo', 'by', 'norge'].map((word) => vocabulary.wordId(word)!)
  )
  fc.assert(
    fc.property(
      fc.uniqueArray(anyWord, { minLength: 1 }),
      fc.constantFrom(undefined, 'title' as const, 'text' as const),
      fc.array(fc.tuple(anyWord, fc.nat(2))),
      fc.uniqueArray(fc.nat(39)),
      (words, field, leastCases, among) => {
        const cases = new Map(leastCases)
        const wanted = { words: new Set(words), cases, ...(field && { field }) }
        const expected = among.filter((article) => {
          const [from, to] = positionsOf(segment.positions, article, field)
          return Array.from({ length: to - from }, (_, i) => from + i).some((position) => {
            const word = segment.positions.words[position]!
            return words.includes(word) && caseAt(segment.positions, position) >= (cases.get(word) ?? 0)
          })
        })
        const articles = new Bitset(segment.size)
        for (const article of among) articles.add(article)
        assert.deepEqual(
          articlesWithWords(index, wanted, articles).toArray(),
          expected.sort((a, b) => a - b)
        )
      }
    )
  )
})
