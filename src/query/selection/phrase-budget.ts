/**
 * Tokens that are looked at for the phrases of one query, at most: less than 50 ms. Phrases of the most frequent words
 * of 100,000 articles need a tenth of it; words that are all frequent and may stand far from each other reach it.
 */
const MOST_TOKENS = 4_000_000

/** How much of the articles may still be read for the phrases of a query. */
export class PhraseBudget {
  private left: number

  constructor(most = MOST_TOKENS) {
    this.left = most
  }

  /** Is it used up, so that articles were left out that may have a phrase? */
  get isUsedUp(): boolean {
    return this.left <= 0
  }

  spend(tokens: number): void {
    this.left -= tokens
  }
}

export const PHRASES_CUT =
  'The words of a phrase are so frequent that not all articles were read for it: there may be more that have it.'
