// - the inflections of a regular noun, verb or adjective have one stem
// - irregular forms stay apart, as do words of bokmål and nynorsk with other letters: known to fail
// - words with digits stay as they are
// - a stem is never empty nor longer than its word

import fc from 'fast-check'
import t from 'tap'
import { snowballStemmer as stem } from '../../src/analysis/stemmer.js'

t.test('one stem', (t) => {
  const groups = [
    'strategi strategien strategier strategiene strategiens',
    'kommune kommuner kommunen kommunene kommunenes',
    'digitalisering digitaliseringen digitaliseringa digitaliseringens',
    'stor store',
    'kaste kaster kastet',
    'oslo',
    'norge norges'
  ]
  for (const group of groups) t.equal(new Set(group.split(' ').map(stem)).size, 1, group)
  t.end()
})

t.test('known to fail', (t) => {
  const pairs = ['bok bøker', 'mann menn', 'gå gikk', 'fra frå', 'ikke ikkje']
  for (const pair of pairs) t.equal(new Set(pair.split(' ').map(stem)).size, 2, pair)
  t.end()
})

t.test('digits', (t) => {
  for (const word of ['co2', '1000', '17-åringene', '1.7']) t.equal(stem(word), word)
  t.end()
})

t.test('any word', (t) => {
  const word = fc.string({ minLength: 1, unit: fc.constantFrom(...Array.from('adehiklmnrstvæøå-')) })
  fc.assert(fc.property(word, (word) => stem(word).length > 0 && stem(word).length <= word.length))
  t.end()
})
