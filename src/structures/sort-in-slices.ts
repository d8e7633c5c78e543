import { Slices } from './slices.js'
import { sharedColumn } from './tables.js'

/** So many numbers are sorted or merged between two looks at the clock. */
const STEP = 4096

/** The places in a column of counts, those of the largest first; equal ones ascend. */
export const largestFirst = (counts: Uint32Array): Uint32Array => {
  const { length } = counts
  let most = 0
  for (const count of counts) most = Math.max(most, count)
  // One number for what is compared and where it stands is sorted without a call for each comparison.
  const sorted = Float64Array.from(counts, (count, place) => (most - count) * length + place).sort()
  return Uint32Array.from(sorted, (value) => value % length)
}

/**
 * The numbers from 0 to before `count` in the order of `compare`; equal ones ascend. A merge sort that lets other work
 * run.
 */
export const sortInSlices = async (
  count: number,
  compare: (a: number, b: number) => number
): Promise<Uint32Array> => {
  const slices = new Slices()
  let sorted = Uint32Array.from(new Uint32Array(count).keys())
  for (let start = 0; start < count; start += STEP) {
    sorted.subarray(start, start + STEP).sort(compare)
    if (slices.isOver) await slices.next()
  }
  let merged = new Uint32Array(count)
  for (let width = STEP; width < count; width *= 2) {
    for (let start = 0; start < count; start += 2 * width) {
      const [middle, end] = [Math.min(start + width, count), Math.min(start + 2 * width, count)]
      let [left, right] = [start, middle]
      for (let at = start; at < end; at++) {
        const isLeft = right === end || (left < middle && compare(sorted[left]!, sorted[right]!) <= 0)
        merged[at] = sorted[isLeft ? left++ : right++]!
        if (at % STEP === 0 && slices.isOver) await slices.next()
      }
    }
    ;[sorted, merged] = [merged, sorted]
  }
  const column = sharedColumn(Uint32Array, count)
  column.set(sorted)
  return column
}
