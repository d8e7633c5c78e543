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
import {
  changedCopies,
  findCopies,
  type CopiesSource,
  type CopyGroups
} from '../../src/segment/articles/copies.js'
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

type Groups = readonly (readonly string[])[]

/** The articles as `findCopies` reads them. @param removed ids of articles that are gone */
const sourceOf = (
  articles: readonly SourceArticle[],
  removed: ReadonlySet<string> = new Set()
): CopiesSource => {
  const ids = new Map<string, number>()
  const texts = articles.map((article) => readArticle(article, models).text.tokens.map(({ word }) => word))
  const numbers = texts.map((text) =>
    Uint32Array.from(text, (word) => ids.get(word) ?? ids.set(word, ids.size).size - 1)
  )
  return {
    sketches: Uint32Array.from(texts.flatMap((text) => [...sketchOf(text)])),
    articles: Uint32Array.from(articles.keys())
      .filter((number) => !removed.has(articles[number]!.id))
      .sort((a, b) => (articles[a]!.id < articles[b]!.id ? -1 : 1)),
    wordsOf: (article) => numbers[article]!
  }
}

/** The ids of each group of two or more, sorted. */
const idsOf = (copies: CopyGroups, { articles }: CopiesSource, all: readonly SourceArticle[]): Groups => {
  const byGroup = new Map<number, string[]>()
  for (const number of articles) {
    const of = copies[number]!
    byGroup.set(of, [...(byGroup.get(of) ?? []), all[number]!.id].sort())
  }
  return [...byGroup.values()].filter(({ length }) => length > 1).sort((a, b) => (a[0]! < b[0]! ? -1 : 1))
}

const group = async (articles: readonly SourceArticle[], removed?: ReadonlySet<string>): Promise<Groups> => {
  const source = sourceOf(articles, removed)
  return idsOf(await findCopies(source), source, articles)
}

const article = (id: string, paragraphs: readonly string[]): SourceArticle => ({
  id,
  text: paragraphs.join('\n\n')
})

t.test('20 edited copies among 100 articles', async (t) => {
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
    t.strictSame(await group(articles), expected, `seed ${seed}`)
    t.strictSame(await group(articles.toReversed()), expected, 'the other way around')
    const gone = new Set(['sak-3', 'kopi-5'])
    t.strictSame(
      await group(articles, gone),
      expected.filter((ids) => !ids.some((id) => gone.has(id))),
      'two are gone'
    )
  }
})

t.test('versions of versions are one group', async (t) => {
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
  t.strictSame(await group(articles), [['a', 'b', 'c']])
  t.strictSame(await group(articles, new Set(['b'])), [['a', 'c']])
})

const random = randomFrom(11)
const versions = Array.from({ length: 4 }, () => story(random)).flatMap((paragraphs, at) => {
  const second = edited(random, paragraphs)
  return [
    article(`${at}a`, paragraphs),
    article(`${at}b`, second),
    article(`${at}c`, edited(random, second)),
    article(`${at}d`, edited(random, paragraphs))
  ]
})

t.test('in any order', async () => {
  const groups = await group(versions)
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(versions, { minLength: versions.length }), async (shuffled) => {
      assert.deepEqual(await group(shuffled), groups)
    }),
    { numRuns: 20 }
  )
})

t.test('when some come and go', async () => {
  const anySteps = fc.array(
    fc.record({
      added: fc.uniqueArray(fc.nat(versions.length - 1), { maxLength: 4 }),
      removed: fc.uniqueArray(fc.nat(versions.length - 1), { maxLength: 4 })
    }),
    { minLength: 1, maxLength: 6 }
  )
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(versions), anySteps, async (first, steps) => {
      const articles = [...first]
      const gone = new Set<number>()
      let copies = await findCopies(sourceOf(articles))
      for (const { added, removed } of steps) {
        const ids = new Set([...added, ...removed].map((place) => versions[place]!.id))
        const leaving = [...articles.keys()].filter((at) => !gone.has(at) && ids.has(articles[at]!.id))
        for (const at of leaving) gone.add(at)
        articles.push(...added.map((place) => versions[place]!))
        const all = sourceOf(articles)
        const there = { ...all, articles: all.articles.filter((at) => !gone.has(at)) }
        copies = await changedCopies(copies, there, leaving)
        assert.deepEqual(
          idsOf(copies, there, articles),
          await group(Array.from(there.articles, (at) => articles[at]!))
        )
      }
    }),
    { numRuns: 40 }
  )
})

t.test('short, empty and very many', async (t) => {
  const short = await group([
    article('a', ['Fest i bygda.']),
    article('b', ['Fest i bygda!']),
    article('c', ['Fest i byen.']),
    article('d', ['…']),
    article('e', ['–'])
  ])
  t.strictSame(short, [['a', 'b']])
  const same = Array.from({ length: 3000 }, (_, at) => article(`s${at}`, [BOILERPLATE]))
  const alike = Array.from({ length: 300 }, (_, at) =>
    article(`t${at}`, [BOILERPLATE, `Nummer ${at} er dette.`])
  )
  t.strictSame(
    (await group([...same, ...alike])).map(({ length }) => length),
    [3300]
  )
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
