import { readCompoundModel } from './compound-model.js'
import type { CompoundSplitter, Lexicon } from './compounds.js'
import { modelSplitter } from './model-splitter.js'
import { modelFile } from '../models.js'

const model = readCompoundModel(modelFile('compounds.bin.gz'))

/**
 * The splitter of the service, for bokmål and nynorsk alike, with a collection's own words as further evidence.
 * They are looked up as they stand: stemming every substring of every word would take longer than all the rest of indexing.
 */
export const norwegianSplitter = (collection?: Lexicon): CompoundSplitter =>
  modelSplitter(model, collection === undefined ? {} : { collection })
