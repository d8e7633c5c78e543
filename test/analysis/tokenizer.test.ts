// - the examples of the documentation hold, and those that are known to fail do
// - a word keeps its inner apostrophes, hyphens, soft hyphens, and `&` between capitals
// - a word that is broken over two lines is one token, unless its hyphen is there for another word
// - a number keeps its groups, decimals, time and date; letters after it make it a word
// - an abbreviation keeps its full stop, another word never does
// - offsets slice to the token, ascend and do not overlap; a token is 1 to 255 code units long
// - a token neither begins nor ends with white space, and none crosses a blank line
// - every letter and digit is inside a token, and every token has a letter, a digit or a sign
// - a hundred thousand times the same is no harder than other text

import fc from 'fast-check'
import t, { type Test } from 'tap'
import { isLetterOrDigit } from '../../src/analysis/text/characters.js'
import type { Span } from '../../src/structures/span.js'
import { MAX_TOKEN_LENGTH, tokenize } from '../../src/analysis/text/tokenizer.js'
import { anyText, hardRepeats } from './any-text.js'

const spans = (text: string): Span[] => {
  const found: Span[] = []
  tokenize(text, (start, end) => found.push({ start, end }))
  return found
}
const range = (start: number, end: number): number[] =>
  Array.from({ length: end - start }, (_, i) => start + i)
const written = (text: string): string[] => spans(text).map(({ start, end }) => text.slice(start, end))

const examples = (t: Test, table: Readonly<Record<string, string>>): void => {
  for (const [text, tokens] of Object.entries(table)) t.equal(written(text).join(' | '), tokens, text)
  t.end()
}

t.test('words', (t) => {
  examples(t, {
    'KommIT-rådet møtes kl. 18:30': 'KommIT-rådet | møtes | kl. | 18:30',
    '«Silo-tankegangen» er død!': 'Silo-tankegangen | er | død',
    'Kommunal- og moderniseringsdepartementet': 'Kommunal | og | moderniseringsdepartementet',
    "O’Brien og rock'n'roll": "O’Brien | og | rock'n'roll",
    "'enkle' ’anførselstegn’": 'enkle | anførselstegn',
    'H&M og AT&T, men H & M, h&m': 'H&M | og | AT&T | men | H & M | h&m',
    'ja & nei, Per&Kari, A & Berg': 'ja | nei | Per | Kari | A | Berg',
    'Hennes & Mauritz': 'Hennes | Mauritz',
    'IKT\u2011Norge, stor\u00adting': 'IKT\u2011Norge | stor\u00adting',
    'ja–nei — og/eller': 'ja | nei | og | eller',
    '• bullet * stjerne 😀 smil': 'bullet | stjerne | smil',
    'idé, cafe\u0301, Kárášjohka': 'idé | cafe\u0301 | Kárášjohka',
    '#valg2021 @ola_n': 'valg2021 | ola | n'
  })
})

t.test('numbers and signs', (t) => {
  examples(t, {
    '1 000 000 brukere, 1,7 %': '1 000 000 | brukere | 1,7 | %',
    '1\u00a0000 og 500.000,50': '1\u00a0000 | og | 500.000,50',
    'i 2015 100 personer': 'i | 2015 | 100 | personer',
    '24.12.2019 12:30:45': '24.12.2019 | 12:30:45',
    '2016–2017, 10-15, 24/7': '2016 | 2017 | 10 | 15 | 24 | 7',
    '17-åring, 1980- og 90-tallet': '17-åring | 1980 | og | 90-tallet',
    '3D-printer, 5G, CO2-utslipp, 10km': '3D-printer | 5G | CO2-utslipp | 10km',
    '§ 3-5, §§': '§ | 3 | 5 | § | §',
    'kr 500,-': 'kr | 500'
  })
})

t.test('abbreviations', (t) => {
  examples(t, {
    'bl.a. i dag, f.eks. nå': 'bl.a. | i | dag | f.eks. | nå',
    'f.eks nå': 'f.eks | nå',
    'osv. Bil. Siviløk. Hansen': 'osv. | Bil | Siviløk. | Hansen',
    'kl.18': 'kl. | 18',
    'hr. Berg, Hr. Berg, leder for HR.': 'hr. | Berg | Hr. | Berg | leder | for | HR',
    'nå eller aldri, no eller aldri: no.': 'nå | eller | aldri | no | eller | aldri | no'
  })
})

t.test('domain names', (t) => {
  examples(t, {
    'på digi.no.': 'på | digi.no',
    'https://www.oslo.kommune.no/skole/?a=b': 'https | www.oslo.kommune.no | skole | a | b',
    'per@e-post.no': 'per | e-post.no',
    'Slutt.Ny setning uten mellomrom': 'Slutt | Ny | setning | uten | mellomrom',
    'vg.nord': 'vg | nord'
  })
})

t.test('letters and stops', (t) => {
  examples(t, {
    'U.S.A. og N.R.K, J.K. Rowling': 'U.S.A. | og | N.R.K | J.K. | Rowling',
    'J. K. Rowling og B. Berg. I K. her': 'J. K. | Rowling | og | B | Berg | I | K | her',
    'A/S og m/s, a/b/c, og/eller, /a/b': 'A/S | og | m/s | a | b | c | og | eller | a | b',
    'en ph.d.-stipendiat og en ph.d.': 'en | ph.d.-stipendiat | og | en | ph.d.',
    'Plan B. Han': 'Plan | B | Han',
    'Slutt.Ny': 'Slutt | Ny'
  })
})

t.test('signs that make a name', (t) => {
  examples(t, {
    'C++ og C#, VG+, Disney+-serien': 'C++ | og | C# | VG+ | Disney+-serien',
    '1+1, a+b, +47, fint++nok, #valg': '1 | 1 | a | b | 47 | fint | nok | valg'
  })
})

t.test('raised, lowered and broken digits', (t) => {
  examples(t, {
    'CO₂-utslipp på 5 m², H₂O': 'CO₂-utslipp | på | 5 | m² | H₂O',
    '10⁻³ og 5²': '10 | ³ | og | 5 | ²',
    '2½ time, ½, ½-liter': '2½ | time | ½ | ½-liter'
  })
})

t.test('broken words', (t) => {
  for (const mark of '\u200b\u200c\u200d\u2060\ufeff')
    t.strictSame(written(`${mark}stor${mark}ting${mark} nå`), [`stor${mark}ting`, 'nå'])
  examples(t, {
    'stats-\nbudsjettet': 'stats-\nbudsjettet',
    'oppo-  \r\n sisjonen': 'oppo-  \r\n sisjonen',
    'stats\u00ad\nbudsjettet': 'stats\u00ad\nbudsjettet',
    'inn-\nog utvandring': 'inn | og | utvandring',
    'Nord-\nNorge': 'Nord | Norge',
    'stats-\n\nbudsjettet': 'stats | budsjettet',
    'ord -\nmer': 'ord | mer'
  })
})

t.test('known to fail', (t) => {
  examples(t, {
    'i uke 12 100 personer': 'i | uke | 12 100 | personer',
    '1881.no': '1881 | no'
  })
})

t.test('a long run is cut', (t) => {
  const lengths = (text: string): number[] => spans(text).map(({ start, end }) => end - start)
  t.equal(MAX_TOKEN_LENGTH, 255)
  t.strictSame(lengths('a'.repeat(600)), [255, 255, 90])
  t.strictSame(lengths('1'.repeat(255) + 'a'.repeat(255)), [255, 255])
  t.strictSame(lengths('1' + '.23'.repeat(100)), [255, 46], 'at a digit')
  t.strictSame(lengths('12' + ' 345'.repeat(70)), [254, 27], 'not within a group')
  t.end()
})

t.test('any text', (t) => {
  fc.assert(
    fc.property(anyText, (text) => {
      let previous = 0
      for (const { start, end } of spans(text)) {
        const token = text.slice(start, end)
        if (start < previous || end - start < 1 || end - start > MAX_TOKEN_LENGTH) return false
        if (token.trim() !== token || /\n\s*\n/.test(token)) return false
        if (!/[\p{L}\p{M}\p{N}%§]/u.test(token)) return false
        previous = end
      }
      return true
    }),
    { numRuns: 2000 }
  )
  t.end()
})

t.test('no letter or digit is left out', (t) => {
  fc.assert(
    fc.property(anyText, (text) => {
      const inside = new Set(spans(text).flatMap(({ start, end }) => range(start, end)))
      return range(0, text.length).every((at) => inside.has(at) || !isLetterOrDigit(text, at))
    }),
    { numRuns: 2000 }
  )
  t.end()
})

t.test('the same a hundred thousand times', (t) => {
  for (const text of hardRepeats) t.ok(spans(text).length <= text.length, JSON.stringify(text.slice(0, 4)))
  t.end()
})
