import fc from 'fast-check'
import t from 'tap'
import { bestLabels, Marginals, type Transitions } from '../../src/entities/recogniser/chain.js'
import { isInside, LABEL_COUNT as L } from '../../src/entities/recogniser/labels.js'
import { forbid } from '../../train/entities/chain-training.js'

// Properties, each against all labellings of up to three tokens:
// - no labelling scores higher than the best one, which holds no I without its B
// - the marginals of a token, of a pair and of a span are sums over labellings
// - the marginals of a token sum to one

const score = fc.double({ min: -4, max: 4, noNaN: true })
const chain = fc.integer({ min: 1, max: 3 }).chain((length) =>
  fc.record({
    length: fc.constant(length),
    scores: fc.array(score, { minLength: length * L, maxLength: length * L }),
    between: fc.array(score, { minLength: L * L, maxLength: L * L }),
    start: fc.array(score, { minLength: L, maxLength: L })
  })
)

const transitionsOf = (between: number[], start: number[]): Transitions => {
  const transitions = { between: Float64Array.from(between), start: Float64Array.from(start) }
  forbid(transitions)
  return transitions
}

/** Every labelling with its score, those that are forbidden too. */
const labellings = (
  scores: number[],
  { between, start }: Transitions
): { labels: number[]; score: number }[] => {
  const length = scores.length / L
  let all = Array.from({ length: L }, (_, label) => ({
    labels: [label],
    score: start[label]! + scores[label]!
  }))
  for (let token = 1; token < length; token++)
    all = all.flatMap(({ labels, score }) =>
      Array.from({ length: L }, (_, next) => ({
        labels: [...labels, next],
        score: score + between[labels.at(-1)! * L + next]! + scores[token * L + next]!
      }))
    )
  return all
}

const options = { numRuns: 15 }
const isNear = (a: number, b: number): boolean => Math.abs(a - b) < 1e-9

t.test('Viterbi finds the highest score', (t) => {
  fc.assert(
    fc.property(chain, ({ length, scores, between, start }) => {
      const transitions = transitionsOf(between, start)
      const all = labellings(scores, transitions)
      const best = [...bestLabels(Float64Array.from(scores), length, transitions)]
      const found = all.find(({ labels }) => labels.every((label, i) => label === best[i]))!
      const isLegal = best.every(
        (label, i) => !isInside(label) || best[i - 1] === label || best[i - 1] === label - 1
      )
      return isLegal && all.every(({ score }) => score <= found.score + 1e-9)
    }),
    options
  )
  t.end()
})

t.test('marginals are sums over labellings', (t) => {
  fc.assert(
    fc.property(chain, ({ length, scores, between, start }) => {
      const transitions = transitionsOf(between, start)
      const all = labellings(scores, transitions).map(({ labels, score }) => ({
        labels,
        weight: Math.exp(score)
      }))
      const sum = all.reduce((total, { weight }) => total + weight, 0)
      const share = (holds: (labels: number[]) => boolean): number =>
        all.reduce((total, { labels, weight }) => total + (holds(labels) ? weight : 0), 0) / sum
      const marginals = new Marginals()
      marginals.setTransitions(transitions)
      const log = marginals.read(Float64Array.from(scores), length)
      const begin = 3
      const last = length - 1
      return (
        isNear(log, Math.log(sum)) &&
        isNear(
          marginals.of(last, begin),
          share((labels) => labels[last] === begin)
        ) &&
        isNear(
          marginals.ofSpan(0, length, begin),
          share((labels) => labels.every((label, i) => label === begin + Math.min(i, 1)))
        ) &&
        isNear(
          marginals.ofSpan(0, 1, begin),
          share((labels) => labels[0] === begin && labels[1] !== begin + 1)
        ) &&
        (length < 2 ||
          isNear(
            marginals.ofPair(0, 1, 2),
            share((labels) => labels[0] === 1 && labels[1] === 2)
          )) &&
        isNear(
          Array.from({ length: L }, (_, label) => marginals.of(0, label)).reduce((a, b) => a + b),
          1
        )
      )
    }),
    options
  )
  t.end()
})

t.test('a sentence of no tokens has no labels', (t) => {
  const none = { between: new Float64Array(L * L), start: new Float64Array(L) }
  t.equal(bestLabels(new Float64Array(0), 0, none).length, 0)
  t.end()
})
