// - spellings of one name have one slug: case, hyphens, spaces, apostrophes, aa for å, marks
// - names that differ in a letter stay apart: Bø is not Bo
// - a slug is URL-safe where the name has letters that can be, and is its own slug

import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { isCapitals, slug } from '../../src/entities/slug.js'

t.test('one name', (t) => {
  t.same(['IKT-Norge', 'IKT Norge', 'ikt – norge'].map(slug), ['ikt-norge', 'ikt-norge', 'ikt-norge'])
  t.equal(slug('Ås'), slug('AAS'))
  t.equal(slug('Øystein'), 'oeystein')
  t.equal(slug('O’Brien'), slug("O'Brien"))
  t.equal(slug('Pelé'), 'pele')
  t.equal(slug('A\u030aSE'), slug('Åse'))
  t.equal(slug('Москва'), 'москва')
  t.equal(slug('Ǣ Ǿ'), 'ae-oe')
  t.equal(slug('– «»'), '')
  t.not(slug('Bø'), slug('Bo'))
  t.not(slug('Ås'), slug('As'))
  t.end()
})

t.test('any name', (t) => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      const key = slug(name)
      assert.equal(slug(key), key)
      assert.match(key, /^$|^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*$/u)
    })
  )
  t.end()
})

t.test('any letter', (t) => {
  const odd = Array.from({ length: 0x3000 }, (_, code) => `a${String.fromCodePoint(code)}b`).filter(
    (name) => slug(slug(name)) !== slug(name)
  )
  t.same(odd, [])
  t.end()
})

t.test('capitals', (t) => {
  t.same(['KMD', 'MAJORSTUA', 'AT&T', 'A', 'KrF', 'Oslo', '99'].map(isCapitals), [
    ...[true, true, true, false, false, false, false]
  ])
  t.end()
})
