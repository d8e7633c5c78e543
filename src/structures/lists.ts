import { Slices } from './slices.js'
import { sharedColumn } from './tables.js'

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

/** So many steps are made between two looks at the clock. */
const STEPS = 4096

/** A source of (key, member) pairs that is walked twice, in `count` steps. */
export interface Pairs {
  readonly count: number
  /** Calls `pair` for the pairs of a step, the same ones each time it is asked. */
  readonly forEach: (step: number, pair: (key: number, member: number) => void) => void
}

/**
 * The lists of members by key, members in the order of the pairs. Lets other work run meanwhile.
 *
 * @param keys number of lists
 */
export const groupByKey = async (keys: number, { count, forEach }: Pairs): Promise<Lists> => {
  const slices = new Slices()
  const walk = async (pair: (key: number, member: number) => void): Promise<void> => {
    for (let step = 0; step < count; step++) {
      forEach(step, pair)
      if (step % STEPS === 0 && slices.isOver) await slices.next()
    }
  }
  const offsets = sharedColumn(Uint32Array, keys + 1)
  await walk((key) => offsets[key + 1]!++)
  for (let key = 0; key < keys; key++) offsets[key + 1]! += offsets[key]!
  const values = sharedColumn(Uint32Array, offsets[keys]!)
  const next = offsets.slice(0, keys)
  await walk((key, member) => (values[next[key]!++] = member))
  return { offsets, values }
}
