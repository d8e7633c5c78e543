import { firstWhere } from './bisect.js'
import { sortInSlices } from './sort-in-slices.js'

/** The numbers from `from` to before `to`. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** The numbers of texts in the order of their code units. Lets other work run meanwhile. */
export const sortedTexts = (texts: readonly string[]): Promise<Uint32Array> =>
  sortInSlices(texts.length, (a, b) => (texts[a]! < texts[b]! ? -1 : texts[a]! > texts[b]! ? 1 : 0))

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
