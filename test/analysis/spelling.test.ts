// - two letters for one, hyphens and accents make other spellings of a word
// - æ, ø and å without their marks do too, all or some, but not where Norwegian has that word
// - å, æ and a are three letters: words with different ones of them are strangers
// - it holds both ways, and of a word and itself

import fc from 'fast-check'
import t from 'tap'
import { loadModels } from '../../src/analysis/models.js'
import { isSpelling as isSpellingOf, spellingKey } from '../../src/analysis/text/spelling.js'
import { anyText } from './any-text.js'

const { isKnownForm } = loadModels()
const isSpelling = (one: string, other: string): boolean => isSpellingOf(one, other, isKnownForm)

t.test('other spellings', (t) => {
  const pairs = [
    ['ålesund', 'aalesund'],
    ['ålesund', 'alesund'],
    ['blåbær', 'blaabaer'],
    ['blåbær', 'blabar'],
    ['blåbær', 'blabaer'],
    ['blåbær', 'blaabar'],
    ['værøy', 'vaeroy'],
    ['værøy', 'varoey'],
    ['hærøya', 'haeroya'],
    ['tromsø', 'tromso'],
    ['e-post', 'epost'],
    ['idé', 'ide'],
    ['göteborg', 'gøteborg']
  ] as const
  for (const [one, other] of pairs) {
    t.ok(isSpelling(one, other), `${one}, ${other}`)
    t.equal(spellingKey(one), spellingKey(other))
  }
  t.end()
})

t.test('strangers', (t) => {
  const pairs = [
    ['hår', 'har'],
    ['øl', 'ol'],
    ['få', 'fa'],
    ['mål', 'mal'],
    ['våre', 'være'],
    ['varemåte', 'væremåte'],
    ['jónsson', 'jønsson'],
    ['sårbær', 'saarbar'],
    ['Oslo', 'Bergen']
  ] as const
  for (const [one, other] of pairs)
    t.notOk(isSpelling(one.toLowerCase(), other.toLowerCase()), `${one}, ${other}`)
  t.end()
})

t.test('each letter in any of its usual spellings', (t) => {
  const usual = { æ: ['æ', 'ae', 'a'], ø: ['ø', 'oe', 'o'], å: ['å', 'aa', 'a'] } as const
  const plain = (letter: keyof typeof usual): fc.Arbitrary<string> =>
    fc.constantFrom(...usual[letter].slice(1))
  // Letters that end no pair with what is before them.
  const part = fc.constantFrom('bl', 'rv', 'skj', 'sn', 'lg')
  const spellings = fc
    .array(fc.tuple(part, fc.constantFrom('æ', 'ø', 'å')), { minLength: 1, maxLength: 4 })
    .chain((parts) =>
      fc.tuple(
        fc.constant(parts.flat().join('')),
        fc.tuple(...parts.map(([, letter]) => plain(letter))).map((typed) => {
          return parts.map(([before], i) => before + typed[i]!).join('')
        })
      )
    )
  fc.assert(
    fc.property(spellings, ([word, typed]) => {
      t.ok(
        isSpellingOf(word, typed, () => false),
        `${word}, ${typed}`
      )
    })
  )
  t.end()
})

t.test('of any words', (t) => {
  fc.assert(
    fc.property(anyText, anyText, (one, other) => {
      t.ok(isSpelling(one, one))
      t.equal(isSpelling(one, other), isSpelling(other, one))
    })
  )
  t.end()
})
