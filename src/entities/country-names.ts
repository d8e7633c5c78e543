import { slug } from './slug.js'

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('')

const names = (language: 'nb' | 'nn'): Intl.DisplayNames =>
  new Intl.DisplayNames(language, { type: 'region', fallback: 'none' })

/** The names of each country in bokmål and nynorsk, from Unicode CLDR. */
const PAIRS: readonly (readonly [bokmal: string, nynorsk: string])[] = (() => {
  const [bokmal, nynorsk] = [names('nb'), names('nn')]
  return LETTERS.flatMap((first) =>
    LETTERS.flatMap((second) => {
      const [nb, nn] = [bokmal.of(first + second), nynorsk.of(first + second)]
      return nb === undefined || nn === undefined ? [] : [[nb, nn] as const]
    })
  )
})()

/** The names of countries in both standards; those of several words too. */
export const COUNTRIES: ReadonlySet<string> = new Set(PAIRS.flat())

/** A country's name in the other standard, as a slug. */
export interface CountrySlug {
  readonly slug: string
  readonly isBokmal: boolean
}

const [BOKMAL, NYNORSK] = [new Set(PAIRS.map(([nb]) => nb)), new Set(PAIRS.map(([, nn]) => nn))]

const isOfBoth = (name: string): boolean => BOKMAL.has(name) && NYNORSK.has(name)

/**
 * By the slug of a country's name: what it is called in the other standard. Only names that are one standard's alone:
 * `Kongo` is two countries.
 */
export const COUNTRY_SLUGS: ReadonlyMap<string, CountrySlug> = new Map(
  PAIRS.filter(([nb, nn]) => !isOfBoth(nb) && !isOfBoth(nn) && slug(nb) !== slug(nn)).flatMap<
    readonly [string, CountrySlug]
  >(([nb, nn]) => [
    [slug(nb), { slug: slug(nn), isBokmal: false }] as const,
    [slug(nn), { slug: slug(nb), isBokmal: true }] as const
  ])
)
