/** Facts as `src/analysis/compounds/part-facts.ts` reads them; counts as buckets. */
export interface PartFacts {
  readonly frequency: number
  readonly modifier: number
  readonly lefts: number
  readonly rights: number
  readonly joint: number
  readonly isListed: boolean
}

export const packFacts = (facts: PartFacts): number =>
  facts.frequency |
  (facts.modifier << 4) |
  (facts.lefts << 7) |
  (facts.rights << 10) |
  (facts.joint << 13) |
  (Number(facts.isListed) << 14)

export const withModifier = (facts: number, modifier: number): number => (facts & ~(7 << 4)) | (modifier << 4)

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
