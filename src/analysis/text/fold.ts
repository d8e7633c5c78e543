import { ASCII_LETTERS } from '../../structures/letters.js'

/**
 * The key that all spellings of a word share: with and without marks, and with two letters for one.
 *
 *     ålesund, aalesund, alesund → alesund     lærer, laerer, larer → larer     øl, oel, ol → ol     idé → ide
 *
 * It joins strangers too (`mål`, `mal`), so a match by this key ranks below the exact letter.
 * After Lucene's ScandinavianFoldingFilter, without its `ao` and `oo` (`kaos`, `zoo`).
 */
export const foldKey = (word: string): string => {
  if (isFolded(word)) return word
  return word
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9]/g, (letter) => ASCII_LETTERS[letter]?.[0] ?? letter)
    .replace(/a[ae]+/g, 'a')
    .replace(/oe+/g, 'o')
}

/** Has it only letters that stay, and none of the pairs that become one? */
const isFolded = (word: string): boolean => {
  let before = 0
  for (let at = 0; at < word.length; at++) {
    const letter = word.charCodeAt(at)
    if (letter < LETTER_A || letter > LETTER_Z) return false
    if (before === LETTER_A && (letter === LETTER_A || letter === LETTER_E)) return false
    if (before === LETTER_O && letter === LETTER_E) return false
    before = letter
  }
  return true
}

const [LETTER_A, LETTER_E, LETTER_O, LETTER_Z] = [0x61, 0x65, 0x6f, 0x7a]
