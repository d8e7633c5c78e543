// - every signal of the service has a weight, none below 0
// - a signal that the model has no weight for counts 0, and is told
import t from 'tap'
import { SIGNAL_NAMES } from '../../src/ranking/signals.js'
import { loadWeights } from '../../src/ranking/weights.js'
import { PASSAGE_SIGNAL_NAMES } from '../../src/snippets/passage-signals.js'

t.test('signals of the service', (t) => {
  for (const { weights, untrained } of [
    loadWeights<string>('articles', SIGNAL_NAMES),
    loadWeights<string>('passages', PASSAGE_SIGNAL_NAMES)
  ]) {
    t.same(untrained, [])
    t.ok(Object.values(weights).every((weight) => weight >= 0))
    t.ok(Object.values(weights).some((weight) => weight > 0))
  }
  t.end()
})

t.test('a new signal', (t) => {
  const { weights, untrained } = loadWeights('articles', ['typedForms', 'brandNew'])
  t.equal(weights.brandNew, 0)
  t.same(untrained, ['brandNew'])
  t.same(Object.keys(weights), ['typedForms', 'brandNew'])
  t.end()
})
