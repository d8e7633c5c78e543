/** Another spelling of a word in the other standard, and how far it is trusted: above 0, below 1. */
export interface Variant {
  readonly word: string
  readonly weight: number
}
