/** Negative when `a` ranks before `b`; never 0 for different items. */
export type Order = (a: number, b: number) => number

/**
 * The first `count` of `items` in `order`, sorted; all of them when there are no more. A heap with the worst at its
 * root: O(n log count), so that a page of a large result costs no full sort.
 *
 * @param scores by item, where `order` has higher ones first: most are told to be none of the first by theirs alone
 */
export const top = (
  items: readonly number[],
  count: number,
  order: Order,
  scores?: Float64Array
): number[] => {
  if (items.length <= count) return [...items].sort(order)
  const heap = items.slice(0, count)
  for (let i = (count >>> 1) - 1; i >= 0; i--) sink(heap, i, order)
  const leastOf = (): number => scores?.[heap[0]!] ?? -Infinity
  let least = leastOf()
  for (let i = count; i < items.length && count > 0; i++) {
    const item = items[i]!
    if (scores !== undefined && scores[item]! < least) continue
    if (order(item, heap[0]!) >= 0) continue
    heap[0] = item
    sink(heap, 0, order)
    least = leastOf()
  }
  return heap.sort(order)
}

const sink = (heap: number[], from: number, order: Order): void => {
  const item = heap[from]!
  let at = from
  for (;;) {
    let child = 2 * at + 1
    if (child >= heap.length) break
    if (child + 1 < heap.length && order(heap[child]!, heap[child + 1]!) < 0) child++
    if (order(item, heap[child]!) >= 0) break
    heap[at] = heap[child]!
    at = child
  }
  heap[at] = item
}
