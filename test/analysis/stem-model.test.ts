import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import t from 'tap'
import { loadModels } from '../../src/analysis/models.js'
import { decodeStemModel } from '../../src/analysis/stems/stem-model.js'
import { createStemmer } from '../../src/analysis/stems/stemmer.js'
import { encodeStemModel } from '../../train/stems/stem-file.js'

// Properties:
// - the inflections of a word have one stem, irregular ones and those of both standards too
// - a form that only one of the words with its stem has is told to be that word's, as a definite noun is
// - strangers have different stems, and function words their own
// - of the stems that a form may have, its stem is the one that joins it with most forms in articles, and that of a
//   dictionary form its own
// - stem(stem(word)) is stem(word), for every known form and for any string
// - a stem is never empty
// - an abbreviation has itself, though dictionaries have the imperative of another word that is spelled so
// - a compound has its head's inflection
// - the model file is the one that models/stems.json describes, and survives decoding and encoding

const file = new URL('../../models/stems.bin.gz', import.meta.url)
const model = decodeStemModel(readFileSync(file))
const stem = createStemmer(model)
/** As the service stems, names and genitives too. */
const stemOf = loadModels().stem

/** Inflections of one word a line. */
const FAMILIES = `
  strategi strategien strategier strategiene strategiens
  bok boka boken bøker bøkene bøkenes
  mann mannen menn mennene
  barn barnet barna barnas
  fot foten føtter føttene
  bror broren brødre brødrene
  natt natten netter
  øye øyet øyne øynene
  auge auga augo
  gå går gikk gått gjekk
  skrive skriver skrev skrevet skreiv
  ta tar tok tatt tek
  være er var vært vere vore
  stor større størst store
  god bedre best beste betre
  gut guten gutar gutane
  kommune kommunen kommuner kommunene kommunar kommunane
  departement departementet departementene departementa departementets
  pandemi pandemien pandemiens
  koronavirus koronaviruset
  algoritme algoritmen algoritmene algoritmar
  stat staten stater statane
  reprodusere reproduserer reprodusert
  spesiell spesielt spesielle
  norge norges
  arbeiderpartiet arbeiderpartiets
  chaffey chaffeys
  greie greidde greidd
  barndom barndommen barndoms
`

/** Words that share letters, and no meaning, two a line. */
const STRANGERS = `
  bok bokmål
  mann mannskap
  barn barnehage
  gå gang
  kommune kommunal
  dom dommer
  lang lenge
  mann menneske
  bil bilde
  fot foto
  ta tak
  natt nattens-ro
  norge norsk
  strategi strategisk
  hus husk
  vite vitje
`

/** A form of a noun and one of a verb or an adjective, which are spelled alike otherwise, two a line. */
const OTHER_CLASSES = `
  starten startet
  originalen originale
  dyrene dyrere
  rekken rukket
  prøvene prøvde
  reisene reiste
  ropet ropte
  svaret svarte
  spillerne spilte
`

/** Forms of one word that shares its stem with a word of another class, two a line. */
const ONE_CLASS = `
  starten start
  startet starte
  originalen original
  prøvde prøver
  svaret svar
  spillerne spiller
`

const lines = (text: string): string[][] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(' '))

t.test('inflections of one word have one stem', (t) => {
  for (const words of lines(FAMILIES)) {
    const stems = words.map((word) => `${word} → ${stemOf(word)}`)
    t.equal(new Set(words.map(stemOf)).size, 1, stems.join(', '))
  }
  t.end()
})

t.test('a form of two words has the stem of the one that has more forms in articles', (t) => {
  for (const [form, one] of [
    ['mangler', 'mangel'],
    ['seier', 'seieren']
  ] as const)
    t.equal(stemOf(form), stemOf(one), `${form}, ${one}`)
  t.not(stemOf('seier'), stemOf('sier'), 'a dictionary form has its own')
  t.end()
})

t.test('function words are no forms of other words', (t) => {
  for (const word of 'fra frå innen oss hos tross trass straks framleis eneste einaste sammen allerede'.split(
    ' '
  ))
    t.equal(stemOf(word), word)
  t.end()
})

t.test('which of the words that share a stem a form is of', (t) => {
  const { kindsOf } = loadModels()
  const share = (a: string, b: string): boolean => {
    const [own, other] = [a, b].map((form) => kindsOf(form, stemOf(form)))
    return own === undefined || other === undefined || Array.from(own).some((kind) => other.includes(kind))
  }
  for (const [a, b] of lines(OTHER_CLASSES))
    t.notOk(stemOf(a!) === stemOf(b!) && share(a!, b!), `${a!}, ${b!}`)
  for (const [a, b] of lines(ONE_CLASS)) t.ok(stemOf(a!) === stemOf(b!) && share(a!, b!), `${a!}, ${b!}`)
  t.equal(kindsOf('startens', 'starte'), kindsOf('starten', 'starte'), 'a genitive is of the same')
  t.end()
})

t.test('strangers have two', (t) => {
  for (const [a, b] of lines(STRANGERS)) t.not(stem(a!), stem(b!), `${a!}, ${b!}`)
  t.end()
})

t.test('a stem reads as a word', (t) => {
  t.equal(stem('bøkene'), 'bok')
  t.equal(stem('gikk'), 'gå')
  t.equal(stem('norges'), 'norge')
  t.end()
})

t.test('a compound inflects as its head does', (t) => {
  t.equal(stem('digitaliseringsbøkene'), 'digitaliseringsbok')
  t.equal(stem('digitaliseringsbok'), 'digitaliseringsbok')
  t.end()
})

t.test('only the letters after the last hyphen or digit are inflected', (t) => {
  t.equal(stem('silo-tankegangen'), 'silo-tankegang')
  t.equal(stem('17åringer'), '17åring')
  t.equal(stem('1990-tallet'), '1990-tall')
  for (const word of ['co2', '1000', 'digi.no', 'i-', '-', 'å', 'tv2'])
    t.equal(stem(word), word, `${word} stays`)
  t.end()
})

t.test('the stem of a form is the first of those that articles mean by it', (t) => {
  const { stems } = model
  const others = [...stems.forms()].filter((form) => stems.get(form) !== stems.of(form)?.meant[0])
  t.same(others, [], 'whatever else its line says')
  t.end()
})

t.test('a stem is its own stem', (t) => {
  const moved = [...model.stems.forms()].filter((form) => stem(stem(form)) !== stem(form))
  t.same(moved, [], 'of every known form')
  const known = fc.constantFrom(...[...model.stems.forms()].filter((_, i) => i % 20 === 0))
  const letters = fc.string({
    unit: fc.constantFrom(...Array.from('abcdefghijklmnoprstuvyæøåé')),
    maxLength: 20
  })
  const ending = fc.constantFrom('e', 'en', 'ene', 'ane', 'ar', 'ers', 'ets', 'te', 'ande', 's', '')
  const coined = fc.tuple(fc.oneof(known, letters), fc.oneof(known, letters), ending).map((p) => p.join(''))
  const anything = fc.string({ unit: 'grapheme', maxLength: 30 })
  const stays = fc.property(fc.oneof(coined, anything), (word) => stem(stem(word)) === stem(word))
  t.doesNotThrow(() => {
    fc.assert(stays, { seed: 20, numRuns: 5000 })
  }, 'of coined words and of any string')
  t.end()
})

t.test('a stem is never empty', (t) => {
  const full = fc.property(fc.string({ minLength: 1, maxLength: 8 }), (word) => stem(word) !== '')
  t.doesNotThrow(() => {
    fc.assert(full, { seed: 20, numRuns: 2000 })
  })
  t.notOk([...model.stems.forms()].some((form) => model.stems.get(form) === ''))
  t.equal(stem(''), '')
  t.end()
})

t.test('the model file', (t) => {
  const bytes = readFileSync(file)
  const described = JSON.parse(
    readFileSync(new URL('../../models/stems.json', import.meta.url), 'utf8')
  ) as Description
  t.equal(createHash('sha256').update(bytes).digest('hex'), described.sha256, 'is the one described')
  t.equal(bytes.length, described.bytes)
  t.ok(bytes.length < 1.2e6)
  t.equal([...model.stems.forms()].length, described.sizes.forms)
  t.ok(gunzipSync(encodeStemModel(model)).equals(gunzipSync(bytes)), 'survives decoding and encoding')
  t.ok(described.dev.nb.f1 >= 0.965 && described.dev.nn.f1 >= 0.95, 'measures what the project asks')
  t.end()
})

interface Description {
  readonly sha256: string
  readonly bytes: number
  readonly sizes: { readonly forms: number }
  readonly dev: Record<'nb' | 'nn', { readonly f1: number }>
}

t.test('abbreviations', (t) => {
  for (const word of ['kl', 'str', 'evt', 'st', 'avd', 'el']) t.equal(stemOf(word), word)
  t.equal(stemOf('red'), 'ri', 'the past of a verb, which texts have')
  t.equal(stemOf('klær'), stemOf('klærne'))
  t.end()
})
