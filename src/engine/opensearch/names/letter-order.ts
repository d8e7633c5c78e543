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

/** Above all signs that part what is compared. */
const FIRST = 0x20
const OTHERS = 0x1000

const [BASES, LETTERS] = [placesBy(compareBases), placesBy(compare)]

/**
 * A text whose code points are in the order of the Norwegian alphabet, for an index that knows none: first by letters
 * alone, with `aa` as `å`, then by their marks and capitals.
 */
export const letterOrder = (text: string): string => {
  const letters = Array.from(text.normalize('NFC').replace(/aa/g, 'å').replace(/A[aA]/g, 'Å'))
  const ranks = (places: ReadonlyMap<string, number>): string =>
    letters
      .map((letter) => String.fromCodePoint(places.get(letter) ?? OTHERS + letter.codePointAt(0)!))
      .join('')
  return `${ranks(BASES)}\u0001${ranks(LETTERS)}`
}
