// - the distance between two words is what a plain reading of its definition says, up to the limit
// - the words that are near one are those that comparing it with each of them finds: insertions, deletions,
//   substitutions, swaps, anywhere in the word, in any alphabet
// - words that are not worth a comparison are left out
// - no word is near itself, and numbers are near nothing

import fc from 'fast-check'
import t from 'tap'
import { editDistance } from '../../src/structures/edit-distance.js'
import { buildLetterTables, findNearWords, type NearWord } from '../../src/segment/words/near-words.js'

/** Optimal string alignment by its recursive definition. */
const distance = (a: string, b: string): number => {
  const known = new Map<string, number>()
  const of = (i: number, j: number): number => {
    if (i === 0 || j === 0) return i + j
    const key = `${i} ${j}`
    let least =
      known.get(key) ??
      Math.min(of(i - 1, j) + 1, of(i, j - 1) + 1, of(i - 1, j - 1) + +(a[i - 1] !== b[j - 1]))
    if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
      least = Math.min(least, of(i - 2, j - 2) + 1)
    known.set(key, least)
    return least
  }
  return of(a.length, b.length)
}

/** Few letters, so that words are often near each other; one from outside the alphabet. */
const anyWord = fc.string({
  unit: fc.constantFrom('a', 'b', 'e', 'æ', 'ø', 'å', 'č', 'я', '-'),
  minLength: 1,
  maxLength: 9
})

t.test('the distance', (t) => {
  t.equal(editDistance('kommune', 'komune', 2), 1)
  t.equal(editDistance('kommune', 'kommnue', 2), 1)
  t.equal(editDistance('ca', 'abc', 3), 3, 'no stretch is edited twice')
  t.equal(editDistance('', 'ab', 2), 2)
  t.equal(editDistance('a'.repeat(255), `${'a'.repeat(254)}b`, 2), 1)
  t.equal(editDistance('a'.repeat(255), 'b'.repeat(255), 2), 3)
  fc.assert(
    fc.property(anyWord, anyWord, fc.nat({ max: 3 }), (a, b, most) => {
      t.equal(editDistance(a, b, most), Math.min(distance(a, b), most + 1), `${a} ${b}`)
    })
  )
  t.end()
})

const nearWords = async (
  words: readonly string[],
  typed: string,
  most: number,
  isWorth: (word: string) => boolean = () => true
): Promise<NearWord[]> =>
  findNearWords(
    await buildLetterTables(words),
    { wordOf: (id) => words[id]!, isWorth: (id) => isWorth(words[id]!) },
    typed,
    most
  )

t.test('the words near one', async (t) => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(anyWord, { maxLength: 40 }),
      anyWord,
      fc.constantFrom(1, 2),
      async (words, typed, most) => {
        const found = (await nearWords(words, typed, most)).map(
          ({ word, edits }) => `${words[word]!} ${edits}`
        )
        const expected = words
          .filter((word) => word.length > 2 && word !== typed && distance(typed, word) <= most)
          .map((word) => `${word} ${distance(typed, word)}`)
        t.same(found.sort(), expected.sort())
      }
    ),
    { numRuns: 300 }
  )
  t.same(await nearWords(['2019', 'co2en', 'covid-19'], '2018', 2), [])
  const notGate = await nearWords(['gate', 'mate', 'male'], 'mage', 2, (word) => word !== 'gate')
  t.same(notGate.map(({ word }) => word).sort(), [1, 2], 'those that are worth it')
  t.same(await nearWords([], 'ord', 2), [])
})
