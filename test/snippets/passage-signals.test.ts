// Which passage of a text is shown, with the reason:
//
// - the one with more of the query's words, or words like them; the one in the form that was typed; words near each
//   other
// - one with a number or a name where the question asks for it; one below the first sentence; the fuller one

import t from 'tap'
import { snippetReader } from '../../src/snippets/article-snippets.js'
import { indexOf, planOf } from '../segment/collection.js'

/** The best passage of a text in which a blank line keeps passages apart. */
const best = async (q: string, paragraphs: readonly string[]): Promise<string> => {
  const index = await indexOf({ a: ['Innledning.', ...paragraphs].join('\n\n'), b: 'Noe annet.' })
  return snippetReader(index, planOf(index, q, { match: 'any' }), { count: 1, length: 100 })(0)[0]!.text
}

t.test('words', async (t) => {
  t.equal(await best('skole brann', ['Om skole og ro.', 'Om skole og brann.']), 'Om skole og brann.')
  t.equal(
    await best('valgene brann', ['Brann og valg.', 'Brann og valgene.']),
    'Brann og valgene.',
    'as typed'
  )
  t.equal(
    await best('demokratiet film', ['En film om demonene.', 'En film om demokratisk liv.']),
    'En film om demokratisk liv.',
    'a word that is like one of the query'
  )
  const filler = 'som det er mye å si om her og nå da'
  t.equal(
    await best('skole brann', [`En skole ${filler} med brann.`, `En skole med brann ${filler}.`]),
    `En skole med brann ${filler}.`,
    'near each other'
  )
})

t.test('answers', async (t) => {
  const paragraphs = ['Kirken ble bygd av tre.', 'Kirken ble bygd i 1890.', 'Kirken ble bygd da.']
  t.equal(await best('når ble kirken bygd', paragraphs), 'Kirken ble bygd i 1890.')
})

t.test('place and length', async (t) => {
  const index = await indexOf({ a: 'En skole i nord.\n\nOm den.\n\nEn skole i nord.', b: 'Noe annet.' })
  const read = snippetReader(index, planOf(index, 'skole'), { count: 1, length: 100 })
  t.equal(read(0)[0]!.start, 27, 'not the first sentence, which often is the title')
  t.equal(
    await best('skole', ['En skole.', 'En skole. Den er ny, og har plass til alle.']),
    'En skole. Den er ny, og har plass til alle.',
    'more of what may answer'
  )
})
