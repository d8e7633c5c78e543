import { readFileSync } from 'node:fs'
import { RANKING_FILE, modelFile } from '../analysis/models.js'

/** What a signal of 1 is worth, by signal. Never negative. */
export type Weights<Signal extends string> = Readonly<Record<Signal, number>>

/** `models/ranking.json`, which `npm run train:ranking` makes. */
interface RankingModel {
  /** Beside the sum of impacts over the idf of the query, which counts 1. */
  readonly articles: Partial<Weights<string>>
  /** Beside the article's score over the idf of the query, which counts 1. */
  readonly passages: Partial<Weights<string>>
}

export interface LoadedWeights<Signal extends string> {
  readonly weights: Weights<Signal>
  /** Signals that the model has no weight for; each counts 0 until the next training. */
  readonly untrained: readonly Signal[]
}

/**
 * The weights of these signals. The first call in a thread reads the model. A warning of the process names each signal
 * that it has no weight for.
 *
 * @throws {Error} where the model is missing, or a weight is negative or no number
 */
export const loadWeights = <Signal extends string>(
  part: keyof RankingModel,
  signals: readonly Signal[]
): LoadedWeights<Signal> => {
  model ??= JSON.parse(readFileSync(modelFile(RANKING_FILE), 'utf8')) as RankingModel
  const trained = model[part]
  const weights = Object.fromEntries(
    signals.map((signal) => [signal, trained[signal] ?? 0])
  ) as Weights<Signal>
  const wrong = signals.find((signal) => !(weights[signal] >= 0))
  if (wrong !== undefined)
    throw new Error(`models/${RANKING_FILE} has a wrong weight for ${wrong} of ${part}.`)
  const untrained = signals.filter((signal) => trained[signal] === undefined)
  for (const signal of untrained)
    process.emitWarning(
      `The signal ${signal} of ${part} has no trained weight, so it counts 0: npm run train:ranking.`
    )
  return { weights, untrained }
}

let model: RankingModel | undefined
