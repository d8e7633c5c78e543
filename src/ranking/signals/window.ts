import type { Signal } from '../evidence.js'
import { Coverage } from '../coverage.js'

/** In tokens. */
const WIDTH = 12

/** The query's words, and those like them, in the best window of 12 tokens, 0–1. */
export const bestWindow: Signal = (evidence) => {
  const { length, positions } = evidence.occurrences
  const coverage = new Coverage(evidence, 'likeness')
  let best = 0
  let end = 0
  for (let start = 0; start < length; start++) {
    const before = end
    while (end < length && positions[end]! < positions[start]! + WIDTH) end++
    // A window that only lost an occurrence is no better than the one before.
    if (end > before) best = Math.max(best, coverage.of(start, end))
  }
  return best
}
