import { firstWhere } from './bisect.js'
import { sortInSlices } from './sort-in-slices.js'

/** The numbers from `from` to before `to`. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** The numbers of texts in the order of their code units. Lets other work run meanwhile. */
export const sortedTexts = (texts: readonly string[]): Promise<Uint32Array> => {
  // Most texts differ in their first letters, which are compared sooner as a number.
  const beginnings = Float64Array.from(texts, beginningOf)
  return sortInSlices(texts.length, (a, b) => {
    const difference = beginnings[a]! - beginnings[b]!
    if (difference !== 0) return difference
    return texts[a]! < texts[b]! ? -1 : texts[a]! > texts[b]! ? 1 : 0
  })
}

/** The first three code units as a number of the same order; what is missing is 0. */
const beginningOf = (text: string): number => {
  let beginning = 0
  for (let at = 0; at < 3; at++)
    beginning = beginning * 0x10000 + (at < text.length ? text.charCodeAt(at) : 0)
  return beginning
}

/**
 * The places in `sorted` of the texts that begin with `prefix`, which are neighbours.
 *
 * @param sorted as `sortedTexts` gives it
 */
export const prefixRange = (
  sorted: Uint32Array,
  textOf: (number: number) => string,
  prefix: string
): Range => {
  const from = firstWhere(0, sorted.length, (at) => textOf(sorted[at]!) >= prefix)
  const to = firstWhere(from, sorted.length, (at) => !textOf(sorted[at]!).startsWith(prefix))
  return { from, to }
}
