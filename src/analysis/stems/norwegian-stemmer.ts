import { modelFile } from '../models.js'
import { createStemmer, readStemModel } from './stem-model.js'
import type { Stemmer } from './stemmer.js'

const model = readStemModel(modelFile('stems.bin.gz'))

/** The stemmer of the service, for bokmål and nynorsk alike: see `createStemmer`. */
export const norwegianStemmer: Stemmer = createStemmer(model)

/** Is it one of the words that the stemmer knows by heart, in this very form? */
export const isKnownForm = (word: string): boolean => model.stems.has(word)
