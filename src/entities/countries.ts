const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('')

/** The names of countries in both standards, from Unicode CLDR; those of several words too. */
export const COUNTRIES: ReadonlySet<string> = new Set(
  ['nb', 'nn'].flatMap((language) => {
    const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' })
    return LETTERS.flatMap((first) => LETTERS.flatMap((second) => names.of(first + second) ?? []))
  })
)
