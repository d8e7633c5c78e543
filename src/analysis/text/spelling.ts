import { foldKey } from './fold.js'

/** The key that all spellings of a word share: `foldKey`, and `e-post` as `epost`, `d'arc` as `darc`. */
export const spellingKey = (word: string): string =>
  foldKey(/[-']/.test(word) ? word.replace(/[-']/g, '') : word)

/** Keys of the spellings that have another one, since not every `ue` is a `ü`: `mueller` → `muller`, and back. */
export const furtherKeys = (word: string): string[] => {
  if (word.includes('ue')) return [spellingKey(word.replaceAll('ue', 'ü'))]
  return word.includes('ü') ? [spellingKey(word.replaceAll('ü', 'ue'))] : []
}

/**
 * May one be another spelling of the other, in lower case? With two letters for one, without a hyphen or an accent,
 * always: `ålesund` and `aalesund`, `müller` and `mueller`, `e-post` and `epost`, `idé` and `ide`. With the marks of æ,
 * ø and å left off where that makes no other Norwegian word: `alesund`, but not `har` for `hår` or `ol` for `øl`.
 *
 * @param isKnownForm is it a Norwegian word? See `Models`
 */
export const isSpelling = (one: string, other: string, isKnownForm: (word: string) => boolean): boolean => {
  if (spelledOut(one) === spelledOut(other)) return true
  const key = spellingKey(one)
  return key === spellingKey(other) && (one === key || other === key) && !isKnownForm(key)
}

const letters: Readonly<Record<string, string>> = {
  æ: 'ae',
  ä: 'ae',
  ø: 'oe',
  ö: 'oe',
  ü: 'ue',
  å: 'aa',
  '-': '',
  "'": ''
}

const spelledOut = (word: string): string => {
  if (/^[a-z]*$/.test(word)) return word
  const inTwo = word.replace(/[æäøöüå'-]/g, (letter) => letters[letter]!)
  return inTwo.normalize('NFD').replace(/\p{M}+/gu, '')
}
