/**
 * Many short lists of numbers in two typed arrays (compressed sparse rows): list `i` is
 * `values.subarray(offsets[i], offsets[i + 1])`.
 */
export interface Lists {
  readonly offsets: Uint32Array
  readonly values: Uint32Array
}

export const listAt = ({ offsets, values }: Lists, index: number): Uint32Array =>
  values.subarray(offsets[index], offsets[index + 1])

/**
 * The lists of members by key, members in ascending order.
 *
 * @param keys number of lists
 * @param pairs calls `pair(key, member)` for each pair, the same ones each time it is run
 */
export const groupByKey = (
  keys: number,
  pairs: (pair: (key: number, member: number) => void) => void
): Lists => {
  const offsets = new Uint32Array(keys + 1)
  pairs((key) => offsets[key + 1]!++)
  for (let key = 0; key < keys; key++) offsets[key + 1]! += offsets[key]!
  const values = new Uint32Array(offsets[keys]!)
  const next = offsets.slice(0, keys)
  pairs((key, member) => (values[next[key]!++] = member))
  return { offsets, values }
}
