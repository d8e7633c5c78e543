import { distance } from 'fastest-levenshtein'

/** Words less alike than this share no spelling: `mange`, `fleire`. */
const LEAST_LIKENESS = 0.4

/**
 * How likely two words are one word in two spellings, by letters alone: 1 for the same, 0 for strangers.
 *
 *     regjeringen, regjeringa → .5      ikke, kvifor → 0
 */
export const spellingLikeness = (one: string, other: string): number => {
  if (one === other) return 1
  const longer = Math.max(one.length, other.length)
  if (Math.min(one.length, other.length) < LEAST_LIKENESS * longer) return 0
  const likeness = 1 - distance(one, other) / longer
  return likeness < LEAST_LIKENESS || /\d/.test(one + other) ? 0 : likeness ** 3
}
