const { compare } = new Intl.Collator('nb')
const { compare: compareBases } = new Intl.Collator('nb', { sensitivity: 'base' })

/** The letters and signs that names are written with, mostly. */
const KNOWN = Array.from({ length: 0x250 - 0x20 }, (_, i) => String.fromCodePoint(0x20 + i)).filter(
  (sign) => !/\p{C}/u.test(sign)
)

/** By letter: its place among all; letters that `order` holds for equal share one. */
const placesBy = (order: (a: string, b: string) => number): ReadonlyMap<string, number> => {
  const places = new Map<string, number>()
  let [place, before] = [FIRST, '']
  for (const letter of KNOWN.toSorted((a, b) => order(a, b) || compare(a, b))) {
    if (before !== '' && order(before, letter) !== 0) place++
    places.set(letter, place)
    before = letter
  }
  return places
}

/** Above the sign between the two ranks of a key. */
const FIRST = 0x20
const OTHERS = 0x1000

const [BASES, LETTERS] = [placesBy(compareBases), placesBy(compare)]

/**
 * The collation key of a text, whose code points sort in the order of the Norwegian alphabet, for an index that has no
 * collation: first by letters alone, with `aa` as `å`, then by their marks and capitals.
 */
export const collationKey = (text: string): string => {
  const letters = Array.from(text.normalize('NFC').replace(/aa/g, 'å').replace(/A[aA]/g, 'Å'))
  const ranks = (places: ReadonlyMap<string, number>): string =>
    letters
      .map((letter) => String.fromCodePoint(places.get(letter) ?? OTHERS + letter.codePointAt(0)!))
      .join('')
  return `${ranks(BASES)}\u0001${ranks(LETTERS)}`
}
