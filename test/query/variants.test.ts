// - a word's form in the other standard is a variant, if the collection has it; inflections that share a term are one
// - a weight is above 0 and below 1; a spelling without marks keeps the weight of a spelling
// - the word itself is no variant of itself, and a stop word, or a form of one, none of another word
// - names of the collection stay as they are

import t from 'tap'
import { variantTerms } from '../../src/query/planning/variants.js'
import { indexOf } from '../segment/collection.js'

const index = await indexOf({
  nb: 'Kjærligheten til skolen, sykehuset og sykehusene, og ikke minst Ålesund og alesund. En eneste gang.',
  nn: 'Kjærleiken til skulen, sjukehuset og sjukehusa, og ikkje minst kva dei seier i Noreg.',
  names: 'Vi møtte Skulen og så Hvalen. Vi møtte Kvalen her. Der så vi Kvalen og Hvalen og hele Norge.'
})

const { vocabulary } = index

const termsOf = (word: string): string[] =>
  [...variantTerms(index, word).keys()].map((id) => vocabulary.term(id))

t.test('the other standard', (t) => {
  t.same(termsOf('kjærlighet'), ['kjærleik'])
  t.same(termsOf('kjærleik'), ['kjærlighet'])
  t.same(termsOf('sykehusa'), ['sjukehus'], 'two forms, one term')
  t.same(termsOf('ikke'), ['ikkje'], 'stop words of each other')
  t.same(termsOf('minst'), [])
  t.equal(vocabulary.term(vocabulary.formOf('eneste')!), 'en')
  t.same(termsOf('einaste'), [], 'its form has the term of a stop word')
  t.same(termsOf('norge'), ['noreg'], 'a name that both standards have a form of')
  t.same(termsOf('noreg'), ['norge'])
  t.end()
})

t.test('weights', (t) => {
  for (const word of ['kjærlighet', 'skolene', 'sykehus', 'norge'])
    for (const weight of variantTerms(index, word).values()) t.ok(weight > 0 && weight < 1, word)
  const spelling = vocabulary.termId('alesund')!
  t.equal(variantTerms(index, 'ålesund').get(spelling), 0.5)
  t.end()
})

t.test('names', (t) => {
  t.same(termsOf('hvalen'), [])
  t.same(termsOf('kvalen'), [])
  t.end()
})
