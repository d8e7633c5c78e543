// Ranking, with the reason for each position.
//
// - the title, the rarer word, the exact spelling, the word itself before its compounds, words beside each other
// - dates: newest and oldest first, those without a date last
// - a draw is settled by date, then by id

import t from 'tap'
import { search } from '../../src/engine/memory/search.js'
import type { SearchRequest } from '../../src/engine/questions.js'
import { indexOf, request } from '../segment/collection.js'

type Articles = Parameters<typeof indexOf>[0]

const ranked = async (q: string, articles: Articles, more: Partial<SearchRequest> = {}): Promise<string[]> =>
  search(await indexOf(articles), request(q, more)).hits.map(({ id }) => id)

t.test('titles', async (t) => {
  const order = await ranked('kommune reform', {
    c: { title: 'Ny reform', text: 'En kommune venter på en reform.' },
    a: { title: 'Været i dag', text: 'En kommune venter på en reform.' },
    b: { title: 'Kommune og reform', text: 'En kommune venter på en reform.' }
  })
  t.same(order, [
    'b', // the only article with both words in the title
    'c', // one of them
    'a' // none
  ])
})

t.test('rare words', async (t) => {
  const order = await ranked(
    'regjering atomkraft',
    {
      a: 'Norges regjering møtes.',
      b: 'Fransk atomkraft øker.',
      c: 'En regjering faller.',
      d: 'Flere regjeringer strides.',
      e: 'Om regjering og atomkraft.'
    },
    { match: 'any' }
  )
  t.same(order, [
    'e', // both words
    'b', // the rare one
    'a', // the frequent one; as good as the next two, so the first by id
    'c',
    'd'
  ])
})

t.test('Ålesund', async (t) => {
  const articles = { a: 'Byen Aalesund brenner.', b: 'Byen Alesund brenner.', c: 'Byen Ålesund brenner.' }
  t.same(await ranked('Ålesund', articles), [
    'c', // spelt as typed, though the last by id
    'a', // other spellings, by id
    'b'
  ])
  t.same((await ranked('Aalesund', articles))[0], 'a')
  t.same((await ranked('Alesund', articles))[0], 'b')
})

t.test('words before compounds', async (t) => {
  const order = await ranked('strategi', {
    a: 'Regjeringens digitaliseringsstrategi kom fredag.',
    b: 'Regjeringens strategi kom fredag, for digitalisering.',
    c: 'Regjeringens strategier kom fredag, for digitalisering.'
  })
  t.same(order, [
    'b', // the word itself, and an inflection of it: equals, so by id
    'c',
    'a' // only as part of a compound
  ])
})

t.test('a compound and its parts', async (t) => {
  const order = await ranked('digitaliseringsstrategi', {
    a: 'En strategi for digitalisering.',
    b: 'Digitaliseringsstrategi er laget.',
    c: 'Noe om strategi uten det andre ordet som er så langt unna at det ikke teller: digitalisering.',
    d: 'En skolestrategi, og en digitaliseringsminister.',
    e: 'Digitaliseringstrategien er her.'
  })
  t.same(order, [
    'b', // the compound itself
    'e', // written otherwise, one word with the same parts
    'a' // its parts near each other; in c they are not, and in d none of them is a word
  ])
  t.same(
    await ranked('mormor', { a: 'Hun er mor.', b: 'Min mor er mor til to.' }),
    [],
    'parts that are the same'
  )
})

t.test('words beside each other', async (t) => {
  const filler = 'dette er det man ellers kan si om saken nå'
  const order = await ranked('grønn skatt', {
    far: `Grønn er fargen, ${filler}, ${filler}, ${filler}, og så en skatt.`,
    near: `En grønn og varig skatt, ${filler}, ${filler}, ${filler}, med mer.`,
    twice: `Skatt på grønn luft og grønn skatt, ${filler}, ${filler}, ${filler}.`
  })
  t.same(order, [
    'twice', // each word twice, and beside each other
    'near', // within the same few words
    'far' // far from each other
  ])
})

t.test('IKT-Norge', async (t) => {
  const order = await ranked('Norge', {
    a: 'En bonde vil bli hørt.',
    b: 'Direktør i hele bondenorge er glad.',
    c: 'Direktør i hele IKT-Norge er glad.',
    d: 'Direktør i hele Norge er glad.'
  })
  t.same(order, [
    'd', // the word itself
    'c', // a part that the writer marked
    'b' // a part that only the analysis sees
  ])
})

t.test('dates', async (t) => {
  const articles = {
    b: { text: 'Film film film.', publishedAt: '2019-11-28' },
    undated: { text: 'Film film.' },
    a: { text: 'Film.', publishedAt: '2019-11-28' },
    new: { text: 'Musikk og film.', publishedAt: '2021-01-01T10:00:00Z' },
    none: { text: 'Film.', publishedAt: '1999-01-01' }
  }
  t.same(await ranked('film', articles, { sort: 'newest' }), [
    'new',
    'a', // the same day as b: by id, whatever their scores
    'b',
    'none',
    'undated' // no date: last
  ])
  t.same(await ranked('film', articles, { sort: 'oldest' }), ['none', 'a', 'b', 'new', 'undated'])
  t.same(await ranked('', articles), ['new', 'a', 'b', 'none', 'undated'], 'no query: newest first')
})

t.test('draws', async (t) => {
  const order = await ranked('film', {
    d: 'En film.',
    c: { text: 'En film.', publishedAt: '2019-11-28' },
    b: { text: 'En film.', publishedAt: '2020-11-28' },
    a: 'En film.'
  })
  t.same(order, [
    'b', // all score alike: the newest
    'c', // then the older one
    'a', // then those without a date, by id
    'd'
  ])
})
