// - the first half of a compound, that a hyphen ends, gets the word that it stands for; so do several
// - hyphens and abbreviations are kept as the whole has them
// - what no compound ends stays as it is, and so does a half in another paragraph
// - of any text the tokens keep their offsets, and only such have another word that a hyphen follows
// - articles and queries: the whole finds the half, its letters are marked, and a query with a half finds both

import fc from 'fast-check'
import t from 'tap'
import { loadModels } from '../../src/analysis/models.js'
import { completeHalves } from '../../src/analysis/suspended-hyphens.js'
import { readText } from '../../src/analysis/text/reading.js'
import { search } from '../../src/engine/memory/search.js'
import { indexOf, matching, request } from '../segment/collection.js'
import { anyText } from './any-text.js'

const models = loadModels()
const wordsOf = (text: string): string =>
  completeHalves(text, readText(text).tokens, models)
    .map(({ word }) => word)
    .join(' ')

t.test('halves', (t) => {
  const cases: [text: string, words: string][] = [
    ['inn- og utvandring', 'innvandring og utvandring'],
    ['For- og etternavn', 'fornavn og etternavn'],
    ['inn- og utbetalinger', 'innbetalinger og utbetalinger'],
    ['inn- og utlån', 'innlån og utlån'],
    ['før- og etterarbeid', 'førarbeid og etterarbeid'],
    ['nord- eller sørgående', 'nordgående eller sørgående'],
    ['lands-, fylkes- og lokallag', 'landslag fylkeslag og lokallag'],
    ['inn-/utvandring', 'innvandring utvandring'],
    ['inn-\nog utvandring', 'innvandring og utvandring'],
    ['barne- og ungdomsskolelærere', 'barneskolelærere og ungdomsskolelærere'],
    ['inn- og utvandringspolitikken', 'innvandringspolitikken og utvandringspolitikken'],
    ['Nord- og Sør-Norge', 'nord-norge og sør-norge'],
    ['stats- og utenriksministeren', 'statsministeren og utenriksministeren'],
    ['hånd- og ansiktskremer', 'håndkremer og ansiktskremer'],
    ['TV- og radiokanaler', 'tv-kanaler og radiokanaler'],
    ['10- og 12-åringer', '10-åringer og 12-åringer']
  ]
  for (const [text, words] of cases) t.equal(wordsOf(text), words, text)
  t.end()
})

t.test('what stays', (t) => {
  for (const text of [
    'mor- og datter',
    'inn- utvandring',
    'inn-\n\nog utvandring',
    'inn og utvandring',
    'inn- og. utvandring',
    'inn-, utvandring',
    'gikk- og statsministeren',
    'bøker- og filmfestivalen'
  ])
    t.equal(wordsOf(text), text.replace(/[^\p{L}]+/gu, ' '), text)
  t.end()
})

const anyHalves = fc
  .array(
    fc.oneof(anyText, fc.constantFrom('inn-', 'Nord-', 'og', 'eller', ', ', '/', 'utvandring', 'Sør-Norge'))
  )
  .map((parts) => parts.join(' '))

t.test('offsets of any text', (t) => {
  fc.assert(
    fc.property(anyHalves, (text) => {
      const { tokens } = readText(text)
      const completed = completeHalves(text, tokens, models)
      t.same(
        completed.map(({ start, end }) => [start, end]),
        tokens.map(({ start, end }) => [start, end])
      )
      for (const [i, { end, word }] of completed.entries())
        if (word !== tokens[i]!.word) t.match(text.slice(end), /^[-\u2010\u2011]/)
    })
  )
  t.end()
})

t.test('search', async (t) => {
  const news = await indexOf({
    half: '🙂 Tall for inn- og utvandring viser vekst.',
    whole: 'Innvandring er et tema.',
    other: 'Utvandring var et tema.',
    north: 'Det regner i Nord- og Sør-Norge.'
  })
  const marks = (q: string, id: string): string[] => {
    const hit = search(news, request(q)).hits.find((one) => one.id === id)
    return hit!.snippets.flatMap(({ text, highlights }) =>
      highlights.map(({ start, end }) => text.slice(start, end))
    )
  }
  t.same(matching(news, 'innvandring'), ['half', 'whole'])
  t.same(marks('innvandring', 'half'), ['inn'])
  t.same(marks('utvandring', 'half'), ['utvandring'])
  t.same(matching(news, 'inn- og utvandring'), ['half'])
  t.same(marks('inn- og utvandring', 'half'), ['inn', 'utvandring'])
  t.same(matching(news, '"inn- og utvandring"'), ['half'])
  t.same(matching(news, 'inn- OR utvandring'), ['half', 'other'])
  t.same(matching(news, 'Nord-Norge'), ['north'])
  t.same(marks('Nord-Norge', 'north'), ['Nord', 'Norge'])
  t.end()
})
