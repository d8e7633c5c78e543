import type { TextCount } from '../../entities/catalogue/display-names.js'
import type { Lists } from '../../structures/lists.js'

/**
 * Lists of numbers of texts with how often each occurs, in typed arrays as `Lists` are. A text may stand in a list
 * twice.
 */
export interface CountLists extends Lists {
  readonly counts: Uint32Array
}

type Entry = readonly [key: number, value: number, count: number]

/**
 * Groups entries by `listOf` their key; those of no list (-1) are left out.
 *
 * @param entries gives the same ones each time it is called
 */
export const groupCounts = (
  entries: () => Iterable<Entry>,
  listOf: Int32Array,
  lists: number
): CountLists => {
  const offsets = new Uint32Array(lists + 1)
  for (const [key] of entries()) if (listOf[key]! >= 0) offsets[listOf[key]! + 1]!++
  for (let list = 0; list < lists; list++) offsets[list + 1]! += offsets[list]!
  const values = new Uint32Array(offsets[lists]!)
  const counts = new Uint32Array(offsets[lists]!)
  const next = offsets.slice(0, lists)
  for (const [key, value, count] of entries()) {
    const list = listOf[key]!
    if (list < 0) continue
    const at = next[list]!++
    values[at] = value
    counts[at] = count
  }
  return { offsets, values, counts }
}

/** The texts of a list, each once, in no particular order. */
export const textCounts = (
  { offsets, values, counts }: CountLists,
  list: number,
  textOf: (value: number) => string
): TextCount[] => {
  const sums = new Map<number, number>()
  for (let i = offsets[list]!; i < offsets[list + 1]!; i++)
    sums.set(values[i]!, (sums.get(values[i]!) ?? 0) + counts[i]!)
  return Array.from(sums, ([value, count]) => ({ text: textOf(value), count }))
}
