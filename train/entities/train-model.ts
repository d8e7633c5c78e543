import type { FactsOf, FormFacts } from '../../src/entities/recogniser/form-facts.js'
import { alike } from '../../src/entities/recogniser/form-keys.js'
import { hashText } from '../../src/entities/recogniser/feature-weights.js'
import { LABEL_COUNT as L } from '../../src/entities/recogniser/labels.js'
import { packLexicon } from './encode-model.js'
import type { EntityModel, FeatureRows } from '../../src/entities/recogniser/model-file.js'
import { type ChainWeights, trainChain, type TrainingOptions } from './chain-training.js'
import { fileOf, type LabelledDocument } from '../../tools/conll.js'
import { withCapitals } from './capitals.js'
import { Examples } from './examples.js'
import { featurise, type KnownForm } from './featurise.js'
import { HashRows } from './hash-rows.js'
import { LabelCounts } from './label-counts.js'
import type { RawFacts } from './raw-facts.js'

/** What is known of forms before a labelled sentence is seen. */
export interface Knowledge {
  /** By the hash of the form. */
  readonly raw: ReadonlyMap<number, RawFacts>
  readonly publicNames: ReadonlyMap<string, number>
}

export const TRAINING: TrainingOptions = {
  seed: 3,
  epochs: 6,
  meanFrom: 1,
  alpha: 0.1,
  beta: 1,
  l1: 0.5,
  l2: 0.1,
  dropout: 0.2,
  newsL1: 4
}

/** Features of fewer tokens are dropped. */
const LEAST_SEEN = 2

export interface Documents {
  readonly treebank: readonly LabelledDocument[]
  readonly news: readonly LabelledDocument[]
}

/**
 * A model of documents. While it learns from one file, it remembers the names of the others only, as it will when it is
 * used. Each feature has a weight of its own that only news adds (Daumé 2007), as the two count other names.
 */
export const trainModel = ({ treebank, news }: Documents, knowledge: Knowledge): EntityModel => {
  const documents = [...treebank, ...news]
  const isNews = new Set(news.map(({ name }) => name))
  const counts = new LabelCounts()
  for (const document of documents) counts.add(fileOf(document.name), document)
  const rows = new HashRows()
  const examples = new Examples(rows)
  for (const file of new Set(documents.map(({ name }) => fileOf(name)))) {
    const cache = new Map<string, KnownForm>()
    const find: FactsOf = (form) => factsOf(alike(form), knowledge, counts.memoryOf(alike(form), file))
    for (const document of documents.filter(({ name }) => fileOf(name) === file))
      featurise(withCapitals(document), find, {
        ...{ cache, examples },
        isNews: isNews.has(file)
      })
  }
  examples.finish()
  const kept = examples.dropRare(rows.size, LEAST_SEEN)
  const own = new Set(examples.newsFeatures.values())
  const isOwn = Uint8Array.from(kept, (row) => (own.has(rows.keys[row]!) ? 1 : 0))
  const weights = trainChain(examples, isOwn, TRAINING)
  const lexicon = new Map<number, FormFacts>()
  for (const [hash, raw] of knowledge.raw) lexicon.set(hash, { ...raw, memory: 0, lists: 0 })
  for (const form of new Set([...knowledge.publicNames.keys(), ...counts.keys()]))
    lexicon.set(hashText(form), factsOf(form, knowledge, counts.memoryOf(form))!)
  const keys = kept.map((row) => rows.keys[row]!)
  return { ...quantise(keys, examples.newsFeatures, weights), lexicon: packLexicon(lexicon) }
}

const factsOf = (form: string, { raw, publicNames }: Knowledge, memory: number): FormFacts | undefined => {
  const known = raw.get(hashText(form))
  const lists = publicNames.get(form) ?? 0
  if (known === undefined && lists === 0 && memory === 0) return undefined
  return { clusters: known?.clusters ?? [], statistics: known?.statistics ?? [], memory, lists }
}

/** Weights as whole numbers from -127 to 127, the few larger ones cut off; features without any are dropped. */
const quantise = (
  keys: Int32Array,
  newsFeatures: ReadonlyMap<number, number>,
  { features, transitions }: ChainWeights
): Omit<EntityModel, 'lexicon'> => {
  const sizes = features
    .filter((weight) => weight !== 0)
    .map(Math.abs)
    .sort()
  const unit = sizes[Math.floor(sizes.length * 0.9995)]! / 127
  const all = Int8Array.from(features, (weight) => Math.max(-127, Math.min(127, Math.round(weight / unit))))
  const base = new Map(Array.from(newsFeatures, ([feature, own]) => [own, feature]))
  const rowsOf = (of: (key: number) => number | undefined): FeatureRows => {
    const rows = [...keys.keys()]
      .filter((row) => of(keys[row]!) !== undefined)
      .filter((row) => all.subarray(row * L, (row + 1) * L).some((weight) => weight !== 0))
      .sort((a, b) => of(keys[a]!)! - of(keys[b]!)!)
    const weights = new Int8Array(rows.length * L)
    rows.forEach((row, i) => {
      weights.set(all.subarray(row * L, (row + 1) * L), i * L)
    })
    return { features: Int32Array.from(rows, (row) => of(keys[row]!)!), weights }
  }
  const treebank = rowsOf((key) => (base.has(key) ? undefined : key))
  return { ...treebank, unit, transitions, news: rowsOf((key) => base.get(key)) }
}
