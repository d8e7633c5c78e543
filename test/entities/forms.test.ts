import t from 'tap'
import { titleCased, hyphenParts, possibleNominative } from '../../src/entities/recogniser/form-keys.js'
import { isNameLike, shapeOf, SHAPES } from '../../src/entities/recogniser/form-shape.js'
import { findFacts, formFeatures } from '../../src/entities/recogniser/form-features.js'
import type { FormFacts } from '../../src/entities/recogniser/form-facts.js'

// Properties:
// - a form's shape tells how it is written; names are told from words by it
// - facts are found for the genitive and for a known word in capitals, unless the capitals are a name of their own
// - a compound has features of the word that it ends in
// - the same form gives the same features; what is known of it adds some

const shapeName = (form: string): string => SHAPES[shapeOf(form)]!

t.test('shapes', (t) => {
  const examples = {
    Oslo: 'capital', NRK: 'capitals', skole: 'lower', 'NRK-sjefen': 'capitals-lower', 'Oslo-basert': 'capital-lower',
    'Sør-Trøndelag': 'capital-capital', 'kommune-Norge': 'lower-capital', 'e-post': 'lower-lower', 'Kommunal-': 'cut', eKommune: 'mixed',
    'digi.no': 'dotted', 'bl.a.': 'abbreviation', 'E.': 'initial', H: 'letter', 2016: 'number', '17-åring': 'number-word', '«': 'open-quote',
    '-': 'dash', '...': 'sign', 'CO2': 'capital-number', '': 'none', __proto__: 'lower'
  } // prettier-ignore
  for (const [form, name] of Object.entries(examples)) t.equal(shapeName(form), name, form)
  t.ok(['Oslo', 'digi.no', 'eKommune'].every((form) => isNameLike(shapeOf(form))))
  t.notOk(['skole', '«', '2016', 'e-post'].some((form) => isNameLike(shapeOf(form))))
  t.end()
})

t.test('keys', (t) => {
  t.same(['Norges', "Moss'", 'NRKs', 'Oslo', 'is'].map(possibleNominative), [
    'Norge',
    'Moss',
    'NRK',
    undefined,
    undefined
  ])
  t.same(['OSLO', 'SØR-NORGE', 'Oslo', 'UD', 'A-B-C'].map(titleCased), [
    'Oslo',
    'Sør-Norge',
    undefined,
    undefined,
    undefined
  ])
  t.same(hyphenParts('Nord-Norge-leder'), { front: 'Nord-Norge', head: 'leder' })
  t.same(['Oslo', '-leder', 'Kommunal-'].map(hyphenParts), [undefined, undefined, undefined])
  t.end()
})

const known = (...forms: string[]) => {
  const facts = new Map<string, FormFacts>(
    forms.map((form, i) => [form, { clusters: [i, i, i, i], statistics: [], memory: 0, lists: 1 }])
  )
  return (form: string) => facts.get(form)
}

t.test('facts', (t) => {
  const find = known('Norge', 'NATO', 'Arbeiderpartiet')
  t.equal(findFacts('Norges', find), find('Norge'))
  t.equal(findFacts('ARBEIDERPARTIET', find), find('Arbeiderpartiet'))
  t.equal(findFacts('ARBEIDERPARTIETS', find), find('Arbeiderpartiet'))
  t.equal(findFacts('NATO', find), find('NATO'))
  t.equal(findFacts('Chaffey', find), undefined)
  const seen: FormFacts = { clusters: [], statistics: [1], memory: 0, lists: 0 }
  const seenOnly = (form: string) => (form === 'NORGE' || form === 'NYTT' ? seen : find(form))
  t.equal(findFacts('NORGE', seenOnly), find('Norge'), 'seen, but known by the name only')
  t.equal(findFacts('NYTT', seenOnly), seen)
  t.end()
})

t.test('features', (t) => {
  const features = (form: string, find = known()): number[] => {
    const list: number[] = []
    formFeatures(form, find, (feature, offset) => list.push(feature * 8 + offset))
    return list
  }
  t.same(features('Oslo'), features('Oslo'))
  t.notSame(features('Oslo'), features('Olso'))
  t.ok(features('Oslo', known('Oslo')).length > features('Oslo').length)
  t.ok(features('Fiskedirektoratet', known('direktoratet')).length > features('Fiskedirektoratet').length)
  t.ok(features('NRK-sjefen', known('NRK')).length > features('NRK-sjefen').length, 'NRK is known here too')
  t.end()
})
