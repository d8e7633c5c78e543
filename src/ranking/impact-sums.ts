import type { WeightedKey } from '../query/clause.js'
import type { Segment } from '../segment/segment.js'

/** Written anew by each call: so much memory a search would keep the garbage collector busy. */
let sums = new Float64Array()

/** By article: the sum over `keys` of weight times impact. Valid until the next call in this thread. */
export const impactSums = ({ postings, size }: Segment, keys: readonly WeightedKey[]): Float64Array => {
  if (sums.length < size) sums = new Float64Array(size)
  const target = sums.subarray(0, size).fill(0)
  for (const { key, weight } of keys)
    postings.forEachBlock(key, (articles, from, to, impact) => {
      const amount = weight * impact
      for (let i = from; i < to; i++) target[articles[i]!]! += amount
    })
  return target
}
