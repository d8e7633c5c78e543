import type { Generation } from '../segment/generation.js'
import type { Plan } from '../query/planning/plan.js'
import { evidenceReader, idfMass } from './evidence.js'
import { SIGNALS, SIGNAL_NAMES, type SignalName } from './signals.js'
import { loadWeights } from './weights.js'

/** What a signal adds to a score. */
export interface SignalShare {
  readonly signal: SignalName
  /** 0 to about 1. */
  readonly value: number
  /** In the unit of the score: the value's weight times the idf of the query. */
  readonly weight: number
  readonly contribution: number
}

/** What the signals say of one article after the other. Prepared once for a query. */
export interface CloseReader {
  /** The sum of the contributions. */
  readonly score: (article: number) => number
  /** Those that are not 0. */
  readonly shares: (article: number) => SignalShare[]
}

const weightedSignals = () => {
  const { weights } = loadWeights('articles', SIGNAL_NAMES)
  return SIGNAL_NAMES.map((name) => ({ name, signal: SIGNALS[name], weight: weights[name] }))
}

/** Read once in a thread. */
let signals: ReturnType<typeof weightedSignals> | undefined

export const closeReader = (generation: Generation, plan: Plan): CloseReader => {
  if (plan.terms.length === 0) return { score: () => 0, shares: () => [] }
  const reading = (signals ??= weightedSignals())
  const read = evidenceReader(generation, plan)
  const mass = idfMass(plan.terms)
  return {
    score: (article) => {
      const evidence = read(article)
      let sum = 0
      for (const { signal, weight } of reading) sum += weight * mass * signal(evidence)
      return sum
    },
    shares: (article) => {
      const evidence = read(article)
      return reading
        .map(({ name, signal, weight }) => {
          const value = signal(evidence)
          return { signal: name, value, weight: weight * mass, contribution: weight * mass * value }
        })
        .filter(({ contribution }) => contribution > 0)
    }
  }
}
