/** How many articles of a result have a value. */
export interface FacetCount {
  readonly value: string
  /** The name of an entity, whose id is the value. */
  readonly label?: string
  readonly count: number
}
