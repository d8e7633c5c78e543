/**
 * BM25F (Zaragoza et al., TREC 2004): field frequencies are normalised and weighted first, saturated once.
 * Idf is not part of the impact: it is multiplied in at query time.
 */
export interface Bm25fParameters {
  /** Saturation, ≥ 0. 1.2 is the usual choice (Robertson and Zaragoza 2009). */
  readonly k1: number
  /** How much a field counts, and how strongly its length is normalised (0–1). */
  readonly title: FieldParameters
  readonly text: FieldParameters
}

export interface FieldParameters {
  readonly weight: number
  readonly b: number
}

/** Titles are short, so their length tells little: a small `b`. */
export const BM25F: Bm25fParameters = {
  k1: 1.2,
  title: { weight: 0.6, b: 0.3 },
  text: { weight: 1, b: 0.75 }
}

/** What one occurrence adds to a term's frequency: field weight over length norm. `length`, `average` in tokens. */
export const occurrenceWeight = ({ weight, b }: FieldParameters, length: number, average: number): number =>
  weight / (1 - b + b * (average > 0 ? length / average : 1))

/** Saturated frequency, in [0, k1 + 1). */
export const impactOf = (frequency: number, { k1 }: Bm25fParameters = BM25F): number =>
  (frequency * (k1 + 1)) / (k1 + frequency)

/** Upper bound of `impactOf`. */
export const highestImpact = ({ k1 }: Bm25fParameters = BM25F): number => k1 + 1

/** Inverse document frequency as in Lucene: never negative. */
export const idfOf = (documents: number, documentFrequency: number): number =>
  Math.log(1 + (documents - documentFrequency + 0.5) / (documentFrequency + 0.5))
