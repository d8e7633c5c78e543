// - all words that share letters in a row with a word are found, as by a naive count; a hash may add some, and no share
//   is above 1
// - the word itself shares all; looking one up leaves nothing behind for the next; numbers and short words share none

import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { buildGramTables, GramIndex } from '../../src/segment/words/gram-index.js'

const NONE_GONE = { count: 0, has: () => false }

const indexOf = async (words: readonly string[]): Promise<GramIndex> =>
  new GramIndex([{ first: 0, end: words.length, grams: await buildGramTables(words) }], NONE_GONE)

const similar = (index: GramIndex, word: string, least: number): Map<number, number> => {
  const { words, shares } = index.similar(word, least)
  return new Map(Array.from(words, (other, i) => [other, shares[i]!]))
}

const gramsOf = (word: string): Set<string> => {
  const marked = `^${word}`
  return new Set(Array.from({ length: Math.max(0, marked.length - 3) }, (_, at) => marked.slice(at, at + 4)))
}

t.test('any words', async () => {
  const anyWord = fc.string({ unit: fc.constantFrom('a', 'b', 'å'), minLength: 4, maxLength: 9 })
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(anyWord, { minLength: 1, maxLength: 20 }),
      anyWord,
      async (words, word) => {
        const index = await indexOf(words)
        const grams = gramsOf(word)
        const expected = words.filter((other) => [...gramsOf(other)].some((gram) => grams.has(gram)))
        const found = similar(index, word, 1e-9)
        for (const other of expected) assert.ok(found.has(words.indexOf(other)), other)
        for (const share of found.values()) assert.ok(share > 0 && share < 1 + 1e-5)
        const own = words.indexOf(word)
        if (own >= 0) assert.ok(Math.abs(found.get(own)! - 1) < 1e-5)
        assert.deepEqual(similar(index, word, 1e-9), found, 'again')
        for (const least of [0.2, 0.5, 0.9]) {
          const most = [...similar(index, word, least).keys()].sort()
          assert.deepEqual(most, [...found].flatMap(([other, share]) => (share >= least ? other : [])).sort())
        }
      }
    )
  )
})

t.test('a share that is the least asked for when it is rounded is not left out', async (t) => {
  const words = 'aaaa aaåa aaba aåabåaa aaab aabb abaa åabaaaa aaaaa aaåb aåaa abab'.split(' ')
  t.same(
    [...similar(await indexOf(words), 'åabå', 0.5)],
    [
      [3, 0.5],
      [7, 0.5]
    ]
  )
})

t.test('words that share none', async (t) => {
  const index = await indexOf(['2019', 'bok', 'constructor', '__proto__'])
  t.equal(similar(index, '2019', 0.1).size, 0)
  t.equal(similar(index, 'bok', 0.1).size, 0, 'three letters and the beginning')
  t.same([...similar(index, 'constructor', 0.5).keys()], [2])
})
