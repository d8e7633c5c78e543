import type { ArticleProblem } from './article.js'

/** What is wrong with files, or records of one, in a few words, however many they are. */
export interface ProblemSummary {
  readonly count: number
  /** Of files, or records of one, that are not served. */
  readonly leftOut: number
  /** Some of them; those that were left out come first. */
  readonly first: readonly ArticleProblem[]
}

/** Problems that are listed at most; the log has them all. */
const LISTED = 20

export const NO_PROBLEMS: ProblemSummary = { count: 0, leftOut: 0, first: [] }

export const problemSummary = (problems: readonly ArticleProblem[]): ProblemSummary => {
  const leftOut = problems.filter(({ kind }) => kind === undefined)
  const others = leftOut.length < LISTED ? problems.filter(({ kind }) => kind !== undefined) : []
  return {
    count: problems.length,
    leftOut: leftOut.length,
    first: [...leftOut, ...others].slice(0, LISTED)
  }
}
