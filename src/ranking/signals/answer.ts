import type { Signal } from '../evidence.js'
import { Coverage } from '../coverage.js'

/** In tokens: the window in which the query's words count, and how far from it the answer may stand. */
const WIDTH = 12
const REACH = 5

/**
 * The query's words in the best window of 12 tokens that has a word in or near it such as the question asks for, 0–1: a
 * number for *når*, a name for *hvem*.
 */
export const answerNear: Signal = (evidence) => {
  const { occurrences, answers } = evidence
  const { length, positions } = occurrences
  const coverage = new Coverage(evidence, 'grades')
  let best = 0
  let end = 0
  let next = 0
  for (let start = 0; start < length; start++) {
    const first = positions[start]!
    while (next < answers.length && answers[next]! < first - REACH) next++
    if (next === answers.length) break
    while (end < length && positions[end]! < first + WIDTH) end++
    if (answers[next]! < first + WIDTH + REACH) best = Math.max(best, coverage.of(start, end))
  }
  return best
}
