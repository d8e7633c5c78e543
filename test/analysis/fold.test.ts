// - the examples of the documentation hold
// - a word with marks, without them, and with two letters for one has one key
// - a key is its own key, and ASCII where the word is Latin
// - words that differ in more than that keep apart
// - strangers that share a key: the price of it

import fc from 'fast-check'
import t from 'tap'
import { foldKey } from '../../src/analysis/text/fold.js'
import { anyText } from './any-text.js'

t.test('one key', (t) => {
  const examples = {
    alesund: ['ålesund', 'aalesund', 'alesund', 'älesund', 'ålesund'.normalize('NFD')],
    larer: ['lærer', 'laerer', 'larer'],
    ol: ['øl', 'oel', 'ol', 'öl'],
    ide: ['idé', 'ide'],
    karasjohka: ['kárášjohka'],
    strasse: ['straße'.replace('ß', 'ss')],
    blaktig: ['blåaktig', 'blaaaktig', 'blaaktig', 'blaktig'],
    tron: ['trøen', 'troeen', 'troen'],
    kaos: ['kaos'],
    zoo: ['zoo'],
    'ikt-norge': ['ikt-norge'],
    '1.7': ['1.7'],
    中文: ['中文']
  }
  for (const [key, spellings] of Object.entries(examples))
    for (const word of spellings) t.equal(foldKey(word), key, word)
  t.end()
})

t.test('strangers', (t) => {
  const pairs = [
    ['mål', 'mal'],
    ['for', 'før'],
    ['israel', 'isral'],
    ['poet', 'pot']
  ] as const
  for (const [one, other] of pairs) t.equal(foldKey(one), foldKey(other), `${one} = ${other}`)
  t.end()
})

t.test('others keep apart', (t) => {
  const words = ['bil', 'båt', 'bot', 'bok', 'kaos', 'kos', 'zoo', 'zo', 'ikt', 'it']
  t.equal(new Set(words.map(foldKey)).size, words.length)
  t.end()
})

const word = fc.string({ unit: fc.constantFrom(...Array.from('abeorstæøåéäöü')) })
const bare: Readonly<Record<string, string>> = { æ: 'a', ø: 'o', å: 'a', é: 'e', ä: 'a', ö: 'o', ü: 'u' }
const double: Readonly<Record<string, string>> = {
  æ: 'ae',
  ø: 'oe',
  å: 'aa',
  é: 'e',
  ä: 'ae',
  ö: 'oe',
  ü: 'u'
}
const spelt = (word: string, letters: Readonly<Record<string, string>>): string =>
  word.replace(/[^a-z]/g, (letter) => letters[letter]!)

t.test('any word', (t) => {
  fc.assert(
    fc.property(word, (word) => {
      const key = foldKey(word)
      const spellings = [key, word.normalize('NFD'), spelt(word, double)]
      return /^[a-z]*$/.test(key) && spellings.every((spelling) => foldKey(spelling) === key)
    }),
    { numRuns: 1000 }
  )
  // Two letters beside each other may read as one: `æ` and `e` are `ae`. So none here stands beside `a`, `e` or `o`.
  const apart = fc.array(fc.constantFrom('b', 'sæt', 'rør', 'tåb', 'séb')).map((parts) => parts.join(''))
  fc.assert(fc.property(apart, (word) => foldKey(spelt(word, bare)) === foldKey(word)))
  fc.assert(
    fc.property(
      anyText.map((text) => text.toLowerCase()),
      (text) => foldKey(foldKey(text)) === foldKey(text)
    )
  )
  t.end()
})
