/** Numbers of mentions, credits, articles and quotes by confidence; each as `encodeCounts` makes them. */
export interface ConfidenceCounts {
  readonly mentions: readonly number[]
  readonly credits: readonly number[]
  /** By the mention of most confidence in each. */
  readonly articles: readonly number[]
  readonly quotes: readonly number[]
}

/** More of one confidence are not counted. */
const MOST = 1e9

/** Counts by confidence in hundredths, one number each, for a column of an index: `confidence × 10⁹ + count`. */
export const encodeCounts = (counts: ReadonlyMap<number, number>): number[] =>
  Array.from(counts, ([confidence, count]) => confidence * MOST + count).sort((a, b) => a - b)

/** How many have at least this confidence. @param least in hundredths */
export const countConfident = (encoded: readonly number[], least: number): number =>
  encoded.reduce((sum, one) => (Math.floor(one / MOST) >= least ? sum + (one % MOST) : sum), 0)

/** The same as a script of OpenSearch. @param field of the counts */
export const countConfidentScript = (field: string, least: number): object => ({
  lang: 'painless',
  source:
    'long sum = 0; for (long one : doc[params.field]) { if (one / params.most >= params.least) ' +
    '{ sum += one % params.most } } return sum',
  params: { field, least, most: MOST }
})

/** The least confidence in hundredths. @param minConfidence 0–1 */
export const leastConfidence = (minConfidence: number): number => Math.ceil(minConfidence * 100 - 1e-9)
