import { modelFile } from './models.js'
import { createStemmer, readStemModel } from './stem-model.js'
import type { Stemmer } from './stemmer.js'

/** The stemmer of the service, for bokmål and nynorsk alike: see `createStemmer`. */
export const norwegianStemmer: Stemmer = createStemmer(readStemModel(modelFile('stems.bin.gz')))
