/** A catalogue of names in the cluster. */
export interface CatalogueReference {
  readonly index: string
  /** The state of the articles that it was made of, by its name. */
  readonly of: string
}
