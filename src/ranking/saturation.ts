import type { Evidence } from './evidence.js'
import { BM25F, impactOf } from '../segment/postings/bm25f.js'
import type { Grades } from './coverage.js'

/**
 * The words' grades summed, length-normalised and saturated as by BM25, times their shares of the idf. At most k1 + 1.
 */
export const saturated = (
  { occurrences, share, relativeLength, scratch }: Evidence,
  grades: Grades
): number => {
  const { length, terms } = occurrences
  const values = occurrences[grades]
  const sums = scratch.fill(0)
  for (let i = 0; i < length; i++) sums[terms[i]!]! += values[i]!
  const norm = 1 - BM25F.text.b + BM25F.text.b * relativeLength
  let sum = 0
  for (let term = 0; term < share.length; term++)
    if (sums[term]! > 0) sum += share[term]! * impactOf(sums[term]! / norm)
  return sum
}
