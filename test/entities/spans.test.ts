import t from 'tap'
import { RECOGNISED_TYPES, spansOf } from '../../src/entities/recogniser/labels.js'
import { servedType } from '../../src/entities/entity-type.js'
import { labelOfTag } from '../../tools/conll.js'
import { SpanScore } from '../../tools/span-score.js'

// Properties:
// - B begins a span and I of its type goes on; two B side by side are two spans; an I of another type begins anew
// - MISC is outside
// - a span counts as right only where both ends and the type agree
// - each type is served as one of the contract's, except derivations

const labels = (tags: string): number[] => tags.split(' ').map(labelOfTag)
const read = (tags: string): string[] =>
  spansOf(labels(tags)).map(({ type, first, end }) => `${type} ${first}-${end}`)

t.test('spans of labels', (t) => {
  t.same(read('O B-PER I-PER O B-GPE_LOC'), ['PER 1-3', 'GPE_LOC 4-5'])
  t.same(read('B-ORG B-ORG I-ORG'), ['ORG 0-1', 'ORG 1-3'])
  t.same(read('B-ORG I-PER'), ['ORG 0-1', 'PER 1-2'])
  t.same(read('O I-LOC I-LOC'), ['LOC 1-3'])
  t.same(read('B-MISC I-MISC O'), [])
  t.same(spansOf([]), [])
  t.end()
})

t.test('strict figures', (t) => {
  const score = new SpanScore()
  score.add(labels('B-PER I-PER O B-ORG'), [
    { type: 'PER', first: 0, end: 1 },
    { type: 'PER', first: 3, end: 4 }
  ])
  t.equal(score.figures().right, 0, 'a wrong end and a wrong type are both wrong')
  score.add(labels('B-EVT O'), [{ type: 'EVT', first: 0, end: 1 }])
  t.match(score.figures(), { right: 1, found: 3, gold: 3, precision: 1 / 3, recall: 1 / 3 })
  t.match(score.figures('EVT'), { precision: 1, recall: 1, f1: 1 })
  t.match(score.figures('DRV'), { precision: 0, recall: 0, f1: 0 }, 'of nothing, nothing')
  t.end()
})

t.test('what is served', (t) => {
  t.same(RECOGNISED_TYPES.map(servedType), [
    'person', 'organisation', 'place', 'place', 'place', 'product', 'event', undefined
  ]) // prettier-ignore
  t.end()
})
