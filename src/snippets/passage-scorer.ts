import type { Span } from '../structures/span.js'
import type { SearchIndex } from '../segment/search-index.js'
import type { Plan } from '../query/planning/plan.js'
import { answerReader } from '../ranking/answers.js'
import { idfMass } from '../ranking/evidence.js'
import { loadWeights } from '../ranking/weights.js'
import { within, type Hit } from './hit.js'
import { PASSAGE_SIGNAL_NAMES, PASSAGE_SIGNALS, type PassageEvidence } from './passage-signals.js'

/** How well a stretch of an article's text answers the query; in the unit of the articles' scores. */
export type PassageScorer = (passage: Span) => number

/** An article's text as passages are scored: its hits, with words that are only alike, and how long a passage may be. */
export interface ScoredText {
  readonly article: number
  readonly hits: readonly Hit[]
  readonly length: number
}

const weightedSignals = () => {
  const { weights } = loadWeights('passages', PASSAGE_SIGNAL_NAMES)
  return PASSAGE_SIGNAL_NAMES.map((name) => ({ signal: PASSAGE_SIGNALS[name], weight: weights[name] }))
}

/** Prepared once for a query. */
export const passageScorer = (index: SearchIndex, plan: Plan): ((text: ScoredText) => PassageScorer) => {
  const signals = weightedSignals()
  const evidenceOf = passageEvidence(index, plan)
  const mass = idfMass(plan.terms)
  return (text) => {
    const read = evidenceOf(text)
    return (passage) => {
      const evidence = read(passage)
      return mass * signals.reduce((sum, { signal, weight }) => sum + weight * signal(evidence), 0)
    }
  }
}

/** What the signals read of each passage. */
export const passageEvidence = (
  index: SearchIndex,
  { terms, question }: Plan
): ((text: ScoredText) => (passage: Span) => PassageEvidence) => {
  const mass = idfMass(terms)
  const share = Float64Array.from(terms, ({ idf }) => idf / mass)
  const room = new Float64Array(terms.length)
  const answersIn = answerReader(index, question)
  const { text: textStart, first, starts, lengths } = index.forward
  return ({ article, hits, length }) => {
    const [from, to] = [textStart[article]!, first[article + 1]!]
    const taken = hits.map(({ position }) => position)
    const answers = answersIn?.(from, to, { positions: taken, length: taken.length }).map((position) => ({
      start: starts[position]!,
      end: starts[position]! + lengths[position]!
    }))
    const textLength = to > from ? starts[to - 1]! + lengths[to - 1]! : 1
    return (passage) => ({
      share,
      room,
      occurrences: within(hits, passage),
      answers: answers === undefined ? 0 : within(answers, passage).length,
      depth: passage.start / textLength,
      fullness: (passage.end - passage.start) / length
    })
  }
}
