import { HashIndex } from '../../structures/hash-index.js'
import { FeatureWeights } from './feature-weights.js'
import { LABEL_COUNT } from './labels.js'
import type { EntityModel } from './model-file.js'

/** What counts as a name, and of which type: as NorNE has it, or as newsrooms count names. */
export type Convention = 'treebank' | 'news'

type WeightedModel = Pick<EntityModel, 'features' | 'weights' | 'unit' | 'news'>

/** The weights of a model by one of its conventions: those of the treebank, or with what news adds to them. */
export const weightsOf = (model: WeightedModel, convention: Convention): FeatureWeights => {
  const { features, weights, unit, news } = model
  if (convention === 'treebank') return new FeatureWeights(features, weights, unit)
  const rows = new HashIndex(features)
  const isOwn = (feature: number): boolean => rows.rowOf(feature) < 0
  const keys = Int32Array.from([...features, ...news.features.filter(isOwn)])
  const sums = new Int16Array(keys.length * LABEL_COUNT)
  sums.set(weights)
  const all = new HashIndex(keys)
  news.features.forEach((feature, i) => {
    const to = all.rowOf(feature) * LABEL_COUNT
    for (let label = 0; label < LABEL_COUNT; label++)
      sums[to + label]! += news.weights[i * LABEL_COUNT + label]!
  })
  return new FeatureWeights(keys, sums, unit)
}
