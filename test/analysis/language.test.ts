// - a sentence of bokmål is `nb`, the same in nynorsk `nn`
// - a text of words that both have is taken for bokmål; endings tell too
// - English, Swedish, German, Finnish and Northern Sámi are neither, nor is a text with hardly a Norwegian word
// - a quotation in English leaves a text Norwegian
// - Danish is seldom told from bokmål: known to fail
// - a word is a cue of at most one kind, and the majority of the cues decides

import t from 'tap'
import { detectLanguage, languageCue, type LanguageCue } from '../../src/analysis/text/language.js'
import { readText } from '../../src/analysis/text/reading.js'

const languageOf = (text: string): string => {
  const counts: Record<LanguageCue, number> = { nb: 0, nn: 0, norwegian: 0, foreign: 0 }
  for (const { word } of readText(text).tokens) {
    const cue = languageCue(word)
    if (cue !== undefined) counts[cue]++
  }
  return detectLanguage(counts)
}

const sentences: Readonly<Record<string, readonly string[]>> = {
  nb: [
    'Jeg vet ikke hva som har skjedd, sier ordføreren.',
    'Regjeringen vil bruke mer penger på veier i nord.',
    'Hvor mange personer bor det egentlig i kommunen?',
    'De to kvinnene ble kjørt til sykehus etter ulykken.',
    'Hun fikk ikke være med da laget reiste hjem fra Tromsø.',
    'Det var en fin film og han har sett den.',
    'Alle kommunene har bygninger.',
    'Sangen «The winner takes it all» er fortsatt en av de mest spilte, og hun synger den gjerne selv når hun blir bedt om det.'
  ],
  nn: [
    'Eg veit ikkje kva som har skjedd, seier ordføraren.',
    'Regjeringa vil bruke meir pengar på vegar i nord.',
    'Kor mange personar bur det eigentleg i kommunen?',
    'Dei to kvinnene vart køyrde til sjukehus etter ulukka.',
    'Ho fekk ikkje vere med då laget reiste heim frå Tromsø.',
    'Alle kommunane har bygningar.',
    'Gjeldande avtale om opplæring.',
    'Det blir også mange andre kampar etter den første, meiner trenaren.'
  ],
  und: [
    'The mayor said that nobody knows what has happened.',
    'Borgmästaren säger att ingen vet vad som har hänt, och det är inte bra.',
    'Niemand weiß, was passiert ist, und das ist nicht gut.',
    'Kaupunginjohtaja sanoo, että he eivät tiedä mutta ovat huolissaan.',
    'Mii leat dál Kárášjogas, muhto boahtte jagi maid Guovdageainnus.',
    'Borgmesteren siger, at hun blev ringet op af politiet efter mødet.',
    'Oslo og Bergen',
    'Rosenborg – Brann 2–0',
    '😀',
    ''
  ]
}

for (const [language, texts] of Object.entries(sentences))
  t.test(language, (t) => {
    for (const text of texts) t.equal(languageOf(text), language, text)
    t.end()
  })

t.test('known to fail', (t) => {
  t.equal(languageOf('Hun bor i Aarhus, men arbejder ikke der længere.'), 'nb', 'Danish')
  t.end()
})

t.test('cues', (t) => {
  const examples = {
    ikke: 'nb',
    ikkje: 'nn',
    og: 'norwegian',
    blir: 'norwegian',
    the: 'foreign',
    kommunane: 'nn',
    kommunene: undefined,
    bygningene: 'nb',
    bygninger: 'nb',
    finger: undefined,
    svar: undefined,
    hus: undefined
  }
  for (const [word, cue] of Object.entries(examples)) t.equal(languageCue(word), cue, word)
  t.end()
})

t.test('decision', (t) => {
  const none = { nb: 0, nn: 0, norwegian: 0, foreign: 0 }
  t.equal(detectLanguage(none), 'und')
  t.equal(detectLanguage({ ...none, norwegian: 2 }), 'nb', 'no sign of nynorsk')
  t.equal(detectLanguage({ ...none, norwegian: 1 }), 'und', 'one word may be of another language')
  t.equal(detectLanguage({ ...none, norwegian: 8, foreign: 2 }), 'und', 'a neighbour')
  t.equal(detectLanguage({ ...none, nb: 2, nn: 1 }), 'nb')
  t.equal(detectLanguage({ ...none, nb: 1, nn: 2 }), 'nn')
  t.equal(detectLanguage({ ...none, nb: 2, nn: 2, norwegian: 9 }), 'und', 'as much of both')
  t.equal(detectLanguage({ nb: 1, nn: 0, norwegian: 8, foreign: 2 }), 'nb', 'a quotation')
  t.equal(detectLanguage({ nb: 1, nn: 0, norwegian: 7, foreign: 2 }), 'und', 'more than a fifth')
  t.end()
})
