import type { FactsOf, FormFacts } from '../../src/entities/recogniser/form-facts.js'
import { alike } from '../../src/entities/recogniser/form-keys.js'
import { LABEL_COUNT as L } from '../../src/entities/recogniser/labels.js'
import { packLexicon } from './encode-model.js'
import type { EntityModel } from '../../src/entities/recogniser/model-file.js'
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
  readonly raw: ReadonlyMap<string, RawFacts>
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
  dropout: 0.2
}

/** Features of fewer tokens are dropped. */
const LEAST_SEEN = 2

/**
 * A model of documents. While it learns from one file, it remembers the names of the others only, as it will when it is
 * used.
 */
export const trainModel = (documents: readonly LabelledDocument[], knowledge: Knowledge): EntityModel => {
  const counts = new LabelCounts()
  for (const document of documents) counts.add(fileOf(document.name), document)
  const rows = new HashRows()
  const examples = new Examples(rows)
  for (const file of new Set(documents.map(({ name }) => fileOf(name)))) {
    const cache = new Map<string, KnownForm>()
    const find: FactsOf = (form) => factsOf(alike(form), knowledge, counts.memoryOf(alike(form), file))
    for (const document of documents.filter(({ name }) => fileOf(name) === file))
      featurise(withCapitals(document), find, { cache, examples })
  }
  examples.finish()
  const kept = examples.dropRare(rows.size, LEAST_SEEN)
  const weights = trainChain(examples, kept.length, TRAINING)
  const forms = new Set([...knowledge.raw.keys(), ...knowledge.publicNames.keys(), ...counts.keys()])
  const lexicon = new Map<string, FormFacts>()
  for (const form of forms) lexicon.set(form, factsOf(form, knowledge, counts.memoryOf(form))!)
  return {
    ...quantise(
      kept.map((row) => rows.keys[row]!),
      weights
    ),
    lexicon: packLexicon(lexicon)
  }
}

const factsOf = (form: string, { raw, publicNames }: Knowledge, memory: number): FormFacts | undefined => {
  const known = raw.get(form)
  const lists = publicNames.get(form) ?? 0
  if (known === undefined && lists === 0 && memory === 0) return undefined
  return { clusters: known?.clusters ?? [], statistics: known?.statistics ?? [], memory, lists }
}

/** Weights as whole numbers from -127 to 127, the few larger ones cut off; features without any are dropped. */
const quantise = (
  keys: Int32Array,
  { features, transitions }: ChainWeights
): Omit<EntityModel, 'lexicon'> => {
  const sizes = features
    .filter((weight) => weight !== 0)
    .map(Math.abs)
    .sort()
  const unit = sizes[Math.floor(sizes.length * 0.9995)]! / 127
  const all = Int8Array.from(features, (weight) => Math.max(-127, Math.min(127, Math.round(weight / unit))))
  const rows = [...keys.keys()]
    .filter((row) => all.subarray(row * L, (row + 1) * L).some((weight) => weight !== 0))
    .sort((a, b) => keys[a]! - keys[b]!)
  const weights = new Int8Array(rows.length * L)
  rows.forEach((row, i) => {
    weights.set(all.subarray(row * L, (row + 1) * L), i * L)
  })
  return { features: Int32Array.from(rows, (row) => keys[row]!), weights, unit, transitions }
}
