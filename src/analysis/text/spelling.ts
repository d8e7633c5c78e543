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
 * always: `ålesund` and `aalesund`, `müller` and `mueller`, `e-post` and `epost`, `idé` and `ide`, but not `rene` and
 * `rené`, of which one alone is a Norwegian word. With the marks of æ, ø and å left off, all or some, where that makes
 * no other Norwegian word: `alesund`, and `vaeroy` for `værøy`, but not `har` for `hår` or `ol` for `øl`.
 *
 * @param isKnownForm is it a Norwegian word? See `Models`
 */
export const isSpelling = (one: string, other: string, isKnownForm: (word: string) => boolean): boolean => {
  if (spelledOut(one) === spelledOut(other)) return !isAnother(one, other, isKnownForm)
  const key = spellingKey(one)
  if (key !== spellingKey(other)) return false
  if (one === key || other === key) return !isKnownForm(key)
  const isPlain = (word: string, marks: string): boolean =>
    PLAIN.test(word) && isPlainer(marked(word), marks) && !isKnownForm(word) && !isKnownForm(marked(word))
  return isPlain(one, marked(other)) || isPlain(other, marked(one))
}

/** Is one of two that are spelled out alike a Norwegian word, and the other none? `rene` is no `rené`. */
const isAnother = (one: string, other: string, isKnownForm: (word: string) => boolean): boolean => {
  const [plain, marked] = PLAIN.test(one) ? [one, other] : [other, one]
  return PLAIN.test(plain) && !PLAIN.test(marked) && isKnownForm(plain) && !isKnownForm(marked)
}

/** Who has the letters leaves no marks off: `varemåte` is no `væremåte`. */
const PLAIN = /^[a-z'-]*$/

/** Is it the other one without some of its marks? */
const isPlainer = (one: string, other: string): boolean =>
  one.length === other.length &&
  Array.from(one).every((letter, i) => letter === other[i] || letter === bare[other[i]!])

const bare: Readonly<Record<string, string>> = { æ: 'a', ø: 'o', å: 'a' }

/** The Norwegian letters in the place of two, or of other ones: `vaerøy`, `väröy` → værøy; `blaabar` → blåbar. */
const marked = (word: string): string =>
  spelledOut(word).replace(/aa|ae|oe/g, (pair) => (pair === 'oe' ? 'ø' : pair === 'ae' ? 'æ' : 'å'))

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
