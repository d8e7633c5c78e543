// - the examples of the documentation hold, and those that are known to fail do
// - no sentence ends at an abbreviation, an initial, a date, an ordinal, a number or a domain name
// - quotations, brackets and the speech dash stay with their sentence
// - headings, paragraphs, list items and wrapped lines
// - sentences hold every character that is no space, once and in order, and are trimmed
// - no sentence ends within a token, and none crosses a blank line
// - a hundred thousand times the same is no harder than other text

import fc from 'fast-check'
import t, { type Test } from 'tap'
import { readText } from '../../src/analysis/text/reading.js'
import { anyText, hardRepeats } from './any-text.js'

const sentences = (text: string): string[] =>
  readText(text).sentences.map(({ start, end }) => text.slice(start, end))

/** Each text as it should be cut, with `|` between its sentences (and the space after it). */
const cuts = (t: Test, texts: readonly string[]): void => {
  for (const text of texts)
    t.equal(sentences(text.replaceAll('|', '')).join(' | '), text.replace(/ ?\| ?/g, ' | '), text)
  t.end()
}

t.test('full stops', (t) => {
  cuts(t, [
    'Han kom kl. 18. mai. | Det var J. K. Rowling. | Hun smilte.',
    'Det var ca. 200 personer der, bl.a. Per E. Hansen, dvs. alle. | Det holdt.',
    'Statsminister Jens Chr. Hauge bodde ved St. Olavs plass.',
    'De solgte is, brus osv. | Det var varmt.',
    'De solgte is, brus osv. og tjente godt.',
    'Toppen er 2469 moh. | Turen er lang.',
    'Det koster 500 kr. | Prisen er kr. 500.',
    'Boka er min. | Det skjer no. | Ho jobbar med HR. | Bra.',
    'Møtet er 18. nov. 2014. | Husk det.',
    'Den 18. 11. 2014 møtte 5. 6. og 7. klasse.',
    'Han er på digi.no. | Hun er på vg.no hele dagen.',
    'Prisen steg 1.5 prosent til 1.000.000. | Så falt den.',
    'Han gikk... og kom. | Så … | Ja vel.'
  ])
})

t.test('what is numbered or lettered', (t) => {
  cuts(t, [
    'Det er snø på fv. 29 ved Os, og rv. 3 og E6 er stengt. | Se s. 12.',
    'Naboen i Storgt. 12 er varslet. | Det er sagt. | 12 er enige.',
    'De støtter Prop. 1 S og Innst. 9 L. | Meld. St. 7 er innerst inne. | Der er han innst. | Alle ler.',
    'Han er dr. philos. Per Lie. | Hun besteg Mt. Everest.',
    'Vi velger plan B. | Han er enig. | De tar vitamin D. | Rådmann Siri Lie er i gruppe C. | Bra.',
    'Trump skriver på X. | Statsminister Støre svarer. | Karl X. Gustav døde.',
    'Boka er av H. C. Andersen og O. I. Hansen. | Det er Per E. | Han er syk. | Kari S. Vik kom.',
    'Filmen har R. De Niro og Per I. Vik.'
  ])
})

t.test('quotations and speech', (t) => {
  cuts(t, [
    '– Hvorfor? spurte han. | – Fordi jeg vil!',
    '«Hvorfor?» spurte han. | «Fordi.» | Så gikk han.',
    '«Nei!», sa han. | (Se kap. 3.) | Ferdig.',
    'Er det sant?! | Ja!!! | 5 av 10 tror det.',
    'De kalte det «Forum.» og gikk.',
    'Han dro. | eKommune er i gang.'
  ])
})

t.test('lists and ordinals', (t) => {
  cuts(t, ['1. Møtet åpnes. | 2. Referat. | 3.1. Saker. | 10. Slutt.', 'Hun ble nr. 1. | Han ble nr. 2.'])
})

t.test('lines', (t) => {
  const examples = {
    'Ny plan\nRegjeringen la frem\nen plan.': ['Ny plan', 'Regjeringen la frem\nen plan.'],
    'Ny plan\n\nen plan': ['Ny plan', 'en plan'],
    'Dette er f.eks.\nslik, mens dette\nfortsetter.': ['Dette er f.eks.\nslik, mens dette\nfortsetter.'],
    'Vi trenger:\nmelk': ['Vi trenger:', 'melk'],
    '- melk\n- brød\n• ost': ['- melk', '- brød', '• ost'],
    '– Ja.\n– nei': ['– Ja.', '– nei']
  }
  for (const [text, expected] of Object.entries(examples))
    t.strictSame(sentences(text), expected, JSON.stringify(text))
  t.end()
})

t.test('what lies before a sentence', (t) => {
  const before = readText('Tittel\n\nEn. To.\nTre.\n \n Fire').sentences.map(({ after }) => after)
  t.strictSame(before, ['blank', 'blank', 'sentence', 'line', 'blank'])
  t.end()
})

t.test('known to fail', (t) => {
  cuts(t, ['Boka er av Per E. Kaptein Vik er enig.', 'Yahoo! | Norge vokser.', 'Møtet er 18. jan. | 2014.'])
})

t.test('any text', (t) => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { sentences } = readText(text)
      const gaps = sentences.map(({ start }, i) => text.slice(i === 0 ? 0 : sentences[i - 1]!.end, start))
      const rest = text.slice(sentences.at(-1)?.end ?? 0)
      return (
        [...gaps, rest].every((gap) => gap.trim() === '') &&
        sentences.every(
          ({ start, end }) => start < end && text.slice(start, end).trim().length === end - start
        ) &&
        sentences.every(({ start, end }) => !/\n\s*\n/.test(text.slice(start, end)))
      )
    }),
    { numRuns: 2000 }
  )
  t.end()
})

t.test('no token is cut', (t) => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { tokens, sentences } = readText(text)
      let at = 0
      return tokens.every((token) => {
        while (sentences[at] !== undefined && sentences[at]!.end <= token.start) at++
        return (
          sentences[at] !== undefined &&
          sentences[at]!.start <= token.start &&
          token.end <= sentences[at]!.end
        )
      })
    }),
    { numRuns: 2000 }
  )
  t.end()
})

t.test('the same a hundred thousand times', (t) => {
  for (const text of hardRepeats)
    t.ok(readText(text).sentences.length <= text.length, JSON.stringify(text.slice(0, 4)))
  t.end()
})
