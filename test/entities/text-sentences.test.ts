import fc from 'fast-check'
import t from 'tap'
import { readText } from '../../src/analysis/text/reading.js'
import { textSentences } from '../../src/entities/recogniser/text-sentences.js'
import { anyText } from '../analysis/any-text.js'

// Properties, for any text:
// - tokens are in order and do not overlap; none is empty or holds a line break at its ends
// - every word of the index is within one token, or two: a name and what goes with it
// - every character that is no space is in a token, hyphens inside words, soft hyphens and the like aside
// Examples: signs are tokens, a full stop goes with an initial, an ordinal or an abbreviation, a hyphen with the word
// it cuts short

const forms = (text: string): string[] =>
  textSentences(text, readText(text)).map((tokens) => tokens.map(({ form }) => form).join(' '))

t.test('examples', (t) => {
  t.same(forms('«Kommunal- og …», sier E. Berg (H).'), ['« Kommunal- og ... » , sier E. Berg ( H ) .'])
  t.same(forms('– Den 18. mai bl.a. på digi.no! Ja.'), ['- Den 18. mai bl.a. på digi.no !', 'Ja .'])
  t.same(forms('Vi så “IKT‑Norge” og O’Brien.'), ['Vi så " IKT-Norge " og O\'Brien .'])
  t.same(forms('Det var i 18.'), ['Det var i 18 .'], 'a full stop that ends the sentence stands alone')
  t.same(forms('NTB/Reuters (Foto: Ola Li'), ['NTB / Reuters ( Foto : Ola Li'])
  t.same(forms('LO-leder Moe fra Krim-halvøya, fotball-VM og IKT-Norge'), [
    'LO leder Moe fra Krim-halvøya , fotball VM og IKT-Norge'
  ])
  t.same(forms('Sør-koreansk mat'), ['Sør-koreansk mat'])
  t.same(forms(''), [])
  t.end()
})

t.test('offsets', (t) => {
  fc.assert(
    fc.property(anyText, (text) => {
      const reading = readText(text)
      const tokens = textSentences(text, reading).flat()
      let at = 0
      let missed = ''
      for (const { start, end } of tokens) {
        missed += text.slice(at, start)
        if (start < at || end <= start || text.slice(start, end).trim() !== text.slice(start, end))
          return false
        at = end
      }
      missed += text.slice(at)
      const isIn = (at: number): boolean => tokens.some(({ start, end }) => start <= at && at < end)
      const holdsWords = reading.tokens.every(({ start, end }) => isIn(start) && isIn(end - 1))
      return holdsWords && missed.replace(/[\s\u00ad\u200b\ufeff\u2010\u2011-]/g, '') === ''
    })
  )
  t.end()
})
