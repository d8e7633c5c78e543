/**
 * What is known of a string as a part of compounds, packed in 15 bits. Counts are kept as buckets, about a doubling each.
 *
 *     barne    frequency 0    modifier 7 (barnehage, barnebok, …)    joint 2 (barn-e)
 *     bok      frequency 12   modifier 6 (bokhandel, …)              rights 7 (barnebok, lærebok, …)
 */
export interface PartFacts {
  /** How often it is written as a word of its own: 0 never, 15 as often as `og`. */
  readonly frequency: number
  /** How many heads it stands before in the dictionary's compounds. */
  readonly modifier: number
  /** How many words of the training text seem to begin with it as a part. */
  readonly lefts: number
  /** How many words of the training text seem to end with it as a part. */
  readonly rights: number
  /** How many letters at its end are a joint: 0, or 1 for the -s- of `arbeids` and the -e- of `barne`. */
  readonly joint: number
  /** Is it the dictionary form of a modifier? */
  readonly isListed: boolean
}

export const packFacts = (facts: PartFacts): number =>
  facts.frequency |
  (facts.modifier << 4) |
  (facts.lefts << 7) |
  (facts.rights << 10) |
  (facts.joint << 13) |
  (Number(facts.isListed) << 14)

export const frequencyOf = (facts: number): number => facts & 15
export const modifierOf = (facts: number): number => (facts >> 4) & 7
export const leftsOf = (facts: number): number => (facts >> 7) & 7
export const rightsOf = (facts: number): number => (facts >> 10) & 7
export const listedOf = (facts: number): number => (facts >> 14) & 1
export const jointOf = (facts: number): number => (facts >> 13) & 1

export const withFrequency = (facts: number, frequency: number): number => (facts & ~15) | frequency
export const withModifier = (facts: number, modifier: number): number => (facts & ~(7 << 4)) | (modifier << 4)

/** Nothing is known of the string. */
export const NO_FACTS = 0

/** 0 → 0, 1 → 1, 3 → 2, 10 → 3, 1,000 → 8, 500,000 → 15 */
export const frequencyBucket = (count: number): number =>
  count < 1 ? 0 : Math.min(15, 1 + Math.floor(Math.log2(count) * 0.75))

/** 0 → 0, 1 → 1, 2 → 2, 3 → 3, 5 → 4, 9 → 5, 17 → 6, 41 → 7 */
export const modifierBucket = (heads: number): number => bucket(heads, [1, 2, 3, 5, 9, 17, 41])

/** 0 → 0, 1 → 1, 2 → 2, 4 → 3, 8 → 4, 16 → 5, 40 → 6, 100 → 7 */
export const partnerBucket = (partners: number): number => bucket(partners, [1, 2, 4, 8, 16, 40, 100])

const bucket = (count: number, limits: readonly number[]): number => {
  const above = limits.findIndex((limit) => count < limit)
  return above < 0 ? limits.length : above
}
