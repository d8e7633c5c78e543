import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
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

/** Forms that are rarer have no statistics. */
const LEAST_COUNTED = 2

/**
 * Facts from the raw text of DIR: a quarter of an hour.
 *
 * @param work a folder where they are kept from run to run
 */
export const rawFacts = (data: string, work?: string): ReadonlyMap<string, RawFacts> => {
  const file = work === undefined ? undefined : join(work, 'raw-facts.json')
  if (file !== undefined && existsSync(file))
    return new Map(JSON.parse(readFileSync(file, 'utf8')) as [string, RawFacts][])
  const facts = computeFacts(data)
  if (file !== undefined) {
    mkdirSync(work!, { recursive: true })
    writeFileSync(file, JSON.stringify([...facts]))
  }
  return facts
}

const computeFacts = (data: string): ReadonlyMap<string, RawFacts> => {
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
  return facts
}
