/** Words that an abbreviation may pass over. */
const SMALL_WORDS = new Set('og i for av på til ved med om den det de the of and'.split(' '))

const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

const wordsOf = (name: string): string[] =>
  name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

/** Do the letters stand in the text in this order? */
const isWithin = (letters: string, text: string): boolean => {
  let at = 0
  for (const letter of letters) {
    at = text.indexOf(letter, at) + 1
    if (at === 0) return false
  }
  return true
}

/** Abbreviations have it seldom: `De forente nasjoner (FN)`. */
const ARTICLE = /^(?:de[nt]?|dei) /i

/**
 * May a short name stand for a long one that introduces it? Its letters are letters of the long one in order, from the
 * first on: `Difi` for `Direktoratet for forvaltning og IKT`. Not `H` for `Høyre`: one letter says too little.
 */
export const mayAbbreviate = (short: string, long: string): boolean => {
  const letters = lettersOf(short)
  const text = lettersOf(long.replace(ARTICLE, ''))
  return (
    letters.length >= 2 &&
    letters.length * 2 <= text.length &&
    text.startsWith(letters[0]!) &&
    isWithin(letters, text)
  )
}

/**
 * Is a short name in capitals made of the first letters of every word of a long one and of letters inside compounds, and so
 * evidently its abbreviation? `KMD` of `Kommunal- og moderniseringsdepartementet`; not of `Kunnskapsdepartementet`.
 */
export const areInitials = (short: string, long: string): boolean => {
  if (!/^\p{Lu}{3,8}$/u.test(short)) return false
  const words = wordsOf(long).filter((word) => !SMALL_WORDS.has(word))
  return words.length >= 2 && fits(lettersOf(short), words)
}

/** A word that may give more than its first letter is a compound; shorter ones have hardly any parts. */
const COMPOUND = 12

/** Can the letters be divided between the words, to each its first letter, and to a compound others of it in order? */
const fits = (letters: string, words: readonly string[]): boolean => {
  const [word, ...rest] = words
  if (word === undefined) return letters === ''
  const most = word.length < COMPOUND ? 1 : letters.length - rest.length
  for (let taken = Math.min(most, letters.length - rest.length); taken >= 1; taken--) {
    const own = letters.slice(0, taken)
    if (word.startsWith(own[0]!) && isWithin(own, word) && fits(letters.slice(taken), rest)) return true
  }
  return false
}
