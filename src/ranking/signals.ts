import type { Occurrence } from './occurrences.js'

/** What a signal reads of an article; idf by query term. */
export interface Evidence {
  readonly occurrences: readonly Occurrence[]
  readonly idf: readonly number[]
}

/** Tokens in the window of `windowCoverage`. */
const WINDOW = 12
/** Tokens between the words of a pair in `pairCoverage`. */
const REACH = 8

/**
 * The idf of the query's words that stand together in the best window of 12 tokens, each at its best grade.
 */
export const windowCoverage = ({ occurrences, idf }: Evidence): number => {
  let best = 0
  const grades = new Float64Array(idf.length)
  for (let start = 0; start < occurrences.length; start++) {
    const limit = occurrences[start]!.position + WINDOW
    let sum = 0
    let end = start
    for (; end < occurrences.length && occurrences[end]!.position < limit; end++) {
      const { term, grade } = occurrences[end]!
      if (grade <= grades[term]!) continue
      sum += (grade - grades[term]!) * idf[term]!
      grades[term] = grade
    }
    best = Math.max(best, sum)
    for (let i = start; i < end; i++) grades[occurrences[i]!.term] = 0
  }
  return best
}

/**
 * For each pair of the query's words that stand within 8 tokens of each other: the smaller idf, at the product of
 * their best grades, over the number of other words. A pair counts once.
 */
export const pairCoverage = ({ occurrences, idf }: Evidence): number => {
  const pairs = new Map<number, number>()
  for (let i = 0; i < occurrences.length; i++) {
    const a = occurrences[i]!
    for (let j = i + 1; j < occurrences.length && occurrences[j]!.position - a.position <= REACH; j++) {
      const b = occurrences[j]!
      if (a.term === b.term) continue
      const pair = Math.min(a.term, b.term) * idf.length + Math.max(a.term, b.term)
      pairs.set(pair, Math.max(pairs.get(pair) ?? 0, a.grade * b.grade))
    }
  }
  let sum = 0
  for (const [pair, grade] of pairs)
    sum += grade * Math.min(idf[Math.floor(pair / idf.length)]!, idf[pair % idf.length]!)
  return idf.length > 1 ? sum / (idf.length - 1) : 0
}
