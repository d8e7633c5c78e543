import fc from 'fast-check'
import t from 'tap'
import { readText } from '../../src/analysis/text/reading.js'
import { modelFile } from '../../src/analysis/models.js'
import { contextFeatures } from '../../src/entities/recogniser/context-features.js'
import { documentFeatures } from '../../src/entities/recogniser/document-features.js'
import { FeatureWeights } from '../../src/entities/recogniser/feature-weights.js'
import { classOf } from '../../src/entities/recogniser/form-facts.js'
import { findFacts, formFeatures } from '../../src/entities/recogniser/form-features.js'
import { isNameLike, shapeOf } from '../../src/entities/recogniser/form-shape.js'
import { FormTable } from '../../src/entities/recogniser/form-table.js'
import { LABEL_COUNT as L } from '../../src/entities/recogniser/labels.js'
import { FormLexicon } from '../../src/entities/recogniser/form-lexicon.js'
import { FormPlaces } from '../../src/entities/recogniser/form-places.js'
import { createRecogniser, readEntityModel } from '../../src/entities/recogniser/recogniser.js'
import { recogniseText } from '../../src/entities/recogniser/recognise-text.js'
import { scoreDocument } from '../../src/entities/recogniser/sentence-scores.js'
import { anyText } from '../analysis/any-text.js'

// Properties:
// - plain sentences of bokmål and nynorsk: the names are found with their types, and nothing else
// - for any text, names are in order, inside the text, do not overlap, and are as likely as a probability can be
// - the same text gives the same names, whatever was read before it
// - where names may stand, the scores that forms have ready are the sum of the features that training counts; words
//   with a capital stand there
// - a long article with one name over and over is read in time that grows with its length

const model = readEntityModel(modelFile('entities.bin.gz'))
const recognise = createRecogniser(model)
const names = (text: string): string[] =>
  recogniseText(recognise, text, readText(text)).map(
    ({ type, start, end }) => `${type} ${text.slice(start, end)}`
  )

t.test('plain sentences', (t) => {
  t.same(names('Statsråd Kari Nordli møtte Erik Solheim i Bergen på torsdag.'), [
    'PER Kari Nordli', 'PER Erik Solheim', 'GPE_LOC Bergen'
  ]) // prettier-ignore
  t.same(names('Leiaren i Arbeidarpartiet bur i Ålesund, seier Olav Vik til NRK.'), [
    'ORG Arbeidarpartiet', 'GPE_LOC Ålesund', 'PER Olav Vik', 'ORG NRK'
  ]) // prettier-ignore
  t.same(names('Arbeiderpartiets forslag ble nedstemt i Stortinget.'), [
    'ORG Arbeiderpartiets',
    'ORG Stortinget'
  ])
  t.same(names('Han spiste frokost og gikk på jobb. Etterpå regnet det. Hvorfor, spurte de?'), [])
  t.end()
})

t.test('any text', (t) => {
  fc.assert(
    fc.property(anyText, (text) => {
      const found = recogniseText(recognise, text, readText(text))
      let at = 0
      for (const { start, end, confidence } of found) {
        if (start < at || end <= start || end > text.length || !(confidence > 0 && confidence <= 1))
          return false
        at = end
      }
      const again = recogniseText(createRecogniser(model), text, readText(text))
      return JSON.stringify(again) === JSON.stringify(found)
    }),
    { numRuns: 30 }
  )
  t.end()
})

t.test('ready scores are sums of features', (t) => {
  const lexicon = new FormLexicon(model.lexicon)
  const weights = new FeatureWeights(model.features, model.weights, model.unit)
  const find = (form: string) => lexicon.find(form)
  const factsOf = (form: string) => findFacts(form, find)
  const sentences = [
    ['Chaffey', 'sa', 'det', 'til', 'digi.no', '.'],
    ['-', 'Her', 'er', 'Paul', 'Chaffey', '(', 'H', ')'],
    ['OSLO']
  ]
  const classes = sentences.map((forms) => forms.map((form) => classOf(form, factsOf(form))))
  const occurrences = new FormPlaces(sentences, classes)
  const scores = scoreDocument(sentences, new FormTable(find, weights), weights)
  sentences.forEach((forms, sentence) => {
    const sums = new Float64Array(forms.length * L)
    const add = (feature: number, token: number): void => {
      if (token >= 0 && token < forms.length) weights.addTo(sums, token * L, feature)
    }
    for (let place = -2; place < forms.length + 2; place++)
      formFeatures(forms[place] ?? '', find, (feature, offset) => {
        add(feature, place - offset)
      })
    contextFeatures(classes[sentence]!, add)
    forms.forEach((form, token) => {
      if (!isNameLike(shapeOf(form))) return
      documentFeatures(occurrences, form, { sentence, token }, (feature) => {
        add(feature, token)
      })
    })
    const { rows, stretches } = scores[sentence]!
    const isNear = stretches.every(({ first, end }) =>
      sums.subarray(first * L, end * L).every((sum, i) => Math.abs(rows[first * L + i]! - sum) < 1e-4)
    )
    t.ok(isNear, forms.join(' '))
    const isOpen = (token: number): boolean =>
      stretches.some(({ first, end }) => first <= token && token < end)
    t.ok(
      forms.every((form, token) => !isNameLike(shapeOf(form)) || isOpen(token)),
      'no name is passed over'
    )
  })
  t.end()
})

t.test('texts that could be slow', (t) => {
  const units = ['Oslo sa og Og. ', 'Å og å. ', '«Oslo og ', '"Oslo ', 'A-B-', 'OSLO ', '(', '.\n']
  for (const unit of units) t.ok(Array.isArray(names(unit.repeat(10_000))), unit)
  t.end()
})
