import { LABEL_COUNT } from '../../src/entities/recogniser/labels.js'

/**
 * How the labels of a form in labelled text are summed up in a number, 0 for a form that was not seen. From the lowest
 * bit: the most frequent label + 1 (5 bits), how sure it is (2), how often the form was seen (2), the second label + 1
 * (5).
 */
export const packMemory = (counts: ArrayLike<number>): number => {
  let total = 0
  let top = 0
  let second = -1
  for (let label = 0; label < LABEL_COUNT; label++) {
    const count = counts[label]!
    total += count
    if (count > counts[top]!) {
      second = top
      top = label
    } else if (label !== top && count > 0 && (second < 0 || count > counts[second]!)) second = label
  }
  if (total === 0) return 0
  if (second >= 0 && counts[second] === 0) second = -1
  const share = counts[top]! / total
  const certainty = share < 0.6 ? 0 : share < 0.95 ? 1 : 2
  const often = total === 1 ? 0 : total < 5 ? 1 : 2
  return (top + 1) | (certainty << 5) | (often << 7) | ((second + 1) << 9)
}
