import type { Signal } from '../evidence.js'
import { Coverage } from '../coverage.js'

/**
 * The query's words, and those like them, in the best two sentences that follow each other, 0–1; the title does not
 * count.
 */
export const bestSentences: Signal = (evidence) => {
  const { length, sentences } = evidence.occurrences
  const coverage = new Coverage(evidence, 'likeness')
  let best = 0
  let end = 0
  for (let start = 0; start < length; start++) {
    const sentence = sentences[start]!
    if (sentence < 0 || (start > 0 && sentences[start - 1] === sentence)) continue
    end = Math.max(end, start)
    while (end < length && sentences[end]! <= sentence + 1) end++
    best = Math.max(best, coverage.of(start, end))
  }
  return best
}
