/** The most frequent values first, or all in the order of their values: days, letters. */
export const FACET_SORTS = ['count', 'value'] as const

export interface FacetOptions {
  /** Values a facet, at most. */
  readonly size: number
  readonly sort: (typeof FACET_SORTS)[number]
}

/** How many articles of a result have a value. */
export interface FacetCount {
  readonly value: string
  /** The name of an entity, whose id is the value. */
  readonly label?: string
  readonly count: number
}
