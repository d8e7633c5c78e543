import type { SearchIndex } from '../index/search-index.js'
import type { Plan } from '../query/plan.js'
import { occurrenceReader } from './occurrences.js'
import { pairCoverage, windowCoverage, type Evidence } from './signals.js'

/** What the signals count beside the sum of impacts. Measured on NorQuAD (`npm run bench:relevance`). */
export const PROXIMITY = { window: 0.3, pairs: 0.5 } as const

/** What the nearness of the query's words adds to a score; never negative. */
export const proximity = (evidence: Evidence): number =>
  PROXIMITY.window * windowCoverage(evidence) + PROXIMITY.pairs * pairCoverage(evidence)

/** Proximity by article; 0 for queries of one word. */
export const proximityReader = (index: SearchIndex, { terms }: Plan): ((article: number) => number) => {
  if (terms.length < 2) return () => 0
  const read = occurrenceReader(index, terms)
  const idf = terms.map((term) => term.idf)
  return (article) => proximity({ occurrences: read(article), idf })
}
