import type { Expansion } from '../query/planning/expansions.js'

// Parts that the questions of `questions.ts`, and their answers, have in common.

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

/** How a query was read. */
export interface QueryAnswer {
  /** As it was given. */
  readonly q: string
  readonly terms: readonly QueryTermAnswer[]
  /** No article has every word, so any of them is enough. */
  readonly relaxed: boolean
  /** What was read otherwise than it looks, or left out as it would take too long, a sentence each. */
  readonly warnings: readonly string[]
  /** The query without what seem to be typing errors. */
  readonly didYouMean?: string
}

export interface QueryTermAnswer {
  /** As it was typed. */
  readonly text: string
  /** The form that is indexed. */
  readonly term: string
  readonly expansions?: readonly Expansion[]
}

/** A part of a list that a query asks for. */
export interface QueriedPage<Item> extends Page<Item> {
  readonly query: QueryAnswer
}
