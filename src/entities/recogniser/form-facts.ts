/** What is known of a form beyond its letters. */
export interface FormFacts {
  /** Word clusters, one of each clustering; empty where the form has no vector. */
  readonly clusters: readonly number[]
  /** A level from 0 to 7 for each of `STATISTICS`; empty where nothing is known. */
  readonly statistics: ArrayLike<number>
  /**
   * Which labels the training documents give it, 0 if none has it. Bits 0–4: the most frequent label + 1; 5–8: how sure it is and how
   * often it was seen; from 9: the second label + 1.
   */
  readonly memory: number
  /** Bits: which lists of public facts have it. */
  readonly lists: number
}

/** Undefined where nothing is known. */
export type FactsOf = (form: string) => FormFacts | undefined
