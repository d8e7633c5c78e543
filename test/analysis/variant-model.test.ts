// - words that translations have shown find each other, both ways
// - a word that both standards use has no variants and is none, but for one spelled alike that translations are sure
//   of; nor have words of one standard each other
// - words that mean the same are listed where translations are too few; a word has the variants of its dictionary form
// - two known words that are long may be one another's respelling
// - words of one spelling and names have no variants
// - a word that the table lacks finds its respelling, both ways, where the collection has it
// - a name of the collection has no respelling and is none, but names that translations change find each other
// - weights are above 0 and below 1, best first; the word itself is not among them; there are six at most
// - numbers, links and whatever else is typed give no variant that the collection lacks, and never throw
// - the table agrees with a plain reading of its lines

import fc from 'fast-check'
import t from 'tap'
import { LineTable } from '../../src/structures/line-table.js'
import { loadModels } from '../../src/analysis/models.js'

const { variants: model } = loadModels()
const words = {
  isName: () => false,
  isKnownForm: () => false,
  isInflection: () => false,
  lemmaOf: (word: string) => word,
  lemmasOf: (word: string) => [word]
}
const anything = { ...words, has: () => true, hasForm: () => true }
const nothing = { ...words, has: () => false, hasForm: () => false }

const wordsAmong = (word: string, collection: readonly string[], names: readonly string[] = []) => {
  const has = (form: string): boolean => collection.includes(form)
  const isName = (form: string): boolean => names.includes(form)
  return model.variantsAmong(word, { ...words, has, hasForm: has, isName }).map((variant) => variant.word)
}

t.test('shown by translations', (t) => {
  const pairs = [
    ['ikke', 'ikkje'],
    ['hva', 'kva'],
    ['hvordan', 'korleis'],
    ['kjærlighet', 'kjærleik'],
    ['regjeringen', 'regjeringa'],
    ['norge', 'noreg']
  ] as const
  for (const [nb, nn] of pairs) {
    t.equal(model.variantsOf(nb)[0]?.word, nn, nb)
    t.equal(model.variantsOf(nn)[0]?.word, nb, nn)
  }
  t.end()
})

t.test('one spelling', (t) => {
  for (const word of ['øl', 'hus', 'olsen', 'hansen', 'bergen', 'molde', 'oslo', '2024', 'co2', ''])
    t.same(model.variantsAmong(word, anything), [], word)
  t.end()
})

t.test('where words are used', (t) => {
  for (const word of ['uke', 'hjem', 'hvordan']) t.equal(model.usedIn(word), 'b', word)
  for (const word of ['veke', 'korleis', 'ikkje']) t.equal(model.usedIn(word), 'n', word)
  for (const word of ['tog', 'krise', 'krig']) t.equal(model.usedIn(word), 'bn', word)
  t.equal(model.usedIn('kjærlighetshistoriene'), undefined, 'too rare to tell')
  for (const word of ['tog', 'krise', 'krig']) t.same(model.variantsAmong(word, anything), [], word)
  t.same(wordsAmong('uke', ['økning', 'veke']), ['veke'])
  t.same(wordsAmong('vei', ['rett', 'veg']), ['veg'])
  t.end()
})

t.test('a word of both standards and one spelled alike that is of one', (t) => {
  t.equal(model.usedIn('skole'), 'bn')
  t.same(wordsAmong('skole', ['skule']), ['skule'])
  t.same(wordsAmong('skule', ['skole']), ['skole'])
  t.same(wordsAmong('heilt', ['helt']), ['helt'])
  t.same(wordsAmong('skole', ['skule'], ['skole']), [], 'a name of the collection')
  t.same(wordsAmong('riktig', ['rett']), [], 'another word, however sure translations are')
  t.end()
})

t.test('words that no translation shows', (t) => {
  const pairs = [
    ['bevegelse', 'rørsle'],
    ['virkelighet', 'røyndom'],
    ['arbeider', 'arbeidar'],
    ['nyhet', 'nyheit']
  ] as const
  for (const [nb, nn] of pairs) {
    t.same(wordsAmong(nb, [nn]), [nn])
    t.same(wordsAmong(nn, [nb]), [nb])
  }
  t.same(wordsAmong('forslag', ['framlegg']), [], 'nynorsk has both')
  const lemmasOf = (word: string): string[] => (word === 'bevegelser' ? ['bevegelse'] : [word])
  const has = (form: string): boolean => form === 'rørsle'
  const found = model.variantsAmong('bevegelser', { ...words, has, hasForm: has, lemmasOf })
  t.match(found, [{ word: 'rørsle', of: 'bevegelse' }])
  t.end()
})

t.test('known words that are long are not alike by chance', (t) => {
  const has = (form: string): boolean => form === 'utlignet'
  const collection = { ...words, isKnownForm: () => true, has, hasForm: has }
  t.same(
    model.variantsAmong('utlikna', collection).map(({ word }) => word),
    ['utlignet']
  )
  t.end()
})

t.test('words that are alike by chance', (t) => {
  t.same(wordsAmong('velger', ['vel', 'veljar']), ['veljar'], 'three letters that both standards use')
  const lemmaOf = (word: string): string => (word === 'sengene' ? 'seng' : word)
  const isInflection = (word: string): boolean => word === 'sengene' || word === 'piper'
  const among = (word: string, has: string): string[] => {
    const is = (form: string): boolean => form === has
    const collection = { ...words, isKnownForm: () => true, isInflection, lemmaOf, has: is, hasForm: is }
    return model.variantsAmong(word, collection).map((variant) => variant.word)
  }
  t.same(among('sangene', 'sengene'), [], 'an inflection of a word of both')
  t.same(among('piper', 'pepar'), [], 'an inflection, and a dictionary form')
  t.end()
})

t.test('a variant of the dictionary form is none of a form that only its own standard has', (t) => {
  const lemmasOf = (word: string): string[] => [word, 'høyre']
  const has = (form: string): boolean => form === 'høgre'
  const of = (word: string): string[] =>
    model.variantsAmong(word, { ...words, has, hasForm: has, lemmasOf }).map((variant) => variant.word)
  t.same(of('høyre'), ['høgre'])
  t.same(of('høyrde'), [], 'both are of nynorsk')
  t.end()
})

t.test('never seen', (t) => {
  const pairs = [
    ['kjærlighetshistoriene', 'kjærleikshistoriene'],
    ['sykehusdirektørene', 'sjukehusdirektørane'],
    ['skolebøkene', 'skulebøkene'],
    ['hvalfangerne', 'kvalfangarane'],
    ['lekeplassene', 'leikeplassane']
  ] as const
  for (const [nb, nn] of pairs) {
    t.same(model.variantsOf(nb), [], `${nb} is not in the table`)
    t.same(wordsAmong(nb, [nn]), [nn], nb)
    t.same(wordsAmong(nn, [nb]), [nb], nn)
    t.same(wordsAmong(nb, ['skatteetaten', 'olsen']), [], `${nb}: not in the collection`)
  }
  t.end()
})

t.test('names of the collection', (t) => {
  const [nb, nn] = ['kjærlighetshistoriene', 'kjærleikshistoriene']
  t.same(wordsAmong(nb, [nb, nn], [nn]), [])
  t.same(wordsAmong(nb, [nb, nn], [nb]), [])
  t.same(wordsAmong('norge', ['norge', 'noreg'], ['norge', 'noreg']), ['noreg'])
  t.end()
})

const typed = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...Array.from('abdeghijklmnoprstuvyæøå')), maxLength: 60 })
)

t.test('bounds', (t) => {
  fc.assert(
    fc.property(typed, (word) => {
      const variants = model.variantsAmong(word, anything)
      const weights = variants.map((variant) => variant.weight)
      t.ok(variants.length <= 6)
      t.ok(weights.every((weight) => weight > 0 && weight < 1))
      t.same(
        weights,
        [...weights].sort((a, b) => b - a)
      )
      t.notOk(variants.some((variant) => variant.word === word || variant.word === ''))
      t.same(model.variantsAmong(word, nothing), [])
    })
  )
  t.end()
})

t.test('a table of lines', (t) => {
  const key = fc.string({ unit: fc.constantFrom('a', 'b', '^', '$', 'ø'), minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(fc.dictionary(key, fc.nat({ max: 9 })), key, (entries, asked) => {
      const lines = Object.entries(entries).map(([word, value]) => `${word} ${value}`)
      const table = new LineTable(lines.sort().join('\n'), ([value]) => Number(value))
      for (const word of [...Object.keys(entries), asked])
        t.equal(table.get(word), Object.hasOwn(entries, word) ? entries[word] : undefined)
    })
  )
  t.end()
})
