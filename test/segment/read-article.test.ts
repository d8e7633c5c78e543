// - an article is read the same alone and beside 1,000 others: the same tokens, sentences, terms, parts and marks
// - reading it changes nothing for the next one
// - an article's version is of what it says: of its text and every fact, and not of where its file lies
// - capitals inside the sentences of titles and texts are told, but none of a title that is all in capitals

import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import type { SourceArticle } from '../../src/articles/article.js'
import type { Generation } from '../../src/segment/generation.js'
import { readingOf } from '../../src/segment/positions/positions.js'
import { loadModels } from '../../src/analysis/models.js'
import { versionOf } from '../../src/segment/article-version.js'
import { readArticle } from '../../src/segment/read-article.js'
import { anyArticles } from './collection.js'
import { buildGeneration } from './build.js'

const models = loadModels()

/** All that the index knows of an article's words, without the numbers that they have in the collection. */
const readIn = ({ segment, vocabulary }: Generation, id: string) => {
  const article = segment.articles.find(id)!
  const { first, words } = segment.positions
  const indexed = Array.from(words.subarray(first[article], first[article + 1]), (word) => ({
    word: vocabulary.word(word),
    term: vocabulary.term(vocabulary.termOf(word)),
    parts: Array.from(vocabulary.partsOf(word), (part) => vocabulary.term(part)),
    isMarked: vocabulary.isMarked(word)
  }))
  return { indexed, reading: readingOf(segment.positions, article, (word) => vocabulary.word(word)) }
}

/**
 * 1,000 articles whose words are like those of the articles that are read beside them: names, compounds, parts of them.
 */
const OTHERS: readonly SourceArticle[] = Array.from({ length: 1000 }, (_, i) => ({
  id: `other-${i}`,
  title: i % 3 === 0 ? 'Filmmusikk i Ålesund' : 'Strategi',
  text:
    `Her er Film og Musikk nummer ${i}. Vi møtte Strategi Digitalisering og Bokhylle i dag. ` +
    'Digitaliseringsstrategien og strategidokumentet til sykehuset, sjukehuset og Sykehus Norge. '.repeat(
      1 + (i % 3)
    )
}))

t.test('alone and beside others', async () => {
  await fc.assert(
    fc.asyncProperty(anyArticles, async (articles) => {
      const together = await buildGeneration([...OTHERS, ...articles])
      for (const article of articles) {
        const alone = readIn(await buildGeneration([article]), article.id)
        assert.deepEqual(readIn(together, article.id), alone)
        const { tokens, sentences } = readArticle(article, models).text
        assert.deepEqual(alone.reading, { tokens, sentences })
      }
    }),
    { numRuns: 5 }
  )
})

t.test('reading is pure', (t) => {
  fc.assert(
    fc.property(anyArticles, (articles) => {
      const once = articles.map((article) => readArticle(article, models))
      assert.deepEqual(
        articles
          .toReversed()
          .map((article) => readArticle(article, models))
          .toReversed(),
        once
      )
    })
  )
  t.end()
})

t.test('versions', (t) => {
  const article = { id: 'a', title: 'Film', text: 'Film.', wordCount: 1, language: 'nb' } as const
  const version = versionOf(article)
  const { text, ...facts } = article
  t.equal(versionOf({ text, ...facts }), version, 'whatever the order')
  t.equal(versionOf({ ...article, origin: { file: 'b.txt' } }), version)
  for (const other of [
    { text: 'Film!' },
    { title: 'film' },
    { language: 'nn' },
    { publishedAt: '2024-05-01' },
    { url: 'https://a.no/1' },
    { aliases: ['b'] }
  ] as const)
    t.not(versionOf({ ...article, ...other }), version, JSON.stringify(other))
  t.end()
})

t.test('capitals', (t) => {
  const capitalsOf = (title: string): unknown => {
    const { capitals } = readArticle({ id: 'a', title, text: 'Nå sier Berg nei.' }, models)
    return { title: [...capitals.title.values()], text: [...capitals.text.values()] }
  }
  t.same(capitalsOf('Striden med Bent Eide'), { title: ['Bent', 'Eide'], text: ['Berg'] })
  t.same(capitalsOf('STRIDEN MED EIDE'), { title: [], text: ['Berg'] })
  t.end()
})
