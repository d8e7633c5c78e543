// - of 100 articles with 20 edited copies, each copy is with its original, and nothing else is with anything
// - a copy may have words replaced, a paragraph cut, added or moved, another title; what only shares a sentence or
//   boilerplate is no copy
// - groups are the same in whatever order the articles come, and when some have come and gone
// - sketches of texts meet as often as their share of common runs says
// - thousands of equal texts, texts without words and very short ones do no harm

import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import t from 'tap'
import type { SourceArticle } from '../../src/articles/article.js'
import { loadModels } from '../../src/analysis/models.js'
import { readArticle } from '../../src/segment/read-article.js'
import { findCopies } from '../../src/segment/articles/copies.js'
import { SKETCH_SIZE, shinglesOf, sketchOf } from '../../src/structures/min-hash.js'

const models = loadModels()

/** Words of Norwegian news, as often as they are in it. */
const FOLDER = join(import.meta.dirname, '..', '..', 'articles')
const VOCABULARY = readdirSync(FOLDER).flatMap((file) =>
  readFileSync(join(FOLDER, file), 'utf8').split(/\s+/)
)

/** A generator of numbers from 0 to 1 that starts from a seed (mulberry32). */
const randomFrom = (seed: number) => {
  let state = seed
  return (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const words = (random: () => number, count: number): string[] =>
  Array.from({ length: count }, () => VOCABULARY[Math.floor(random() * VOCABULARY.length)]!)

const BOILERPLATE =
  'Saken oppdateres. Vil du ha flere nyheter, kan du følge oss hver dag. Ansvarlig redaktør er Kari Moe.'

const story = (random: () => number): string[] => [
  ...Array.from({ length: 4 + Math.floor(random() * 4) }, () =>
    words(random, 30 + Math.floor(random() * 40)).join(' ')
  ),
  BOILERPLATE
]

/** A version of a story: words replaced, and a paragraph cut, added or moved. */
const edited = (random: () => number, paragraphs: readonly string[]): string[] => {
  const kept = paragraphs.map((paragraph) =>
    paragraph
      .split(' ')
      .map((word) => (random() < 0.06 ? words(random, 1)[0]! : word))
      .join(' ')
  )
  const way = random()
  if (way < 0.25) return kept.slice(1)
  if (way < 0.5) return [words(random, 30).join(' '), ...kept]
  return way < 0.75 ? [...kept.slice(1), kept[0]!] : kept
}

interface Grouped {
  /** The ids of each group of two or more, sorted. */
  readonly groups: readonly (readonly string[])[]
}

/** @param removed ids of articles that are gone */
const group = (articles: readonly SourceArticle[], removed: ReadonlySet<string> = new Set()): Grouped => {
  const ids = new Map<string, number>()
  const texts = articles.map((article) => readArticle(article, models).text.tokens.map(({ word }) => word))
  const numbers = texts.map((text) =>
    Uint32Array.from(text, (word) => ids.get(word) ?? ids.set(word, ids.size).size - 1)
  )
  const copies = findCopies({
    sketches: Uint32Array.from(texts.flatMap((text) => [...sketchOf(text)])),
    articles: [...articles.keys()]
      .filter((number) => !removed.has(articles[number]!.id))
      .sort((a, b) => (articles[a]!.id < articles[b]!.id ? -1 : 1)),
    wordsOf: (article) => numbers[article]!
  })
  const byGroup = new Map<number, string[]>()
  articles.forEach(({ id }, number) => {
    if (removed.has(id)) return
    const of = copies.groupOf(number)
    byGroup.set(of, [...(byGroup.get(of) ?? []), id].sort())
  })
  return {
    groups: [...byGroup.values()].filter(({ length }) => length > 1).sort((a, b) => (a[0]! < b[0]! ? -1 : 1))
  }
}

const article = (id: string, paragraphs: readonly string[]): SourceArticle => ({
  id,
  text: paragraphs.join('\n\n')
})

t.test('20 edited copies among 100 articles', (t) => {
  for (const seed of [1, 2, 3, 4, 5]) {
    const random = randomFrom(seed)
    const stories = Array.from({ length: 80 }, () => story(random))
    const originals = stories.map((paragraphs, at) => article(`sak-${at}`, paragraphs))
    const versions = stories.slice(0, 20).map((paragraphs, at) => ({
      ...article(`kopi-${at}`, edited(random, paragraphs)),
      title: `En annen tittel ${at}`
    }))
    const expected = versions
      .map((_, at) => [`kopi-${at}`, `sak-${at}`])
      .sort((a, b) => (a[0]! < b[0]! ? -1 : 1))
    const articles = [...originals, ...versions]
    t.strictSame(group(articles).groups, expected, `seed ${seed}`)
    t.strictSame(group(articles.toReversed()).groups, expected, 'the other way around')
    const gone = new Set(['sak-3', 'kopi-5'])
    t.strictSame(
      group(articles, gone).groups,
      expected.filter((ids) => !ids.some((id) => gone.has(id))),
      'two are gone'
    )
  }
  t.end()
})

t.test('versions of versions are one group', (t) => {
  const random = randomFrom(7)
  const first = story(random)
  const second = edited(random, first)
  const third = edited(random, second)
  const articles = [
    article('a', first),
    article('b', second),
    article('c', third),
    article('d', story(random))
  ]
  t.strictSame(group(articles).groups, [['a', 'b', 'c']])
  t.end()
})

t.test('in any order', (t) => {
  const random = randomFrom(11)
  const stories = Array.from({ length: 4 }, () => story(random))
  const articles = stories.flatMap((paragraphs, at) => [
    article(`${at}a`, paragraphs),
    article(`${at}b`, edited(random, paragraphs)),
    article(`${at}c`, edited(random, paragraphs))
  ])
  const { groups } = group(articles)
  fc.assert(
    fc.property(fc.shuffledSubarray(articles, { minLength: articles.length }), (shuffled) => {
      assert.deepEqual(group(shuffled).groups, groups)
    }),
    { numRuns: 20 }
  )
  t.end()
})

t.test('short, empty and very many', (t) => {
  const short = group([
    article('a', ['Fest i bygda.']),
    article('b', ['Fest i bygda!']),
    article('c', ['Fest i byen.']),
    article('d', ['…']),
    article('e', ['–'])
  ])
  t.strictSame(short.groups, [['a', 'b']])
  const same = Array.from({ length: 3000 }, (_, at) => article(`s${at}`, [BOILERPLATE]))
  const alike = Array.from({ length: 300 }, (_, at) =>
    article(`t${at}`, [BOILERPLATE, `Nummer ${at} er dette.`])
  )
  t.strictSame(
    group([...same, ...alike]).groups.map(({ length }) => length),
    [3300]
  )
  t.end()
})

t.test('sketches', (t) => {
  const random = randomFrom(13)
  for (const [share, least, most] of [
    [0.05, 0, 0.06],
    [0.5, 0.97, 1],
    [1, 1, 1]
  ] as const) {
    let met = 0
    for (let trial = 0; trial < 300; trial++) {
      const common = words(random, 200)
      const others = Math.round((200 * (1 - share)) / (2 * share))
      const [one, other] = [0, 1].map(() => [
        ...common,
        ...words(random, others).map((word) => `${word}${random()}`)
      ])
      const [a, b] = [sketchOf(one!), sketchOf(other!)]
      if (a.some((value, at) => value === b[at])) met++
    }
    assert.ok(met / 300 >= least && met / 300 <= most, `${share}: ${met / 300}`)
  }
  assert.equal(sketchOf([]).length, SKETCH_SIZE)
  assert.ok(sketchOf([]).every((value) => value === 0))
  assert.ok(sketchOf(['en']).every((value) => value !== 0))
  assert.deepEqual([...shinglesOf([])], [])
  assert.equal(shinglesOf([1]).size, 1)
  assert.equal(shinglesOf([1, 2, 3, 1, 2, 3]).size, 3)
  t.end()
})
