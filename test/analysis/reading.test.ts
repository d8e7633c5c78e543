// - a text is read to tokens with offsets, each with its form
// - tokens of articles lie inside sentences, and a sentence without tokens is one all the same
// - to read part of a text between blank lines gives the same tokens

import fc from 'fast-check'
import t from 'tap'
import { readText } from '../../src/analysis/text/reading.js'
import { wordForm } from '../../src/analysis/text/word-form.js'
import { anyText } from './any-text.js'

t.test('example', (t) => {
  const text = 'Bl.a. 1 000 bøker.\n\n– …'
  t.strictSame(readText(text), {
    tokens: [
      { start: 0, end: 5, word: 'bl.a' },
      { start: 6, end: 11, word: '1000' },
      { start: 12, end: 17, word: 'bøker' }
    ],
    sentences: [
      { start: 0, end: 18, after: 'blank' },
      { start: 20, end: 23, after: 'blank' }
    ]
  })
  t.strictSame(readText(''), { tokens: [], sentences: [] })
  t.end()
})

t.test('any text', (t) => {
  fc.assert(
    fc.property(anyText, (text) =>
      readText(text).tokens.every(({ start, end, word }) => word === wordForm(text.slice(start, end)))
    )
  )
  t.end()
})

t.test('paragraphs are read apart', (t) => {
  fc.assert(
    fc.property(anyText, anyText, (one, other) => {
      const apart = [...readText(one).tokens, ...readText(other).tokens].map(({ word }) => word)
      const together = readText(`${one}\n\n${other}`).tokens.map(({ word }) => word)
      return apart.join('|') === together.join('|')
    }),
    { numRuns: 1000 }
  )
  t.end()
})
