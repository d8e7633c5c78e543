// For every snippet of any query, in any text:
//
// - `text` is the article's text from `start` to `end`, no longer than asked for, without space around it
// - it begins and ends between words, and never inside a code point: a word is cut only where it alone is longer than
//   that
// - highlights lie inside, in order, without overlap, and each is a word, or a part of a compound, that matches
// - the html without its marks, unescaped, is the text, with … where a sentence is cut
// - snippets of an article do not overlap; the beginning of the text is shown where nothing in it matches
// - it is whole sentences, unless a sentence is too long itself

import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { foldKey } from '../../src/analysis/text/fold.js'
import { readText } from '../../src/analysis/text/reading.js'
import { buildGeneration } from '../segment/build.js'
import type { Generation } from '../../src/segment/generation.js'
import type { Plan } from '../../src/query/planning/plan.js'
import { snippetReader, type ScoredSnippet } from '../../src/snippets/article-snippets.js'
import { anyArticles, anyQuery, anyWord, planOf } from '../segment/collection.js'

const unescape = (html: string): string =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

/** What a highlight may say: a word that a term finds, or the written parts of one that are side by side. */
const isMatch = (index: Generation, plan: Plan, highlight: string): boolean => {
  const [token, ...more] = readText(highlight).tokens
  if (token === undefined || more.length > 0) return false
  const { vocabulary, models } = index
  const isWord = plan.terms.some(({ words, matches }) => {
    const id = vocabulary.wordId(token.word)
    const found = id === undefined ? undefined : words.get(id)
    // Where apostrophes are left out of a word, its parts are not told apart in what is written.
    if (found && (found.part === undefined || token.word.length !== highlight.length)) return true
    const { term } = models.analyze(token.word)
    return matches.some((one) => foldKey(vocabulary.term(one.term)) === foldKey(term))
  })
  return isWord || isParts(index, plan, token.word)
}

/**
 * Are these letters parts of a word that the query finds, side by side, each found by a term of it? A part may be a
 * compound itself: `filmfilmre` is film + film + re, and its last two are an inner compound with the stem of film.
 */
const isParts = ({ vocabulary, models }: Generation, plan: Plan, written: string): boolean => {
  const letters = written.toLowerCase()
  const asked = new Set(
    plan.terms.flatMap(({ matches }) => matches.map(({ term }) => foldKey(vocabulary.term(term))))
  )
  return plan.terms
    .flatMap(({ words }) => Array.from(words.keys(), (word) => vocabulary.word(word)))
    .some((word) => {
      const { parts, inner } = models.analyze(word)
      const found = [...parts, ...inner].filter(({ term }) => asked.has(foldKey(term)))
      const reaches = (at: number, end: number): boolean =>
        at === end || found.some((part) => part.start === at && part.end <= end && reaches(part.end, end))
      return found.some(
        ({ start }) => word.toLowerCase().startsWith(letters, start) && reaches(start, start + letters.length)
      )
    })
}

interface Asked {
  readonly index: Generation
  readonly article: number
  readonly plan: Plan
  readonly length: number
}

const check = (snippet: ScoredSnippet, { index, article, plan, length }: Asked): void => {
  const { text } = index.segment.articles.article(article)
  const { tokens, sentences } = readText(text)
  const { start, end, highlights, html } = snippet
  assert.equal(snippet.text, text.slice(start, end))
  assert.ok(end - start <= length && end > start)
  assert.equal(snippet.text.trim(), snippet.text)
  for (const cut of [start, end])
    assert.ok(
      !tokens.some((token) => token.start < cut && cut < token.end && token.end - token.start <= length)
    )

  assert.doesNotMatch(snippet.text, /\p{Surrogate}/u)
  let at = 0
  for (const highlight of highlights) {
    assert.ok(
      highlight.start >= at && highlight.end > highlight.start && highlight.end <= snippet.text.length
    )
    at = highlight.end
    const marked = snippet.text.slice(highlight.start, highlight.end)
    assert.ok(isMatch(index, plan, marked), `${marked} in ${snippet.text}`)
  }

  const isCut = {
    before: !sentences.some((one) => one.start === start),
    after: !sentences.some((one) => one.end === end)
  }
  const shown = unescape(html.replaceAll(/<\/?mark>/g, ''))
  assert.equal(shown, `${isCut.before ? '… ' : ''}${snippet.text}${isCut.after ? ' …' : ''}`)
  const marks = [...html.matchAll(/<mark>(.*?)<\/mark>/gs)].map(([, marked]) => unescape(marked!))
  assert.deepEqual(
    marks,
    highlights.map((one) => snippet.text.slice(one.start, one.end))
  )
  if (isCut.before || isCut.after)
    assert.ok(sentences.some((one) => one.start <= start && one.end >= end && one.end - one.start > length))
}

const checkAll = (index: Generation, q: string, count: number, length: number): void => {
  const plan = planOf(index, q, { match: 'any' })
  const read = snippetReader(index, plan, { count, length })
  for (let article = 0; article < index.segment.size; article++) {
    const snippets = read(article)
    assert.ok(snippets.length > 0 && snippets.length <= count)
    for (const snippet of snippets) check(snippet, { index, article, plan, length })
    const inOrder = snippets.toSorted((a, b) => a.start - b.start)
    assert.ok(inOrder.every(({ end }, i) => end <= (inOrder[i + 1]?.start ?? Infinity)))
    if (snippets.some(({ highlights }) => highlights.length === 0)) {
      assert.equal(snippets.length, 1)
      const { text, title } = index.segment.articles.article(article)
      const passed = readText(text).sentences.filter(({ end }) => end <= snippets[0]!.start)
      assert.ok(
        passed.every(({ start, end }) => text.slice(start, end) === title),
        'nothing is passed by but the title'
      )
    }
  }
}

t.test('any query on any articles', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyArticles,
      anyQuery,
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 20, max: 200 }),
      async (articles, q, count, length) => {
        checkAll(await buildGeneration(articles), q, count, length)
      }
    ),
    { numRuns: 150 }
  )
})

t.test('code points of two code units', async () => {
  const index = await buildGeneration([
    { id: 'a', text: `${'😀'.repeat(200)}skole${'😀'.repeat(200)}` },
    { id: 'b', text: `x${'😀'.repeat(200)}skole${'😀'.repeat(200)}` }
  ])
  for (let length = 20; length < 120; length++) checkAll(index, 'skole', 1, length)
})

t.test('any characters', async () => {
  const unit = fc.oneof(
    fc.constantFrom(...Array.from(' .\n-–/&<>"\'’;:,…()1234aåÅæ\u00a0\u00ad\u0301🙂')),
    fc.constantFrom(
      'film',
      'musikk',
      ' 1 000 ',
      ' IKT-Norge ',
      ' kl. ',
      'www.nrk.no/film/musikk',
      '&amp;',
      '<mark>'
    ),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 3 })
  )
  const anyText = fc.array(unit, { maxLength: 150 }).map((units) => `film${units.join('')}`)
  await fc.assert(
    fc.asyncProperty(anyText, anyWord, fc.integer({ min: 10, max: 120 }), async (text, word, length) => {
      checkAll(
        await buildGeneration([{ id: 'a', text, title: 'x' }]),
        `film ${word} i* "1 000" Norge`,
        3,
        length
      )
    }),
    { numRuns: 150 }
  )
})
