/** `å` and `aa` are the same letter in names, and so are the others with their two-letter spellings. */
const LETTERS: Readonly<Record<string, string>> = {
  å: 'aa', æ: 'ae', ä: 'ae', ø: 'oe', ö: 'oe', œ: 'oe', ß: 'ss', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ŋ: 'n', ŧ: 't'
} // prettier-ignore

const spelt = (letter: string): string => LETTERS[letter] ?? letter

/**
 * The key that the spellings of a name share, and what follows the type in an entity's id: letters and digits in small
 * ASCII letters where there are such, words joined by hyphens. Empty for what has neither letters nor digits.
 *
 *     IKT-Norge, IKT Norge → ikt-norge     MAJORSTUA → majorstua     Øystein Moan → oeystein-moan     O’Brien → obrien
 *
 * The plain letters would join strangers: `Bø` is not `Bo`, and `Ås` is not `As`, but `Aas` is.
 */
export const slug = (name: string): string => {
  const known = made.get(name)
  if (known !== undefined) return known
  const key = makeSlug(name)
  if (made.size >= MOST_KEPT) made.clear()
  made.set(name, key)
  return key
}

/** Names come again and again, and each rule asks for their keys. */
const made = new Map<string, string>()
const MOST_KEPT = 20_000

const makeSlug = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{ASCII}]/gu, spelt)
    .normalize('NFD')
    .replace(/[\p{M}\p{Cf}'’‘`´]+/gu, '')
    // Letters with marks may be among them: ǣ.
    .replace(/[^\p{ASCII}]/gu, spelt)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')

/** Is it in capitals throughout? `KMD`, `MAJORSTUA`, `AT&T`; not `A`. */
export const isCapitals = (name: string): boolean => /\p{Lu}.*\p{Lu}/u.test(name) && !/\p{Ll}/u.test(name)

/** `MAJORSTUA`, `DEN NORSKE` → Majorstua, Den Norske */
export const fromCapitals = (name: string): string =>
  name.replace(/\p{L}+/gu, (word) => word[0]! + word.slice(1).toLowerCase())
