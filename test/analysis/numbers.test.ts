// - the examples of the documentation hold, and those that are known to fail do
// - a number ends at a digit, after at most 255 code units
// - all spellings of a number get one form, which keeps itself
// - thousands mean what they say, whatever stands between them

import fc from 'fast-check'
import t from 'tap'
import { normaliseNumber, numberEnd } from '../../src/analysis/text/numbers.js'

const numberIn = (text: string): string => text.slice(0, numberEnd(text, 0))

t.test('where a number ends', (t) => {
  const examples = {
    '1 000 000': '1 000 000',
    '500.000': '500.000',
    '1,7 prosent': '1,7',
    '18:30.': '18:30',
    '24.12.2019': '24.12.2019',
    '3.141': '3.141',
    '2015 100 personer': '2015',
    '12 100 personer': '12 100',
    '1 000 00': '1 000',
    '1 000.000': '1 000.000',
    '100 000kr': '100',
    '1. mai': '1',
    '10-15': '10',
    '100\n000': '100'
  }
  for (const [text, number] of Object.entries(examples)) t.equal(numberIn(text), number, text)
  t.end()
})

t.test('one spelling', (t) => {
  const examples = {
    '1 000 000': '1000000',
    '1\u00a0000': '1000',
    '1\u202f000': '1000',
    '500.000': '500000',
    '1,7': '1.7',
    '1 000,50': '1000.50',
    '18:30': '18.30',
    '24.12.2019': '24.12.2019',
    '0,125': '0.125',
    '007': '007'
  }
  for (const [written, form] of Object.entries(examples)) t.equal(normaliseNumber(written), form, written)
  t.equal(normaliseNumber('3,141'), '3141', 'fails: three decimals are read as thousands')
  t.end()
})

const figures = fc
  .string({ unit: fc.constantFrom(...Array.from('0123456789 \u00a0.,:')) })
  .map((rest) => `1${rest}`)

t.test('any figures', (t) => {
  fc.assert(
    fc.property(figures, (text) => {
      const form = normaliseNumber(numberIn(text))
      return /^\d.*\d$|^\d$/.test(numberIn(text)) && /^[\d.]+$/.test(form) && normaliseNumber(form) === form
    }),
    { numRuns: 1000 }
  )
  t.end()
})

t.test('a number by its groups', (t) => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1e12 }),
      fc.constantFrom(' ', '\u00a0', '\u2009', '\u202f', '.'),
      (number, separator) => {
        const written = String(number).replace(/\B(?=(?:\d{3})+$)/g, separator)
        return numberIn(written) === written && normaliseNumber(written) === String(number)
      }
    )
  )
  t.end()
})

t.test('a long run is cut at 255', (t) => {
  for (const unit of ['1', '1.', '1:', '1 000', '100 ', '100.']) {
    const number = numberIn(unit.repeat(1000))
    t.ok(number.length <= 255 && /\d$/.test(number), unit)
  }
  t.end()
})
