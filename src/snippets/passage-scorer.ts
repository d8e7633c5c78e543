import type { Span } from '../structures/span.js'
import type { Generation } from '../segment/generation.js'
import type { Plan } from '../query/planning/plan.js'
import { answerReader } from '../ranking/answers.js'
import { idfMass } from '../ranking/evidence.js'
import { loadWeights } from '../ranking/weights.js'
import { within, type Hit } from './hit.js'
import { PASSAGE_SIGNAL_NAMES, PASSAGE_SIGNALS, type PassageEvidence } from './passage-signals.js'

/** How well a stretch of an article's text answers the query; in the unit of the articles' scores. */
export type PassageScorer = (passage: Span) => number

/**
 * An article's text as passages are scored: its hits, with words that are only alike, and how long a passage may be.
 */
export interface ScoredText {
  readonly article: number
  readonly hits: readonly Hit[]
  readonly length: number
}

const weightedSignals = () => {
  const { weights } = loadWeights('passages', PASSAGE_SIGNAL_NAMES)
  return PASSAGE_SIGNAL_NAMES.map((name) => ({ signal: PASSAGE_SIGNALS[name], weight: weights[name] }))
}

/** Read once in a thread. */
let signals: ReturnType<typeof weightedSignals> | undefined

/** Prepared once for a query. */
export const passageScorer = (generation: Generation, plan: Plan): ((text: ScoredText) => PassageScorer) => {
  signals ??= weightedSignals()
  const weighted = signals
  const evidenceOf = passageEvidence(generation, plan)
  const mass = idfMass(plan.terms)
  return (text) => {
    const read = evidenceOf(text)
    return (passage) => {
      const evidence = read(passage)
      return mass * weighted.reduce((sum, { signal, weight }) => sum + weight * signal(evidence), 0)
    }
  }
}

/** What the signals read of each passage. */
export const passageEvidence = (
  generation: Generation,
  { terms, question }: Plan
): ((text: ScoredText) => (passage: Span) => PassageEvidence) => {
  const mass = idfMass(terms)
  const share = Float64Array.from(terms, ({ idf }) => idf / mass)
  const scratch = new Float64Array(terms.length)
  const answersIn = answerReader(generation, question)
  const { text: textStart, first, starts, lengths } = generation.segment.positions
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
      scratch,
      occurrences: within(hits, passage),
      answers: answers === undefined ? 0 : within(answers, passage).length,
      depth: passage.start / textLength,
      fullness: (passage.end - passage.start) / length
    })
  }
}
