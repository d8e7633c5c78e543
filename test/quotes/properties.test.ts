// - text, speaker and cue are exactly what stands at their offsets, in any text
// - quotes come in order and apart from each other, and none is empty
// - words that are keys of every object are words like others
// - a hundred thousand times the same is no harder than other text

import fc from 'fast-check'
import t from 'tap'
import { readText } from '../../src/analysis/text/reading.js'
import { extractQuotes } from '../../src/quotes/extract-quotes.js'
import type { Quote } from '../../src/quotes/quote.js'
import { anyText, hardRepeats } from '../analysis/any-text.js'

const pieces = (
  '– - « » “ ” " : , . ? ! , ( ) \n \n\n sier sa seier mener ifølge at la til opplyser han hun ho det er ' +
  'var ikke og men som i direktør Kari Moe Per Lie KS politiet statssekretæren Vi vant __proto__ constructor 12 (H)'
)
  .split(' ')
  .map((piece) => piece.replaceAll('\\n', '\n'))

/** Prose that is dense in what quotes are made of. */
const speech = fc
  .array(
    fc.tuple(fc.constantFrom(...pieces, '\n', '\n\n', '. – '), fc.constantFrom(' ', ' ', ' ', '', ', ')),
    {
      maxLength: 60
    }
  )
  .map((parts) => parts.flat().join(''))

const holds = (text: string): Quote[] => {
  const quotes = extractQuotes(text, readText(text))
  for (const quote of quotes) {
    for (const span of [quote, quote.speaker, quote.cue])
      if (span && text.slice(span.start, span.end) !== span.text) throw new Error('offsets')
    if (quote.end <= quote.start || quote.text !== quote.text.trim()) throw new Error(`span «${quote.text}»`)
    if (!(quote.confidence > 0 && quote.confidence <= 1)) throw new Error('confidence')
  }
  quotes.forEach((quote, at) => {
    if (at > 0 && quotes[at - 1]!.end > quote.start) throw new Error('overlap')
  })
  return quotes
}

t.test('any text', (t) => {
  fc.assert(
    fc.property(fc.oneof(speech, anyText), (text) => void holds(text)),
    { numRuns: 1000, examples: [['var sa " Per er er" ']] }
  )
  t.end()
})

t.test('keys of objects', (t) => {
  t.equal(holds('– Ja, sier constructor. __proto__ sier at det er toString.').length, 1)
  t.end()
})

t.test('much of the same', (t) => {
  const units = [
    '«',
    '«A» ',
    '\n– Ja?',
    ', sier Kari',
    'Da a a, sier han',
    'Kari ',
    '«a b c d», sier han. ',
    'sier at '
  ]
  for (const text of [...hardRepeats, ...units.map((unit) => unit.repeat(20_000))]) holds(text)
  t.end()
})
