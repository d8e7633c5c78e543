import type { CopiesSource } from './articles/copies.js'
import { inOrder } from './articles/facts-growth.js'
import { positionsOf } from './positions/positions.js'
import type { SegmentTables } from './segment.js'

/** The articles of a segment that are there, the newest first, as copies are found among them. */
export const copiesSource = ({
  positions,
  sketches,
  facts,
  removed
}: Pick<SegmentTables, 'positions' | 'sketches' | 'facts' | 'removed'>): CopiesSource => {
  const gone = new Set(removed.articles)
  return {
    sketches,
    articles: inOrder(facts.newestRank).filter((article) => !gone.has(article)),
    wordsOf: (article) => positions.words.subarray(...positionsOf(positions, article, 'text'))
  }
}
