import { stemmer as snowball } from '@orama/stemmers/norwegian'

/** Brings the inflections of a word to one stem. `word` as `wordForm` gives it. */
export type Stemmer = (word: string) => string

/**
 * The Snowball project's Norwegian stemmer (https://snowballstem.org/algorithms/norwegian/stemmer.html).
 *
 *     strategien, strategier, strategi → strategi      bøker → bøk, but bok → bok (irregular forms stay apart)
 *
 * Words with digits stay as they are: `co2`, `1000`.
 */
export const snowballStemmer: Stemmer = (word) => (/\d/.test(word) ? word : snowball(word))
