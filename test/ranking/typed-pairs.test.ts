// - pairs of words count once each, by how rare the pair is in the collection; a stop word stands only for itself,
//   other words for their inflections
// - a query of one word, or of words that no article has, has no pairs; long queries have at most 30

import t from 'tap'
import { TypedPairs } from '../../src/ranking/typed-pairs.js'
import { indexOf } from '../segment/collection.js'

const index = await indexOf({
  a: 'Han er født i Bodø.',
  b: 'Han bor i Bodø. Hun er født i Oslo.',
  c: 'Han bor i en by. De bor i et hus.'
})

const weights = (words: readonly string[]): number[] => {
  const pairs = new TypedPairs(index, words)
  const { first } = index.segment.positions
  return [0, 1, 2].map((article) => pairs.weightIn(first[article]!, first[article + 1]!))
}

t.test('rarity', (t) => {
  const [a, b, c] = weights(['født', 'i', 'bodø']) as [number, number, number]
  t.equal(a, b, 'both pairs, side by side or not')
  t.equal(c, 0)
  const [, frequent] = weights(['bor', 'i']) as [number, number]
  const [rare] = weights(['er', 'født']) as [number]
  t.ok(rare > 0 && frequent > 0 && rare >= frequent)
  t.end()
})

t.test('forms', (t) => {
  t.ok(weights(['byer', 'de'])[2]! > 0, 'an inflection')
  t.same(weights(['hun', 'bor']), [0, 0, 0], 'the words, but no such pair')
  t.end()
})

t.test('no pairs', (t) => {
  t.same(weights(['bodø']), [0, 0, 0])
  t.same(weights(['__proto__', 'constructor']), [0, 0, 0])
  t.same(weights([]), [0, 0, 0])
  t.ok(weights([...Array<string>(40).fill('hus'), 'født', 'i']).every((weight) => weight === 0))
  t.end()
})
