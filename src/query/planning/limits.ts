/** What one query may cost. What goes beyond is left out, and a warning says so. */
export const LIMITS = {
  /** Different words, prefixes among them; a long paragraph has fewer. */
  words: 64,
  /** Words, prefixes and phrases in all, however often they are repeated. */
  operands: 256,
  /** Different phrases. */
  phrases: 16,
  /** Different sources, authors and names of entities. */
  abouts: 16,
  /** Words in a phrase, repeated ones too. */
  phraseWords: 64,
  /** Words that find nothing, or are to be found mistyped, for which others are looked up. */
  unknownWords: 8,
  /** Words of the collection that the prefixes of a query stand for, shared between them. */
  prefixWords: 500,
  /** However many prefixes share, each has so many. */
  leastPrefixWords: 10,
  /** Articles that have words of the prefixes of a query, counted word by word, shared between the prefixes. */
  prefixArticles: 4_000_000
} as const

export const tooManyWords = `The query has more than ${LIMITS.words} different words, so only the first ${LIMITS.words} are searched.`

export const tooManyOperands = `The query has more than ${LIMITS.operands} words and phrases, so only the first ${LIMITS.operands} are searched.`

export const tooManyPhrases = `The query has more than ${LIMITS.phrases} different phrases, so only the first ${LIMITS.phrases} are searched.`

export const tooManyAbouts = `The query names more than ${LIMITS.abouts} different sources, authors and entities, so only the first ${LIMITS.abouts} are searched.`

export const tooManyPhraseWords = `A phrase has more than ${LIMITS.phraseWords} words, so only the first ${LIMITS.phraseWords} are searched.`

export const tooManyUnknownWords = `More than ${LIMITS.unknownWords} words may be mistyped, so only for the first ${LIMITS.unknownWords} are others searched.`

export const tooManyPrefixWords = (prefix: string, searched: number): string =>
  `Very many words begin with “${prefix}”, so only the ${searched} most frequent are searched.`
