// - the names of photo credits, bylines, marks of agencies and datelines are credits, in all their usual forms
// - a name that stands alone is one at the end of a text and between its lines, unless the text names the person too
// - agencies are found beside other agencies, newspapers and who writes for them; who signs a letter is credited, with
//   a greeting before the name or a title below it, and where from is not
// - names of the text, and words beside them, are none; a caption that follows a credit begins where the name ends
// - who took a picture or wrote is a person, who delivers it an organisation
// - credits are in order and apart, inside any text, however many a text has
// - a credited name counts as no mention, links nobody, and is nobody's speaker

import t from 'tap'
import fc from 'fast-check'
import { readText } from '../../src/analysis/text/reading.js'
import { isCreditLine } from '../../src/entities/credits/credit-line.js'
import { typeGuesses } from '../../src/entities/credits/add-credits.js'
import { findCredits } from '../../src/entities/credits/find-credits.js'
import { resolveArticle } from '../../src/entities/article/resolve-article.js'
import { extractQuotes } from '../../src/quotes/extract-quotes.js'

const credits = (text: string): string[] => findCredits(text).map(({ start, end }) => text.slice(start, end))

t.test('photo credits', (t) => {
  const forms: [string, string[]][] = [
    ['Ruta går til Bodø. Foto: Terje Pedersen / NTB scanpix', ['Terje Pedersen', 'NTB scanpix']],
    ['(Foto: Pablo Martinez/AP/NTB Scanpix)', ['Pablo Martinez', 'AP', 'NTB Scanpix']],
    ['FOTO: VIDAR RUUD \\ NTB SCANPIX', ['VIDAR RUUD', 'NTB SCANPIX']],
    ['FOTO: Meek, Tore / NTB scanpix Han vant.', ['Meek, Tore', 'NTB scanpix']],
    ['FOTO: Arkivfoto: Per Løchen / NTB scanpix Professor Moe.', ['Per Løchen', 'NTB scanpix']],
    ['Foto: Jon Super, Reuters / NTB scanpix', ['Jon Super', 'Reuters', 'NTB scanpix']],
    ['Illustrasjonsfoto: Gorm Kallestad.', ['Gorm Kallestad']],
    ['Foto: Tor Moe NTB Scanpix', ['Tor Moe', 'NTB Scanpix']],
    ['Foto: Jessica Taylor via AP', ['Jessica Taylor', 'AP']],
    ['Foto: Kari Moe og Per Lie', ['Kari Moe', 'Per Lie']],
    ['Bilde: Lise Moe, NTB Scanpix.', ['Lise Moe', 'NTB Scanpix']],
    ['(Tegning: Siri Lie) Partiet møttes.', ['Siri Lie']],
    ['Skjermbilde: TV 2', ['TV 2']],
    ['© 2019 Kari Moe', ['Kari Moe']],
    ['Foto: privat', []],
    ['Foto: Privat', []]
  ]
  for (const [text, names] of forms) t.same(credits(text), names, text)
  t.end()
})

t.test('agencies beside other names', (t) => {
  const forms: [string, string[]][] = [
    ['Gaza by/Jerusalem (NTB-Reuters): De kom.', ['NTB', 'Reuters']],
    ['Oslo (NPK-Vilde Moe): De kom.', ['NPK', 'Vilde Moe']],
    ['De kom.\n\n(Havets Tidende/NTB)', ['Havets Tidende', 'NTB']],
    ['De kom.\n\n(Havets Tidende/Vik)', []],
    ['Han møtte en mann (NTB) i byen.', []],
    ['De sa (NTB visste det): Nei.', []]
  ]
  for (const [text, names] of forms) t.same(credits(text), names, text)
  t.end()
})

t.test('who signs', (t) => {
  const forms: [string, string[]][] = [
    ['Kom og bad.\n\nMvh Ida-Marie Hveding-Sand, Sortland', ['Ida-Marie Hveding-Sand', 'Sortland']],
    ['Kom og bad.\n\nMed vennleg helsing\nIda Moe', ['Ida Moe']],
    ['Han sa: Hilsen til Ida Moe og alle de andre.', []],
    ['Det bør vi ikke gjøre.\n\nHarald Moe,\n\npensjonert arkitekt, Sandviken', ['Harald Moe']],
    ['Det bør vi ikke gjøre.\n\nHarald Moe,\n\npensjonert arkitekt.\n\nHan døde.', []],
    ['Sjefen er ny\n\nMARIUS D. MOE\n\nKommentator\n\nDe har ansatt en ny sjef.', ['MARIUS D. MOE']],
    ['Vi lyser fred over minnet.\n\nFor det lokale laget,\n\nIda Moe og Per Lie', ['Ida Moe', 'Per Lie']],
    ['Der bor det to til.\n\nIda Moe og Per Lie er søsken', []]
  ]
  for (const [text, names] of forms) t.same(credits(text), names, text)
  const source = 'Tittel\n\nAv Ida Moe, Vik\n\nDe kom.'
  const start = source.indexOf('Vik')
  const place = { type: 'place' as const, confidence: 0.7, start, end: start + 3 }
  t.same(
    typeGuesses(findCredits(source), [place]).map((one) => source.slice(one.start, one.end)),
    ['Ida Moe'],
    'where from is no credit'
  )
  t.end()
})

t.test('who is a person', (t) => {
  const types = (
    text: string,
    found: readonly [string, 'person' | 'organisation' | 'product', number][] = []
  ) => {
    const recognised = found.map(([name, type, confidence]) => {
      const start = text.indexOf(name)
      return { type, confidence, start, end: start + name.length }
    })
    return typeGuesses(findCredits(text), recognised).map(({ type }) => type)
  }
  // Behind who delivers a picture is who took it, with a given name that no list has too.
  t.same(types('Foto: REUTERS/Xilo Vantorek'), ['organisation', 'person'])
  t.same(types('Foto: Helse-Vest / Xilo Vantorek'), ['organisation', 'person'])
  t.same(types('Foto: Xilo Vantorek / Havbladet Nord'), ['person', 'organisation'])
  t.same(types('Kilde: Helsenorge, Xilo Vantorek'), ['organisation', 'organisation'])
  t.same(types('Skjermbilde: TV 2'), ['organisation'])
  // Where no word of the name tells, the recogniser does, if it is sure of just that name.
  const paper = '(Havets Tidende): Regnet kommer.'
  t.same(types(paper), ['organisation'])
  t.same(types('(Kari Moe): Regnet kommer.'), ['person'])
  const firm = 'Foto: Havets Venner'
  t.same(types(firm), ['person'])
  t.same(types(firm, [['Havets Venner', 'organisation', 0.9]]), ['organisation'])
  t.same(types(firm, [['Havets Venner', 'organisation', 0.5]]), ['person'])
  t.same(types(firm, [['Havets', 'organisation', 0.9]]), ['person'])
  t.same(types('Foto: Moe', [['Moe', 'person', 0.9]]), ['person'])
  t.same(types('Foto: Kari Moe', [['Kari Moe', 'organisation', 0.9]]), ['person'])
  t.same(types('Oslo (havet.no): Regn.', [['havet.no', 'product', 0.9]]), ['organisation'])
  t.end()
})

t.test('the caption after a credit', (t) => {
  t.same(credits('FOTO: Rune Sævig TØRT: Så langt er det tørt.'), ['Rune Sævig'])
  t.same(credits('FOTO: Dan P. Neegaard Daværende statsråd Moe smiler.'), ['Dan P. Neegaard'])
  t.same(credits('FOTO: Cornelius Poppe Politiadvokat Fredrik Moe under møtet.'), ['Cornelius Poppe'])
  t.same(credits('FOTO: Pål Christensen Kent Håvard Eriksen spiller.'), ['Pål Christensen'])
  t.end()
})

t.test('bylines, agencies and datelines', (t) => {
  const line = (text: string): string[] => credits(`Det skjedde i går.\n${text}\nSaken er lang og trist.`)
  t.same(line('Av Kari Moe og Per Lie'), ['Kari Moe', 'Per Lie'])
  t.same(line('Av: Kari Moe, Magasinet for alle'), ['Kari Moe', 'Magasinet'])
  t.same(line('Michel Spingler / AP'), ['Michel Spingler', 'AP'])
  t.same(line('Oslo (NTB): Regnet kommer.'), ['NTB'])
  t.same(line('(Bergens Tidende): Regnet kommer.'), ['Bergens Tidende'])
  t.same(line('Kari Moe'), ['Kari Moe'])
  t.same(line('Artikkelen er skrevet av Jon Vik'), ['Jon Vik'])
  t.same(line('Reporter: Jon Vik'), ['Jon Vik'])
  t.same(line('Av Kari Moe, Havbladet og Per Lie (foto)'), ['Kari Moe', 'Havbladet', 'Per Lie'])
  t.same(line('Av Kari Moe (tekst) og Per Lie (foto)'), ['Kari Moe', 'Per Lie'])
  t.same(line('Anmeldt av:\nKari Moe'), ['Kari Moe'])
  t.same(line('Skien (NTB)'), ['NTB'])
  t.same(line('Skien (TT-NTB): Regnet kommer.'), ['TT', 'NTB'])
  t.same(line('Skien (NTB-Reuters-AFP): Regnet kommer.'), ['NTB', 'Reuters', 'AFP'])
  t.same(line('SKIEN/ULEFOSS (VG)'), ['VG'])
  t.same(line('Kari Moe (AP)'), [])
  t.same(line('Ulefoss (Telemark)'), [])
  t.same(credits('Det regner. (©NTB)'), ['NTB'])
  t.same(credits('Det regner. /NTB/'), ['NTB'])
  t.same(credits('Brann/Viking/Start spilte. /Brann/'), [])
  // In small letters it is no given name.
  t.same(line('Av Moe, tore'), ['Moe'])
  t.end()
})

t.test('who signs a text', (t) => {
  const signed = 'Filmen er god.\nDen er ikke for alle.'
  const signers = (text: string, people: string[] = []): string[] => {
    const spans = people.map((name) => ({ start: text.indexOf(name), end: text.indexOf(name) + name.length }))
    return findCredits(text, spans).map(({ start, end }) => text.slice(start, end))
  }
  t.same(signers(`${signed}\n\nKARI MOE `), ['KARI MOE'])
  t.same(signers(`${signed}\nKari Moe`), ['Kari Moe'])
  t.same(signers(`${signed}\nBESTE LÅT:\n«Regn»\nKARI MOE`), ['KARI MOE'])
  t.same(signers(`${signed}\nKari Moe, pensjonert lærer, Skien`), ['Kari Moe'])
  t.same(signers(`${signed}\nXilo Vantorek`, ['Xilo Vantorek']), ['Xilo Vantorek'])
  // A name of which nothing tells that it is a person's; a sentence; a list; words that somebody signs.
  t.same(signers(`${signed}\nXilo Vantorek`), [])
  t.same(signers(`${signed}\nKari Moe, som er lærer, kom også.`), [])
  t.same(signers(`${signed}\nPÅ LAGET\nPER LIE\nKARI MOE`), [])
  t.same(signers('Det står på veggen:\n«Alt er mulig»\nKari Moe'), [])
  // Whom the text names is its subject; another Moe is somebody else.
  t.same(signers(`${signed}\nMoe spiller seg selv.\nKari Moe`), [])
  t.same(signers(`Dette er Kari Moe og filmen hennes.\n${signed}\nKari Moe`), [])
  t.same(signers(`Per Moe spiller seg selv. Moelven er vakker.\n${signed}\nKari Moe`), ['Kari Moe'])
  // Between lines of text: in capitals, or a line that is not broken in two.
  t.same(signers(`Ny film\nKARI MOE \n${signed}`), ['KARI MOE'])
  t.same(signers(`${signed}\nBård \nMoe spiller seg selv.`), [])
  t.same(signers(`${signed}\nKari Bård \nHansen spiller seg selv.`), [])
  t.end()
})

t.test('names of the text', (t) => {
  const none = [
    'Han tok et foto av Kari Moe.',
    'Av Norges byer er Oslo størst.',
    'Av de ti er Kari Moe og Per Lie fra Bergen, som er en by.',
    'Hadia Tajik (AP) svarte. Jonas Gahr Støre (Ap) tidde.',
    '«Det er slutt nå.»\nKari Moe\nHan sa ikke mer om det.',
    'Lag:\nKari Moe\nPer Lie\nNils Vik'
  ]
  for (const text of none) t.same(credits(text), [], text)
  t.end()
})

t.test('in order and apart', (t) => {
  const words = fc.constantFrom(
    'Moe',
    'Tore',
    'Kari',
    'Meek,',
    'NTB scanpix',
    'Reuters',
    'nrk.no',
    'de',
    'P.',
    '2',
    'privat',
    'statsråd',
    'og',
    'via'
  )
  const inAnyCase = fc
    .tuple(words, fc.constantFrom('', ' ', ', '), fc.nat(2))
    .map(([word, after, letters]) => [word, word.toLowerCase(), word.toUpperCase()][letters]! + after)
  const marks = fc.constantFrom(
    'Foto: ',
    'FOTO:',
    'Av ',
    '\n',
    ' / ',
    'NTB',
    '(©',
    ')',
    'Kari Moe',
    'Meek, Tore',
    ' a',
    '.'
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(marks, inAnyCase), { maxLength: 30 }), (parts) => {
      const text = parts.join('')
      let end = 0
      for (const credit of findCredits(text)) {
        t.ok(credit.start >= end && credit.end > credit.start && credit.end <= text.length)
        end = credit.end
      }
    }),
    { numRuns: 2000 }
  )
  t.end()
})

t.test('a text of nothing else', (t) => {
  for (const [part, name] of [
    ['Foto: Kari Moe\n', 'Kari Moe'],
    ['Av Kari Moe\n', 'Kari Moe'],
    ['(NTB)\n', 'NTB']
  ] as const)
    t.same(
      credits(part.repeat(500)),
      Array.from({ length: 500 }, () => name),
      part
    )
  t.same(credits('Foto: '.repeat(500)), [])
  t.end()
})

t.test('a credited name is nobody of the text', (t) => {
  const text = 'Foto: Kari Moe / AP\nAp vant. – Vi er glade, sier Moe.'
  const at = (name: string, from = 0) => {
    const start = text.indexOf(name, from)
    return { start, end: start + name.length, confidence: 0.9 }
  }
  const found = resolveArticle(text, [
    { type: 'person', ...at('Kari Moe') },
    { type: 'organisation', ...at('AP') },
    { type: 'organisation', ...at('Ap', 20) },
    { type: 'person', ...at('Moe', 20) }
  ])
  const named = found.mentions.map(({ entity, credit }) => [found.entities[entity]!.slug, credit ?? false])
  t.same(named, [
    ['kari-moe', true],
    ['associated-press', true],
    ['arbeiderpartiet', false],
    ['moe', false]
  ])
  const [quote] = extractQuotes(text, readText(text), found)
  t.equal(found.entities[quote!.speaker!.entity!]!.slug, 'moe')
  t.end()
})

t.test('a line that is a credit alone', (t) => {
  const lines = [
    'Av Kari Moe',
    'Av Kari Moe og Per Lie',
    'Foto: Terje Pedersen / NTB',
    'Foto: Privat',
    'Tekst og foto: Kari Moe',
    'Illustrasjonsfoto: Gorm Kallestad / NTB',
    'Kilde: Helsenorge',
    '(NTB)'
  ]
  for (const line of lines) t.ok(isCreditLine(line), line)
  const others = [
    'Foto av Kari Moe ble stjålet.',
    'Kari Moe',
    'og:',
    'Foto',
    'Oslo (NTB): En mann er tatt.',
    'Av og til regner det.',
    ''
  ]
  for (const line of others) t.notOk(isCreditLine(line), line)
  t.end()
})
