// Parts that the questions of `questions.ts` have in common.

/** Which part of a list is asked for: `size` items after the first `offset`. */
export interface PageRequest {
  readonly offset: number
  readonly size: number
}

/** A part of a list, and how many items the whole list has, exactly. */
export interface Page<Item> {
  readonly total: number
  readonly items: readonly Item[]
}

/** What a word of a query finds beside itself, and whether all words must match. */
export interface WordsRequest {
  readonly match: 'auto' | 'all' | 'any'
  /** The compounds it is part of, and if it is a compound, its parts. */
  readonly compounds: boolean
  /** Its other spellings: bokmål and nynorsk, with and without marks. */
  readonly variants: boolean
  /** Words that are nearly it: always, never, or where it finds nothing itself. */
  readonly fuzzy: boolean | 'auto'
}
