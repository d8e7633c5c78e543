const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('')

const names = (language: 'nb' | 'nn'): Intl.DisplayNames =>
  new Intl.DisplayNames(language, { type: 'region', fallback: 'none' })

/** What CLDR names beside countries: unions, the United Nations, an unknown region and two that test software. */
const NO_COUNTRIES: ReadonlySet<string> = new Set(['EU', 'EZ', 'QO', 'UN', 'XA', 'XB', 'ZZ'])

/** The names of each country in bokmål and nynorsk, from Unicode CLDR. */
export const COUNTRY_PAIRS: readonly (readonly [bokmal: string, nynorsk: string])[] = (() => {
  const [bokmal, nynorsk] = [names('nb'), names('nn')]
  return LETTERS.flatMap((first) =>
    LETTERS.flatMap((second) => {
      const code = first + second
      if (NO_COUNTRIES.has(code)) return []
      const [nb, nn] = [bokmal.of(code), nynorsk.of(code)]
      return nb === undefined || nn === undefined ? [] : [[nb, nn] as const]
    })
  )
})()

/** The names of countries in both standards; those of several words too. */
export const COUNTRIES: ReadonlySet<string> = new Set(COUNTRY_PAIRS.flat())
