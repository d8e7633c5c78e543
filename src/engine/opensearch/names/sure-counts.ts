/** Numbers of mentions, credits, articles and quotes by confidence; each as `encodeCounts` makes them. */
export interface SureCounts {
  readonly mentions: readonly number[]
  readonly credits: readonly number[]
  /** By the surest mention of each. */
  readonly articles: readonly number[]
  readonly quotes: readonly number[]
}

/** More of one confidence are not counted. */
const MOST = 1e9

/** Counts by confidence in hundredths, as one number each, which an index keeps as a column: `sure × 10⁹ + count`. */
export const encodeCounts = (counts: ReadonlyMap<number, number>): number[] =>
  Array.from(counts, ([sure, count]) => sure * MOST + count).sort((a, b) => a - b)

/** How many are at least so sure. @param least in hundredths */
export const countSure = (encoded: readonly number[], least: number): number =>
  encoded.reduce((sum, one) => (Math.floor(one / MOST) >= least ? sum + (one % MOST) : sum), 0)

/** The same, as a script of OpenSearch. @param field that has the counts */
export const countSureScript = (field: string, least: number): object => ({
  lang: 'painless',
  source:
    'long sum = 0; for (long one : doc[params.field]) { if (one / params.most >= params.least) ' +
    '{ sum += one % params.most } } return sum',
  params: { field, least, most: MOST }
})

/** In hundredths: what is at least so sure. @param minConfidence 0–1 */
export const leastSure = (minConfidence: number): number => Math.ceil(minConfidence * 100 - 1e-9)
