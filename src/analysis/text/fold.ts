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
  if (/^[b-z]*$/.test(word) && !word.includes('oe')) return word
  return word
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9]/g, (letter) => ASCII_LETTERS[letter]?.[0] ?? letter)
    .replace(/a[ae]+/g, 'a')
    .replace(/oe+/g, 'o')
}
