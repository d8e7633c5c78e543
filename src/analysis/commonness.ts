import { frequencyOf } from './compounds/part-facts.js'
import type { PartLexicon } from './compounds/part-lexicon.js'

/** How common a word is in Norwegian: the share of articles that have it, from 0 (unknown) to 1. */
export type Commonness = (word: string) => number

/** Words of the text that the frequencies are counted in: NoReC, as `wc -w` counts. */
const COUNTED_WORDS = 17_500_000
/** Words of an article of middling length. */
const ARTICLE_WORDS = 300

/**
 * Estimated from the frequencies of the part lexicon, which are kept in buckets (`frequencyBucket`), as if a word's
 * occurrences were spread over articles by chance (Poisson). Names and words that the counted text hardly has are 0.
 *
 *     og 1      kommer .16      rapport .004      hengebro 0
 */
export const createCommonness = (lexicon: PartLexicon): Commonness => {
  const shares = Array.from({ length: 16 }, (_, bucket) => {
    if (bucket === 0) return 0
    const count = 2 ** ((bucket - 1) / 0.75)
    return 1 - Math.exp((-ARTICLE_WORDS * count) / COUNTED_WORDS)
  })
  return (word) => shares[frequencyOf(lexicon.getWord(word))]!
}
