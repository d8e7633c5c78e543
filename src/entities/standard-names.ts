import { COUNTRY_PAIRS } from './country-names.js'
import { PARTY_PAIRS } from './party-names.js'
import { slug } from './slug.js'

/** What a name is in the other standard, as a slug. */
export interface OtherSlug {
  readonly slug: string
  readonly isBokmal: boolean
}

const PAIRS = [...COUNTRY_PAIRS, ...PARTY_PAIRS]
const [BOKMAL, NYNORSK] = [new Set(PAIRS.map(([nb]) => nb)), new Set(PAIRS.map(([, nn]) => nn))]

const isOfBoth = (name: string): boolean => BOKMAL.has(name) && NYNORSK.has(name)

/**
 * By the slug of a country's or a party's name: what it is called in the other standard. Only names that are one
 * standard's alone: `Kongo` is two countries.
 */
export const OTHER_SLUGS: ReadonlyMap<string, OtherSlug> = new Map(
  PAIRS.filter(([nb, nn]) => !isOfBoth(nb) && !isOfBoth(nn) && slug(nb) !== slug(nn)).flatMap<
    readonly [string, OtherSlug]
  >(([nb, nn]) => [
    [slug(nb), { slug: slug(nn), isBokmal: false }] as const,
    [slug(nn), { slug: slug(nb), isBokmal: true }] as const
  ])
)
