import { hashText } from '../../src/entities/recogniser/feature-weights.js'
import type { EntityModel } from '../../src/entities/recogniser/model-file.js'
import { clusterVectors } from './clusters.js'
import { buildCorpus } from './corpus.js'
import { countStatistics } from './name-statistics.js'
import { rawSentences } from './raw-text.js'
import { trainVectors, type VectorOptions } from './word-vectors.js'

/** What raw text tells of a form. */
export interface RawFacts {
  /** One of each of `CLUSTERS`; empty for a rare form. */
  readonly clusters: readonly number[]
  /** A level for each of `STATISTICS`; empty for a rare form and for one without a capital. */
  readonly statistics: readonly number[]
}

export const VECTORS: VectorOptions = {
  seed: 11,
  dimensions: 64,
  window: 2,
  epochs: 4,
  negatives: 5,
  rate: 0.05,
  leastSeen: 4,
  subsample: 3e-4
}

export const CLUSTERS = [
  { k: 64, seed: 5, rounds: 15 },
  { k: 256, seed: 5, rounds: 15 },
  { k: 1000, seed: 5, rounds: 8 },
  { k: 400, seed: 9, rounds: 12 }
] as const

/**
 * The facts of raw text that a model was made with, by the hash of the form: the same as from the text itself, without
 * the quarter of an hour that this takes.
 */
export const factsOfModel = ({ lexicon }: EntityModel): ReadonlyMap<number, RawFacts> => {
  const { keys, clusters, counted, statistics } = lexicon
  const facts = new Map<number, RawFacts>()
  keys.forEach((hash, row) => {
    const isKnown = clusters[0]![row] !== 0 || counted[row] === 1
    if (!isKnown) return
    facts.set(hash, {
      clusters: clusters[0]![row] === 0 ? [] : clusters.map((column) => column[row]! - 1),
      statistics: counted[row] === 0 ? [] : statistics.map((column) => column[row]!)
    })
  })
  return facts
}

/** Forms that are rarer have no statistics. */
const LEAST_COUNTED = 2

/** Facts from the raw text of DIR, by the hash of the form: a quarter of an hour. */
export const rawFacts = (data: string): ReadonlyMap<number, RawFacts> => {
  const corpus = buildCorpus(rawSentences(data))
  const facts = new Map<string, RawFacts>()
  for (const [form, levels] of countStatistics(corpus, LEAST_COUNTED))
    facts.set(form, { clusters: [], statistics: [...levels] })
  const vectors = trainVectors(corpus, VECTORS)
  const clusterings = CLUSTERS.map(({ k, seed, rounds }) => clusterVectors(vectors, k, { seed, rounds }))
  vectors.words.forEach((id, i) => {
    const form = corpus.forms[id]!
    const clusters = clusterings.map((clusters) => clusters[i]!)
    facts.set(form, { clusters, statistics: facts.get(form)?.statistics ?? [] })
  })
  return new Map(Array.from(facts, ([form, fact]) => [hashText(form), fact]))
}
