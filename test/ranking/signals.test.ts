// Each signal, with the reason why one article has more of it than another:
//
// - the typed form before other inflections; words that are like the query's before none
// - pairs as typed before the same words apart; windows and sentences before words spread over the text
// - a name or number near the words, as the question asks; a title that is about nothing else
// - none is negative, and but for BM25 (k1 + 1) and typed pairs (each word stands in two) none is above 1, whatever the
//   query and the articles

import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { buildGeneration } from '../segment/build.js'
import { evidenceReader } from '../../src/ranking/evidence.js'
import { SIGNAL_NAMES, SIGNALS, type SignalName } from '../../src/ranking/signals.js'
import { anyArticles, anyQuery, indexOf, planOf } from '../segment/collection.js'

/** Ids of the articles, most of the signal first; equal ones in one string, by id. */
const order = async (
  signal: SignalName,
  q: string,
  articles: Parameters<typeof indexOf>[0]
): Promise<string[]> => {
  const index = await indexOf(articles)
  const read = evidenceReader(index, planOf(index, q, { match: 'any' }))
  const groups = new Map<number, string>()
  for (const id of Object.keys(articles).sort()) {
    const value = Math.round(SIGNALS[signal](read(index.segment.articles.find(id)!)) * 1e6)
    groups.set(value, `${groups.get(value) ?? ''}${id}`)
  }
  return [...groups].sort(([a], [b]) => b - a).map(([, ids]) => ids)
}

const FILLER = 'Dette er det man ellers kan si om saken nå, sier de som var der.'

t.test('typedForms', async (t) => {
  t.same(
    await order('typedForms', 'valgene', { a: 'Om valget nå.', b: 'Om valgene nå.', c: 'Om valg, ja.' }),
    [
      'b', // the form that was typed
      'ac' // other inflections of it
    ]
  )
})

t.test('alikeWords', async (t) => {
  const articles = { a: 'Om demokratiske valg.', b: 'Om demonene her.', c: 'Om veiene her.' }
  // a: made of the same letters; b, c: too little in common
  t.same(await order('alikeWords', 'demokratiet', articles), ['a', 'bc'])
})

t.test('typedPairs', async (t) => {
  const order_ = await order('typedPairs', 'født i Bodø', {
    a: 'Hun er født i Bodø.',
    b: 'Hun bor i Bodø, født der også.',
    c: 'Hun er født utenfor Bodø.'
  })
  t.same(order_, [
    'a', // both pairs
    'b', // `i Bodø`
    'c' // the words, but no pair of them
  ])
})

t.test('bestWindow', async (t) => {
  const order_ = await order('bestWindow', 'skole brann natt', {
    a: 'Brann på skole i natt.',
    b: `Brann på skole i går. ${FILLER} Ikke i natt.`,
    c: `Brann i går. ${FILLER} En skole til. ${FILLER} Ikke i natt.`
  })
  t.same(order_, [
    'a', // all three in 12 words
    'b', // two
    'c' // one at a time
  ])
})

t.test('bestSentences', async (t) => {
  const order_ = await order('bestSentences', 'skole brann', {
    a: 'Det var brann. Ingen er skadet. Det gjelder en skole.',
    b: 'Det var brann. Det gjelder en skole.',
    c: { title: 'Brann på skole', text: 'Ingen er skadet. Det er bra.' }
  })
  t.same(order_, [
    'b', // in two sentences that follow each other
    'a', // one of the words
    'c' // both, but in the title
  ])
})

t.test('answerNear', async (t) => {
  const when = await order('answerNear', 'når ble kirken bygd', {
    a: 'Kirken ble bygd i 1890.',
    b: `Kirken ble bygd av tre. ${FILLER} Hun kom i 1890.`,
    c: 'Kirken ble bygd av bønder.'
  })
  t.same(when, [
    'a', // a number beside the words
    'bc' // far from them, or none
  ])
  const who = await order('answerNear', 'hvem bygde kirken', {
    a: 'Kirken er det Nils som bygde.',
    b: 'Kirken er det bønder som bygde.',
    c: 'Her bor Nils, sier Nils.'
  })
  t.equal(who[0], 'a') // a name
})

t.test('titleShare', async (t) => {
  const order_ = await order('titleShare', 'ny skole', {
    a: { title: 'Ny skole', text: 'Mer.' },
    b: { title: 'Ny skole i Bodø får basseng', text: 'Mer.' },
    c: { title: 'Været', text: 'Ny skole.' }
  })
  t.same(order_, [
    'a', // about nothing else
    'b', // about more
    'c' // not in the title
  ])
})

t.test('any query', async () => {
  await fc.assert(
    fc.asyncProperty(anyArticles, anyQuery, async (articles, q) => {
      const index = await buildGeneration(articles)
      const read = evidenceReader(index, planOf(index, q, { match: 'any' }))
      for (let article = 0; article < index.segment.size; article++) {
        const evidence = read(article)
        for (const name of SIGNAL_NAMES) {
          const value = SIGNALS[name](evidence)
          const most = name === 'typedForms' || name === 'alikeWords' ? 2.2 : name === 'typedPairs' ? 100 : 1
          assert.ok(value >= -1e-6 && value <= most + 1e-6, `${name} ${value}`)
        }
      }
    }),
    { numRuns: 200 }
  )
})
