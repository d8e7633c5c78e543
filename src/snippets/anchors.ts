import type { Hit } from './hit.js'

/** More than any article of news has; what has more is a book, or a file gone wrong. Bounds the work of a request. */
export const MOST_ANCHORS = 5000

/**
 * The hits that passages are looked for around, in order: all of them. In a text with more than `MOST_ANCHORS` those of
 * its rarest words, and of the last of these words the first ones.
 */
export const anchorsOf = (hits: readonly Hit[]): readonly Hit[] => {
  if (hits.length <= MOST_ANCHORS) return hits
  const counts = new Map<number, number>()
  for (const { term } of hits) counts.set(term, (counts.get(term) ?? 0) + 1)
  const quotas = new Map<number, number>()
  let left = MOST_ANCHORS
  for (const [term, count] of [...counts].sort(([, a], [, b]) => a - b)) {
    quotas.set(term, Math.min(count, left))
    left -= Math.min(count, left)
  }
  return hits.filter(({ term }) => {
    const quota = quotas.get(term)!
    quotas.set(term, quota - 1)
    return quota > 0
  })
}
