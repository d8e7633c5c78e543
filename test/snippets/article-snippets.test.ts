// - whole sentences where they fit; a sentence that is too long is cut around the hit, at white space
// - a passage does not go on into a paragraph that does not belong; a heading and a lead-in belong to what follows
// - the passage with most of the query's words comes first, then the one where they are nearer each other
// - only the part of a compound that matches is marked; a phrase is marked only where it stands
// - a field's words are marked only there
// - no passage goes on through who wrote the text or took a picture
// - the beginning of the text, without its title and credits, where nothing matches; nothing at all where no snippet is
//   asked for

import t from 'tap'
import { snippetReader } from '../../src/snippets/article-snippets.js'
import { indexOf, planOf } from '../segment/collection.js'

interface Shown {
  readonly count?: number
  readonly length?: number
  readonly title?: string
  /** Another article. */
  readonly also?: string
  readonly match?: 'all' | 'any'
}

const snippetsOf = async (
  text: string,
  q: string,
  { count = 1, length = 240, title = '', also = '', match = 'any' }: Shown = {}
): Promise<string[]> => {
  const index = await indexOf({ a: { text, title }, ...(also && { also }) })
  const read = snippetReader(index, planOf(index, q, { match }), { count, length })
  return read(0).map(({ html }) => html)
}

t.test('whole sentences', async (t) => {
  const text = 'Først kommer en. Så en film om skog. Deretter er det slutt. Nå er det helt slutt.'
  t.same(await snippetsOf(text, 'film', { length: 25 }), ['Så en <mark>film</mark> om skog.'])
  t.same(await snippetsOf(text, 'film', { length: 80 }), [
    'Så en <mark>film</mark> om skog. Deretter er det slutt. Nå er det helt slutt.'
  ])
})

t.test('long sentences', async (t) => {
  const text = `Det var ${'en gang og '.repeat(10)}en film i ${'en skog og '.repeat(10)}et hus.`
  t.same(await snippetsOf(text, 'film', { length: 40 }), [
    '… og en <mark>film</mark> i en skog og en skog og en …'
  ])
  t.same(await snippetsOf(`a/${'b/'.repeat(60)}film/${'c/'.repeat(60)}d`, 'film', { length: 30 }), [
    '… /b/b/b/<mark>film</mark>/c/c/c/c/c/c/c/c/c/ …'
  ])
})

t.test('paragraphs', async (t) => {
  const text = 'Om skog.\n\nEn film.\n\nOm by.'
  t.same(await snippetsOf(text, 'film'), ['En <mark>film</mark>.'])
  t.same(await snippetsOf('Om film:\n\nEn skog.', 'film'), ['Om <mark>film</mark>:\n\nEn skog.'])
  t.same(await snippetsOf('Film\nEn skog.\n\nOm by.', 'film skog'), [
    '<mark>Film</mark>\nEn <mark>skog</mark>.'
  ])
  t.same(
    await snippetsOf('Om skog\nEn film.', 'film'),
    ['En <mark>film</mark>.'],
    'what is before the hit is left out'
  )
})

t.test('the best passages', async (t) => {
  const apart = 'og dette er noe som er sagt for å ha mange ord her'
  const text = `Om film, ${apart}, og om skog.\n\nOm film.\n\nFilm om skog.\n\nIngenting.`
  t.same(await snippetsOf(text, 'film skog', { count: 4, length: 100 }), [
    '<mark>Film</mark> om <mark>skog</mark>.',
    `Om <mark>film</mark>, ${apart}, og om <mark>skog</mark>.`,
    'Om <mark>film</mark>.'
  ])
})

t.test('a compound beside its parts', async (t) => {
  const examples: Record<string, readonly [q: string, marked: string]> = {
    'no part of its own beside a compound': [
      'digitaliseringsstrategi',
      '<mark>Digitaliseringsstrategien</mark> er klar. Strategien er god.'
    ],
    'a part of another compound beside a word': [
      'digitaliseringsstrategi',
      '<mark>Digitaliserings</mark>planer er ingen <mark>strategi</mark>.'
    ],
    'marked parts are words': ['nord-norge', '<mark>Nord</mark>- og Sør-<mark>Norge</mark>.']
  }
  for (const [why, [q, marked]] of Object.entries(examples))
    t.same(await snippetsOf(marked.replace(/<.?mark>/g, ''), q, { match: 'all' }), [marked], why)
})

t.test('marks', async (t) => {
  const also = 'strategi digitalisering norge ikt'
  t.same(await snippetsOf('En digitaliseringsstrategi.', 'strategi', { also }), [
    'En digitaliserings<mark>strategi</mark>.'
  ])
  t.same(await snippetsOf('Digitaliseringsstrategi.', 'digitalisering', { also }), [
    '<mark>Digitaliserings</mark>strategi.'
  ])
  t.same(await snippetsOf('En strategi for digitaliseringen.', 'digitaliseringsstrategi', { also }), [
    'En <mark>strategi</mark> for <mark>digitaliseringen</mark>.'
  ])
  t.same(await snippetsOf('Møte i IKT-Norge.', 'norge', { also }), ['Møte i IKT-<mark>Norge</mark>.'])
  t.same(await snippetsOf('Møte i IKT-Norge.', '"ikt norge"', { also }), [
    'Møte i <mark>IKT</mark>-<mark>Norge</mark>.'
  ])
  t.same(await snippetsOf('En ny lov, en gammel lov.', '"ny lov"'), [
    'En <mark>ny</mark> <mark>lov</mark>, en gammel lov.'
  ])
  t.same(await snippetsOf('Lov a b c d e om ny lov.', '"ny lov"~2'), [
    'Lov a b c d e om <mark>ny</mark> <mark>lov</mark>.'
  ])
  t.same(await snippetsOf('R&D <i> "film"', 'film d'), ['R&amp;D &lt;i&gt; &quot;<mark>film</mark>&quot;'])
})

t.test('fields', async (t) => {
  t.same(await snippetsOf('Først by. Så film.', 'title:film', { title: 'Film' }), ['Først by. Så film.'])
  t.same(await snippetsOf('Først by. Så film.', 'text:film', { title: 'Film' }), ['Så <mark>film</mark>.'])
})

t.test('nothing to mark', async (t) => {
  t.same(await snippetsOf('Om by.\n\nOm skog. Om hav.', 'film'), ['Om by.'])
  t.same(await snippetsOf('Om by. Om skog. Om hav.', '', { length: 16 }), ['Om by. Om skog.'])
  t.same(await snippetsOf('Om by og skog og hav.', '', { length: 12 }), ['Om by og …'])
  t.same(await snippetsOf('Om by.', 'by', { count: 0 }), [])
})

t.test('credits', async (t) => {
  const text =
    'Ny bro åpnet\n\nAv Kari Moe\nBroen er ferdig. Foto: Per Lie / NTB\n\nStatsråden klippet snoren lørdag. Mange kom.'
  const lead = 'Statsråden klippet snoren lørdag. Mange kom.'
  t.same(await snippetsOf(text, 'skog', { title: 'Ny bro åpnet', also: 'En skog.' }), [lead], 'the beginning')
  t.same(await snippetsOf(text, 'klippet'), [lead.replace('klippet', '<mark>klippet</mark>')])
  t.same(await snippetsOf(text, 'ferdig'), ['Broen er <mark>ferdig</mark>.'])
  t.same(
    await snippetsOf('Av Kari Moe', 'skog', { also: 'En skog.' }),
    ['Av Kari Moe'],
    'where there is no more'
  )
})
