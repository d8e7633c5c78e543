// - a short first line without a full stop is the title; so is one that ends with ?, ! or an ellipsis
// - a first line that reads as a paragraph gives its first sentence
// - a long sentence is cut at a word, and a long word never within a character
// - the title is one trimmed line; it is empty only where the text is

import fc from 'fast-check'
import t from 'tap'
import { readText } from '../../src/analysis/text/reading.js'
import { titleOf } from '../../src/analysis/text/title.js'
import { anyText } from './any-text.js'

const title = (text: string): string => titleOf(text, readText(text).sentences[0])

t.test('examples', (t) => {
  const examples = {
    'Ny strategi for IKT\n\nRegjeringen la frem en plan.': 'Ny strategi for IKT',
    '\n\n  Ny strategi  \nTekst': 'Ny strategi',
    'Hva skjedde?\nIngen vet.': 'Hva skjedde?',
    'Og så …\nIngen vet.': 'Og så …',
    'Og så...\nIngen vet.': 'Og så...',
    'Regjeringen la frem en plan. Den er ny.': 'Regjeringen la frem en plan.',
    'Statsråden kom kl. 18. Hun dro kl. 19.': 'Statsråden kom kl. 18.',
    'Heidi Austlid:\n– Vi er glade.': 'Heidi Austlid:',
    'Bare ett ord': 'Bare ett ord',
    ' \n ': '',
    '': ''
  }
  for (const [text, expected] of Object.entries(examples))
    t.equal(title(text), expected, JSON.stringify(text))
  t.end()
})

t.test('long', (t) => {
  const sentence = 'ord '.repeat(80).trim()
  t.equal(title(`${sentence}. Slutt.`), `${'ord '.repeat(49)}ord …`)
  t.equal(title('a'.repeat(300)), `${'a'.repeat(200)} …`)
  t.equal(title(`a${'😀'.repeat(150)}`), `a${'😀'.repeat(99)} …`)
  t.end()
})

t.test('any text', (t) => {
  fc.assert(
    fc.property(anyText, (text) => {
      const found = title(text)
      return (
        found === found.trim() &&
        !found.includes('\n') &&
        found.length <= 202 &&
        (found === '') === (text.trim() === '')
      )
    }),
    { numRuns: 1000 }
  )
  t.end()
})
