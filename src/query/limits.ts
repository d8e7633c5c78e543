/** What one query may cost. What goes beyond is left out, and a warning says so. */
export const LIMITS = {
  /** Different words, prefixes among them; a long paragraph has fewer. */
  words: 64,
  /** Words of the collection that the prefixes of a query stand for, shared between them. */
  prefixWords: 500,
  /** However many prefixes share, each has so many. */
  leastPrefixWords: 10
} as const

export const tooManyWords = `The query has more than ${LIMITS.words} different words, so only the first ${LIMITS.words} are searched.`

export const tooManyPrefixWords = (prefix: string, searched: number): string =>
  `Very many words begin with “${prefix}”, so only the ${searched} most frequent are searched.`
