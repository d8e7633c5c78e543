/**
 * The first index in [low, high) for which `holds`, `high` if there is none: a binary search.
 *
 * @param holds false for the first indexes, true for all that follow
 */
export const firstWhere = (low: number, high: number, holds: (at: number) => boolean): number => {
  let [from, to] = [low, high]
  while (from < to) {
    const middle = (from + to) >>> 1
    if (holds(middle)) to = middle
    else from = middle + 1
  }
  return from
}
