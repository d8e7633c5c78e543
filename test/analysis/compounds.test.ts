// - a word is split where both sides are words of the collection, over the joints s and e; a side may be split again
// - hyphens, and the stops of a domain name, are boundaries in any collection
// - names, stop words, short parts and words that the collection does not show stay whole
// - a word that happens to be two others is split, and three words in a row are not: known to fail
// - the parts are in order, inside the word, and touch but for hyphens; there are none or at least two

import fc from 'fast-check'
import t from 'tap'
import { collectionSplitter, type Lexicon } from '../../src/analysis/compounds.js'
import { snowballStemmer } from '../../src/analysis/stemmer.js'

/** A collection that holds each of these words ten times. */
const collection = (text: string, names = '', size = 1000): Lexicon => {
  const stems = new Set(text.split(' ').map(snowballStemmer))
  return {
    frequency: (stem) => (stems.has(stem) ? 10 : 0),
    isName: (word) => names.split(' ').includes(word),
    size
  }
}
const WORDS =
  'digitalisering strategi offentlig sektor barn hage dommen bil fjord fisk oppdrett fiskeoppdrett kommune penger regjering plattform skole'
const splitter = (lexicon: Lexicon) => collectionSplitter(lexicon, snowballStemmer)
const split = splitter(collection(WORDS, 'bilfjord'))

t.test('parts', (t) => {
  const examples = {
    digitaliseringsstrategi: 'digitalisering strategi',
    digitaliseringsstrategien: 'digitalisering strategien',
    barnehage: 'barne hage',
    kommunesektoren: 'kommune sektoren',
    regjeringsplattform: 'regjering plattform',
    fiskeoppdrettsstrategi: 'fiske oppdrett strategi',
    'ikt-norge': 'ikt norge',
    'høyre-frp-venstre-regjeringen': 'høyre frp venstre regjeringen',
    'digi.no': 'digi no',
    '17-åring': '17 åring'
  }
  for (const [word, parts] of Object.entries(examples))
    t.equal(
      split(word)
        .map((part) => part.word)
        .join(' '),
      parts,
      word
    )
  t.end()
})

t.test('the joint is inside the span of its modifier, not in its word', (t) => {
  t.strictSame(split('digitaliseringsstrategi'), [
    { start: 0, end: 15, word: 'digitalisering' },
    { start: 15, end: 23, word: 'strategi' }
  ])
  t.end()
})

t.test('whole', (t) => {
  const examples = {
    strategi: 'no compound',
    innspillsmøte: 'the collection has neither',
    skolemøte: 'the collection has only one',
    bilfjord: 'a name',
    elbil: 'a short modifier',
    oppdrettsbil: 'a short head',
    og: 'a stop word',
    co2strategi: 'digits',
    '2016–2017': 'no letters',
    '10-15': 'no letters',
    '': 'nothing'
  }
  for (const [word, reason] of Object.entries(examples)) t.strictSame(split(word), [], `${word}: ${reason}`)
  t.end()
})

t.test('known to fail', (t) => {
  t.equal(split('barndommen').length, 2, 'childhood as child + verdict')
  t.equal(
    split('skolepengestrategi').length,
    0,
    'three parts, and no two of them are a word of the collection'
  )
  t.end()
})

t.test('a large collection asks for more occurrences', (t) => {
  t.equal(splitter(collection(WORDS, '', 5_000_000))('barnehage').length, 2)
  t.equal(splitter(collection(WORDS, '', 50_000_000))('barnehage').length, 0)
  t.end()
})

t.test('any word', (t) => {
  const joint = fc.constantFrom('', 's', 'e', '-', 'x', '.')
  const word = fc
    .array(fc.tuple(fc.constantFrom(...WORDS.split(' ')), joint), { maxLength: 7 })
    .map((parts) => parts.flat().join(''))
  fc.assert(
    fc.property(word, (word) => {
      const parts = split(word)
      if (parts.length === 1 || (!/[-.]/.test(word) && parts.length > 4)) return false
      return parts.every(({ start, end, word: part }, i) => {
        const gap = word.slice(i === 0 ? 0 : parts[i - 1]!.end, start)
        const left = word.slice(end)
        return (
          start < end &&
          /^[-.]*$/.test(gap) &&
          (i < parts.length - 1 || /^[-.]*$/.test(left)) &&
          new RegExp(`^${part}[se]?$`).test(word.slice(start, end))
        )
      })
    }),
    { numRuns: 1000 }
  )
  t.end()
})
