/*
 * What a thread searches for before it is asked much:
 * - one to three words of titles all over a large collection, as most people ask; nothing in a small one;
 * - it goes on by itself until all is searched for, once, with the first generation alone;
 * - while somebody asks, and once that generation is no more, it searches for nothing.
 */
import assert from 'node:assert/strict'
import { setTimeout } from 'node:timers/promises'
import t from 'tap'
import type { SearchRequest } from '../../src/engine/questions.js'
import { WarmUp, warmUpSearches } from '../../src/engine/threads/warm-up.js'
import type { Generation } from '../../src/segment/generation.js'
import { buildGeneration } from '../segment/build.js'

const ARTICLES = 2000
const articles = Array.from({ length: ARTICLES }, (_, i) => ({
  id: `nr-${i}`,
  title: `Nye «vedtak» i: saken${'abcdefgh'.charAt(i % 8)} om havna-${i}`,
  text: 'Formannskapet vedtok planen.'
}))
const large = await buildGeneration(articles)
const all = [...warmUpSearches(large)]

/** Long enough for several searches that follow each other, in milliseconds. */
const LONG = 300

/** A warm-up, and what it has searched for so far. */
const watched = (): { readonly warmUp: WarmUp; readonly asked: [SearchRequest, string][] } => {
  const asked: [SearchRequest, string][] = []
  return { warmUp: new WarmUp((request, generation) => asked.push([request, generation])), asked }
}

t.test('searches for words of titles all over a large collection, and of no small one', async (t) => {
  assert.ok(all.length > 500 && all.length < ARTICLES)
  const words = all.map(({ q }) => q.split(' '))
  assert.ok(words.every(({ length }) => length >= 1 && length <= 3))
  assert.ok(words.flat().every((word) => /^\p{Ll}+$/u.test(word)))
  assert.deepEqual([...new Set(words.map(({ length }) => length))].sort(), [1, 2, 3])
  const endings = words.flat().flatMap((word) => /^saken(.)$/.exec(word)?.[1] ?? [])
  assert.ok(new Set(endings).size > 1, 'titles of several articles')
  const small: Generation = await buildGeneration(articles.slice(1))
  assert.deepEqual([...warmUpSearches(small)], [])
  t.end()
})

t.test('searches for all of it by itself, in the first generation alone', async (t) => {
  const { warmUp, asked } = watched()
  warmUp.begin('first', () => large)
  warmUp.begin('second', () => assert.fail('It is not read.'))
  while (asked.length < all.length) await setTimeout(LONG)
  await setTimeout(LONG)
  assert.deepEqual(
    asked,
    all.map((request) => [request, 'first'])
  )
  t.end()
})

t.test('waits while somebody asks, and ends with the generation', async (t) => {
  const { warmUp, asked } = watched()
  warmUp.begin('first', () => large)
  while (asked.length === 0) await setTimeout(1)
  const end = performance.now() + LONG
  warmUp.postpone()
  const before = asked.length
  while (performance.now() < end) {
    warmUp.postpone()
    await setTimeout(1)
  }
  assert.ok(asked.length - before <= 2, 'as good as none')
  while (asked.length < before + 10) await setTimeout(1)
  warmUp.drop('another')
  const then = asked.length
  while (asked.length < then + 10) await setTimeout(1)
  warmUp.drop('first')
  const last = asked.length
  await setTimeout(LONG)
  assert.equal(asked.length, last)
  t.end()
})
