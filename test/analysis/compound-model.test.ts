// Properties of the compound splitter that is checked here:
//  - the parts of a word follow each other without gaps, from its first letter to its last
//  - a part's `word` is what is written in its span, at most without a joint of one letter, or with the consonant that
//    it shares with the next part
//  - words under six letters stay whole
//  - the same word has the same parts every time
//  - any string has an answer, also the longest and strangest
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import t from 'tap'
import { decodeCompoundModel } from '../../src/analysis/compounds/compound-model.js'
import { createSplitter, exceptNames } from '../../src/analysis/compounds/splitter.js'
import { modelFile } from '../../src/analysis/models.js'

const split = createSplitter(decodeCompoundModel(readFileSync(modelFile('compounds.bin.gz'))))

/** `hoved|stads|område` */
const written = (word: string): string =>
  split(word)
    .map(({ start, end }) => word.slice(start, end))
    .join('|')
/** `hoved stad område` */
const words = (word: string): string =>
  split(word)
    .map((part) => part.word)
    .join(' ')

t.test('compounds have parts', (t) => {
  const examples: Record<string, string> = {
    digitaliseringsstrategi: 'digitaliserings|strategi',
    digitaliseringsstrategiene: 'digitaliserings|strategiene',
    hovedstadsområdet: 'hoved|stads|området',
    boligprisene: 'bolig|prisene',
    strømprisane: 'strøm|prisane',
    kommunestyremøte: 'kommune|styre|møte',
    barnehageplassar: 'barne|hage|plassar',
    klimapolitikken: 'klima|politikken'
  }
  for (const [word, parts] of Object.entries(examples)) t.equal(written(word), parts)
  t.end()
})

t.test('the joint belongs to the span of the part before it, not to its word', (t) => {
  t.equal(words('digitaliseringsstrategi'), 'digitalisering strategi')
  t.equal(words('barneskole'), 'barn skole')
  t.equal(words('skolebok'), 'skole bok', 'the -e- of skole is its own')
  t.end()
})

t.test('of three consonants two are written', (t) => {
  const examples: Record<string, string> = {
    nattog: 'nat|tog natt tog',
    fotballag: 'fot|bal|lag fot ball lag',
    bussjåfør: 'bus|sjåfør buss sjåfør',
    trafikkontroll: 'trafik|kontroll trafikk kontroll',
    toppolitiker: 'top|politiker topp politiker'
  }
  for (const [word, parts] of Object.entries(examples)) t.equal(`${written(word)} ${words(word)}`, parts)
  for (const word of ['ballett', 'nettopp', 'rapport', 'tallerken']) t.same(split(word), [], word)
  for (const word of ['gullegg', 'kjøttrett', 'hotelleier', 'ryggrad'])
    t.notMatch(words(word), /legg|trett|leier|grad/)
  t.end()
})

t.test('other words stay whole', (t) => {
  for (const word of ['stortinget', 'musikken', 'regjeringen', 'samarbeid', 'forhandlinger', 'utvikling'])
    t.same(split(word), [], word)
  for (const word of ['vennlighet', 'muligheten', 'kjærleiken', 'undersøkelse', 'barcelona', 'washington'])
    t.same(split(word), [], word)
  t.end()
})

t.test('hyphens and the full stops of domain names are boundaries', (t) => {
  t.equal(words('ikt-norge'), 'ikt norge')
  t.equal(words('digi.no'), 'digi no')
  t.end()
})

t.test('names stay whole, but not where the writer has set a boundary', (t) => {
  const careful = exceptNames((word) => word === 'strandgata', split)
  t.equal(written('strandgata'), 'strand|gata')
  t.same(careful('strandgata'), [])
  t.equal(careful('strandgata-prosjektet').length, 2)
  t.end()
})

const letters = 'aeiourstnlkgdbmpvfhjyøåæ'.split('')
const anyWord = fc.oneof(
  fc.string({ unit: fc.constantFrom(...letters), maxLength: 30 }),
  fc
    .array(fc.constantFrom('barne', 'skole', 'arbeids', 'tid', 'politikk', 'ene', 'stats', 'e', 's'), {
      maxLength: 9
    })
    .map((parts) => parts.join('')),
  fc.string({ unit: 'grapheme', maxLength: 80 })
)

t.test('parts tile the word', (t) => {
  fc.assert(
    fc.property(anyWord, (word) => {
      const parts = split(word)
      if (parts.length === 0 || /[-.]/.test(word)) return
      if (parts.length === 1) throw new Error('one part is no compound')
      parts.forEach((part, i) => {
        if (part.start !== (parts[i - 1]?.end ?? 0)) throw new Error(`gap before ${part.word}`)
        const span = word.slice(part.start, part.end)
        if (span.startsWith(part.word) && !/^[se]?$/.test(span.slice(part.word.length))) throw new Error(span)
        if (!span.startsWith(part.word) && part.word !== span + span.at(-1)!) throw new Error(span)
      })
      if (parts.at(-1)!.end !== word.length) throw new Error('does not reach the end')
    }),
    { numRuns: 2000, seed: 1 }
  )
  t.end()
})

t.test('short words stay whole, and answers do not change', (t) => {
  fc.assert(
    fc.property(anyWord, (word) => {
      const first = JSON.stringify(split(word))
      if (word.length < 6 && !/[-.]/.test(word) && first !== '[]') throw new Error(`split ${word}`)
      if (JSON.stringify(split(word)) !== first) throw new Error(`two answers for ${word}`)
    }),
    { numRuns: 2000, seed: 2 }
  )
  t.end()
})

t.test('any string has an answer', (t) => {
  for (const word of [
    '',
    'a'.repeat(255),
    'arbeidstids'.repeat(23),
    'ß'.repeat(64),
    '\ud83d',
    'ﬁ'.repeat(100)
  ])
    t.ok(Array.isArray(split(word)))
  t.end()
})
