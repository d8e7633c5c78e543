import { readFileSync } from 'node:fs'
import { modelFile } from '../analysis/models.js'

/** What a signal of 1 is worth, by signal. Never negative. */
export type Weights<Signal extends string> = Readonly<Record<Signal, number>>

interface RankingModel {
  /** Beside the sum of impacts over the idf of the query, which counts 1. */
  readonly articles: Partial<Weights<string>>
  /** Beside the article's score over the idf of the query, which counts 1. */
  readonly passages: Partial<Weights<string>>
}

const model = JSON.parse(readFileSync(modelFile('ranking.json'), 'utf8')) as RankingModel

/**
 * The weights of these signals, which `npm run train:ranking` made.
 *
 * @throws {Error} where one is missing or negative
 */
export const weightsOf = <Signal extends string>(
  part: keyof RankingModel,
  signals: readonly Signal[]
): Weights<Signal> => {
  const weights = model[part]
  const missing = signals.find((signal) => !((weights[signal] ?? NaN) >= 0))
  if (missing !== undefined) throw new Error(`models/ranking.json has no weight for ${missing} of ${part}`)
  return weights as Weights<Signal>
}
