import { stemmer as snowball } from '@orama/stemmers/norwegian'
import type { Stemmer } from '../src/analysis/stems/stemmer.js'

/** The Snowball project's Norwegian stemmer, the baseline. Words with digits stay as they are: `co2`, `1000`. */
export const snowballStemmer: Stemmer = (word) => (/\d/.test(word) ? word : snowball(word))
