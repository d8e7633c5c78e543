/** Brings the inflections of a word to one stem. `word` as `wordForm` gives it. */
export type Stemmer = (word: string) => string
